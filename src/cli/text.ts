/** A study's answers as text for people. */
import { formatEstimate, formatInterval, formatQuantity, formatRatio } from '../quantity/print.js';
import type {
    BudgetAnswer,
    BudgetReport,
    Extrapolation,
    FitReport,
    PredictionReport,
    StudyReport,
} from '../study/report.js';
import { alignColumns } from './columns.js';

const INDENT = '  ';

export function reportText({ fits, predictions, budgets }: StudyReport): string {
    const sections = [
        ...fits.map(fitText),
        ...(predictions.length > 0 ? [predictionsText(predictions)] : []),
        ...budgets.map(budgetText),
    ];
    return sections.length > 0 ? sections.join('\n') : 'Nothing is fitted, predicted or budgeted in this file.\n';
}

function fitText(fit: FitReport): string {
    const group = fit.group === null ? '' : ` (${fit.group})`;
    const rows = fit.parameters.map(({ name, estimate, interval, status }) => [
        name,
        formatEstimate(estimate, interval),
        interval === null ? '' : formatInterval(interval),
        status === 'estimated' ? '' : status.replaceAll('-', ' '),
    ]);
    const heading = `fit ${fit.law} to ${fit.runs}${group}: ${fit.target} = ${fit.formula}\n`;
    const ended = `${INDENT}${plural(fit.rows, 'row')}, objective ${formatQuantity(fit.objective, 7)}. ${fit.stopped.message}\n`;
    const table = rows.length > 0 ? alignColumns([['', 'estimate', '95 % interval', ''], ...rows], INDENT) : '';
    return heading + ended + table + heldOutText(fit) + excludedText(fit);
}

function heldOutText({ holdout, target }: FitReport): string {
    if (holdout === null) return '';
    const error = formatQuantity(100 * holdout.meanRelativeError, 2);
    return `${INDENT}held out: ${plural(holdout.rows, 'row')}, whose ${target} is off by ${error} % on average\n`;
}

function excludedText({ excluded }: FitReport): string {
    return excluded
        .map(({ reason, count, lines }) => {
            const places = lines.map((line) => line + 1).join(', ');
            const more = count > lines.length ? ', …' : '';
            return `${INDENT}not used: ${plural(count, 'row')}, ${reason} (line ${places}${more})\n`;
        })
        .join('');
}

function predictionsText(predictions: readonly PredictionReport[]): string {
    const rows = predictions.map(({ text, estimate, interval, extrapolation, message, caution }) => [
        text,
        estimate === null ? '–' : formatEstimate(estimate, interval),
        interval === null ? '' : formatInterval(interval),
        message ?? [extrapolationText(extrapolation), caution].filter(Boolean).join('. '),
    ]);
    return `predict\n${alignColumns(rows, INDENT)}`;
}

function budgetText(budget: BudgetReport): string {
    const caution = budget.caution === null ? '' : `${INDENT}${budget.caution}\n`;
    const heading = `budget ${budget.name}: ${budget.goal}\n${INDENT}${budget.message}\n${caution}`;
    if (budget.sweep !== null) return heading + sweepText(budget.sweep, budget.goal);
    return budget.status === 'optimal' ? heading + answerText(budget) : heading;
}

function answerText(budget: BudgetReport): string {
    const objective = { name: budget.goal.replace(/^\w+ /, ''), estimate: null, interval: null, ...budget.objective };
    const rows = [objective, ...budget.variables].map(({ name, estimate, interval }) => [
        name,
        formatEstimate(estimate, interval),
        interval === null ? '' : formatInterval(interval),
    ]);
    const beyond = extrapolationText(budget.extrapolation);
    return (
        alignColumns([['', 'estimate', '95 % interval'], ...rows], INDENT) +
        (beyond === '' ? '' : `${INDENT}${beyond}\n`)
    );
}

function sweepText({ name, points }: NonNullable<BudgetReport['sweep']>, goal: string): string {
    const variables = points.find(({ variables }) => variables.length > 0)?.variables.map((each) => each.name) ?? [];
    const header = [name, goal.replace(/^\w+ /, ''), '', ...variables.flatMap((variable) => [variable, '']), ''];
    const rows = points.map((point) => [formatQuantity(point.value), ...pointCells(point, variables)]);
    return alignColumns([header, ...rows], INDENT);
}

function pointCells(point: BudgetAnswer, names: readonly string[]): string[] {
    const cells = [point.objective, ...names.map((name) => point.variables.find((each) => each.name === name))];
    return [
        ...cells.flatMap((cell) => [
            cell ? formatEstimate(cell.estimate, cell.interval) : '–',
            cell?.interval ? formatInterval(cell.interval) : '',
        ]),
        point.status === 'optimal' ? '' : point.status.replace('-', ' '),
    ];
}

function extrapolationText(extrapolation: readonly Extrapolation[]): string {
    const parts = extrapolation.map(
        ({ quantity, direction, ratio }) => `${formatRatio(ratio)} ${direction} in ${quantity}`,
    );
    return parts.length > 0 ? `outside the data: ${parts.join(', ')}` : '';
}

function plural(count: number, noun: string): string {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
