/** What a budget's answer consists of, what it is called, and how it is copied. */
import type { BudgetView } from '../../protocol/allocationPanel.js';
import type { EstimateView } from '../../protocol/views.js';
import { formatEstimate } from '../../quantity/print.js';
import { intervalOf, nameWithUnit } from '../shell/numberText.js';

/** The objective, the variables, and how they stand to each other. */
export function answerRows({ objective, variables, ratio }: BudgetView): readonly EstimateView[] {
    return [...(objective ? [objective] : []), ...variables, ...(ratio ? [ratio] : [])];
}

/** Tab-separated with a header, which both a sheet and a Markdown editor take; numbers in full, as they are for reckoning on. */
export function answerText(rows: readonly EstimateView[]): string {
    const header = ['quantity', 'optimum', 'lower', 'upper', 'unit'];
    const lines = rows.map(({ name, estimate, lower, upper, unit }) => [name, estimate, lower, upper, unit]);
    return [header, ...lines].map((cells) => cells.map((cell) => cell ?? '').join('\t')).join('\n') + '\n';
}

/** What the budget's objective is called on an axis: the law's name, without its arguments. */
export function objectiveName({ objective, goal }: BudgetView): string {
    const text = objective?.name ?? goal.replace(/^(minimize|maximize)\s+/, '');
    return /^\w+(?=\(.*\)$)/.exec(text)?.[0] ?? text;
}

/** The same with the unit of its values. */
export function objectiveHeading(budget: BudgetView): string {
    return nameWithUnit(objectiveName(budget), budget.objective?.unit ?? null);
}

/** `N 96B, D 1.7T`, with the digits that are known. */
export function variablesText({ variables }: BudgetView, names: readonly string[]): string {
    return variables
        .filter(({ name }) => names.includes(name))
        .map(({ name, estimate, lower, upper }) => `${name} ${formatEstimate(estimate, intervalOf(lower, upper))}`)
        .join(', ');
}
