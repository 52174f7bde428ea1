/** The next runs as text for people. */
import { formatEstimate, formatInterval, formatQuantity } from '../quantity/print.js';
import { formatSpread } from '../quantity/spread.js';
import type { PlanReport } from '../study/planReport.js';
import { extrapolationText } from './budgetText.js';
import { alignColumns } from './columns.js';
import { plural } from './counts.js';

const INDENT = '  ';
const DIGITS = 3;

export function planText(plan: PlanReport): string {
    const { name, target, message, caution } = plan;
    const lines = [`plan ${name}: narrow ${target}`, ...(message === null ? headlines(plan) : [INDENT + message])];
    if (caution !== null) lines.push(INDENT + caution);
    return `${lines.join('\n')}\n${message === null ? tablesOf(plan) : ''}`;
}

function headlines({ target, estimate, interval, expected, runs, cost, isBatch }: PlanReport): string[] {
    if (interval === null || expected === null) return [];
    const [now, then] = [interval, expected].map((each) => `${formatSpread(each)} ${formatInterval(each)}`);
    const count = `${runs.length} ${runs.length === 1 ? 'run' : 'runs'}${isBatch ? '' : ', one at a time'}`;
    const spent = cost === null ? '' : `, ${quantityText(cost.spent, null)} of ${quantityText(cost.limit, cost.unit)}`;
    return [
        `${INDENT}${target} is ${formatEstimate(estimate, interval)}`,
        `${INDENT}its 95 % interval is ${now}, and expected to be ${then} after ${count}${spent}`,
    ];
}

function tablesOf({ runs, cost, known, resolution, candidates }: PlanReport): string {
    const names = runs[0].values.map(({ name }) => name);
    const header = ['run', ...names, ...(cost === null ? [] : ['cost']), 'expected', '', ''];
    const rows = runs.map(({ values, cost: own, interval, extrapolation }, index) => [
        String(index + 1),
        ...values.map(({ value }) => quantityText(value, null)),
        ...(cost === null ? [] : [quantityText(own, null)]),
        formatSpread(interval),
        formatInterval(interval),
        extrapolationText(extrapolation),
    ]);
    const others = known.map((each) => [
        `${each.kind} instead`,
        plural(each.runs, 'run'),
        quantityText(each.cost, null),
        formatSpread(each.interval),
        formatInterval(each.interval),
    ]);
    const within =
        resolution === null ? '' : `, values in ranges to within ${formatQuantity((resolution - 1) * 100, 2)} %`;
    return [
        alignColumns([header, ...rows], INDENT),
        others.length === 0 ? '' : alignColumns(others, INDENT),
        `${INDENT}of ${candidates} candidates${within}\n`,
    ].join('');
}

function quantityText(value: number | null, unit: string | null): string {
    return `${formatQuantity(value, DIGITS)}${unit === null ? '' : ` ${unit}`}`;
}
