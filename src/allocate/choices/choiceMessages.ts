/** What a choice, or the lack of one, is called in words. */
import { formatQuantity } from '../../quantity/print.js';
import { list } from '../messages.js';
import type { AllocationProblem, Choices } from '../problem.js';
import type { AllocationStatus, ChoiceAnswer, Optimum } from '../result.js';

export function choiceMessage(
    problem: AllocationProblem,
    { message, binding }: Optimum,
    { chosen, contenders, tried, feasible }: Pick<ChoiceAnswer, 'chosen' | 'contenders' | 'tried' | 'feasible'>,
): string {
    const isLimited = problem.variables.length > 0 || binding.length > 0;
    const count = feasible < tried ? `, ${feasible} of which ${feasible === 1 ? 'meets' : 'meet'} all constraints` : '';
    const [best, second] = contenders;
    const names = chosen.map(({ name }) => name);
    return [
        ...(isLimited ? [message] : []),
        `Best of ${tried} ${tried === 1 ? 'combination' : 'combinations'}${count}.`,
        ...(second === undefined ? [] : [runnerUp(names, second, best.objective.estimate)]),
        ...edges(problem.choices!, chosen),
    ].join(' ');
}

function runnerUp(
    names: readonly string[],
    { labels, worse }: ChoiceAnswer['contenders'][number],
    best: number,
): string {
    // Of nothing there are no shares.
    const [scale, unit] = best === 0 ? [1, ''] : [100 / Math.abs(best), ' %'];
    const text = (value: number): string => formatQuantity(scale * value, 2);
    const interval = worse.interval === null ? '' : ` [${worse.interval.map(text).join(', ')}]`;
    const loss = worse.estimate === 0 ? 'as good' : `${text(worse.estimate)}${unit}${interval} worse`;
    return `Next: ${assignment(names, labels)}, ${loss}.`;
}

/** `bits = 4, k = 8` */
function assignment(names: readonly string[], labels: readonly string[]): string {
    return names.map((name, index) => `${name} = ${labels[index]}`).join(', ');
}

/** From 0 or 1 on nobody counts further down. */
function edges({ factors }: Choices, chosen: ChoiceAnswer['chosen']): string[] {
    return factors.flatMap(({ name, labels, isRange }, index) => {
        const { label, number } = chosen[index];
        const isNatural = label === labels[0] && number !== null && number.estimate <= 1;
        const isEnd = isRange && labels.length > 1 && !isNatural && [labels[0], labels.at(-1)].includes(label);
        return isEnd ? [`${name} ends at ${label}, an end of its range: widen it if it is no limit.`] : [];
    });
}

/** Of one combination that has no answer. */
export function noEndMessage(labels: readonly string[], { factors }: Choices, why: string): string {
    const names = factors.map(({ name }) => name);
    return `With ${assignment(names, labels)}: ${why}`;
}

export function noneMessage(status: AllocationStatus, count: number): string {
    const lack = status === 'infeasible' ? 'meets all constraints' : 'has an answer';
    return `None of ${count} combinations ${lack}.`;
}

export function noCombinationMessage(
    { constraints }: AllocationProblem,
    screens: readonly { readonly constraint: number; readonly met: number }[],
    count: number,
): string {
    const texts = screens.map(({ constraint }) => `\`${constraints[constraint].text}\``);
    const never = screens.findIndex(({ met }) => met === 0);
    return never >= 0
        ? `${texts[never]} holds for none of ${count} combinations.`
        : `None of ${count} combinations meets ${list(texts)} together.`;
}
