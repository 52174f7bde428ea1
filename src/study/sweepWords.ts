/** What is said of the answers along a range: how they grow, what limits them where, and where they lie outside the data. */
import { formatEstimate, formatInterval, formatQuantity, formatRatio, hasWidth } from '../quantity/print.js';
import { quantityIn, type ShownUnit } from '../quantity/shownUnit.js';
import type { BudgetReport, Extrapolation } from './report.js';

type Sweep = NonNullable<BudgetReport['sweep']>;

/** Stretches of the range that are told one by one. */
const MOST_STRETCHES = 3;
const DIGITS = 3;

/** `N grows as C^0.5 [0.48, 0.52]`, one for each variable. */
export function growths({ name: swept, exponents }: Sweep): readonly string[] {
    return exponents.map(({ name, estimate, interval, ends }) => {
        if (ends !== null) {
            const [first, last] = ends.map((end) => `${swept}^${formatQuantity(end, DIGITS)}`);
            return first === last
                ? `${name} grows as ${first} at both ends, and jumps between`
                : `${name} grows as ${first} at first, as ${last} at the end`;
        }
        if (!hasWidth(interval)) {
            return estimate === 0
                ? `${name} is the same throughout`
                : `${name} grows as ${swept}^${formatQuantity(estimate)}`;
        }
        return `${name} grows as ${swept}^${formatEstimate(estimate, interval)} ${formatInterval(interval)}`;
    });
}

/** `` `D <= 1T tokens` limits from C = 3.2e23 on ``, one for each constraint and bound; what the user wrote stands in backticks. */
export function sweepLimits(sweep: Sweep, unit?: ShownUnit): readonly string[] {
    return stretchesOf(sweep, unit, ({ binding }) => binding).map(([text, where]) => `\`${text}\` limits ${where}`);
}

/** `other values of D do equally well up to C = 1e22`, one for each variable that is free somewhere. */
export function sweepFree(sweep: Sweep, unit?: ShownUnit): readonly string[] {
    const free = stretchesOf(sweep, unit, ({ undetermined }) => undetermined);
    return free.map(([name, where]) => `other values of ${name} do equally well ${where}`);
}

/** Where along the solved points each of their names stands. */
function stretchesOf(
    { name, points }: Sweep,
    unit: ShownUnit | undefined,
    namesOf: (point: Sweep['points'][number]) => readonly string[],
): (readonly [text: string, where: string])[] {
    const solved = points.filter(({ status }) => status === 'optimal');
    const names = [...new Set(solved.flatMap(namesOf))];
    return names.map((each) => {
        const at = solved.flatMap((point, index) => (namesOf(point).includes(each) ? [index] : []));
        const runs = runsOf(at).map((run) => stretch(name, unit, solved, run));
        const where = runs.length > MOST_STRETCHES ? `at ${at.length} of ${solved.length} points` : runs.join(' and ');
        return [each, where];
    });
}

/** Numbers in a row. */
function runsOf(indices: readonly number[]): number[][] {
    const runs: number[][] = [];
    for (const index of indices) {
        const last = runs.at(-1);
        if (last?.at(-1) === index - 1) last.push(index);
        else runs.push([index]);
    }
    return runs;
}

/** `outside the data in compute from C = 1e22 on, up to 320× above`, one for each quantity and side. */
export function sweepOutside({ name, points }: Sweep, unit?: ShownUnit): readonly string[] {
    const found = new Map<string, { readonly sample: Extrapolation; readonly at: number[]; most: number }>();
    points.forEach(({ extrapolation }, index) => {
        for (const each of extrapolation) {
            const key = [each.quantity, each.direction, each.preset].join(' ');
            const known = found.get(key) ?? { sample: each, at: [], most: 0 };
            known.at.push(index);
            known.most = Math.max(known.most, each.ratio);
            found.set(key, known);
        }
    });
    return [...found.values()].map(({ sample: { quantity, direction, preset }, at, most }) => {
        const reference = preset === null ? 'the data' : `the runs of "${preset}"`;
        return `outside ${reference} in ${quantity} ${stretch(name, unit, points, at)}, up to ${formatRatio(most)} ${direction}`;
    });
}

/** From the first of the values to the last, in the order of the range. */
function stretch(name: string, unit: ShownUnit | undefined, points: Sweep['points'], at: readonly number[]): string {
    const [first, last] = [at[0], at[at.length - 1]];
    const value = (index: number): string => quantityIn(unit, points[index].value);
    if (first === 0 && last === points.length - 1) return 'throughout';
    if (last === points.length - 1) return `from ${name} = ${value(first)} on`;
    if (first === 0) return `up to ${name} = ${value(last)}`;
    return value(first) === value(last)
        ? `at ${name} = ${value(first)}`
        : `from ${name} = ${value(first)} to ${value(last)}`;
}
