/** How far the answers along a range lie outside the data, and from which value on. */
import { formatRatio } from '../quantity/print.js';
import { quantityIn, type ShownUnit, type ShownUnits } from '../quantity/shownUnit.js';
import type { BudgetReport, Extrapolation } from './report.js';

type Sweep = NonNullable<BudgetReport['sweep']>;

/** `outside the data in compute from C = 1e22 on, up to 320× above`, one for each quantity and side. */
export function sweepOutside({ name, points }: Sweep, units: ShownUnits): readonly string[] {
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
        return `outside ${reference} in ${quantity} ${stretch(name, points, at, units[name])}, up to ${formatRatio(most)} ${direction}`;
    });
}

/** From the first of the values to the last, in the order of the range. */
function stretch(name: string, points: Sweep['points'], at: readonly number[], unit: ShownUnit | undefined): string {
    const [first, last] = [at[0], at[at.length - 1]];
    const value = (index: number): string => quantityIn(unit, points[index].value);
    if (first === 0 && last === points.length - 1) return 'throughout';
    if (last === points.length - 1) return `from ${name} = ${value(first)} on`;
    return first === 0 ? `up to ${name} = ${value(last)}` : `from ${name} = ${value(first)} to ${value(last)}`;
}
