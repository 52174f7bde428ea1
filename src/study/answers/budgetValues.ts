/** Values of a budget's answers with their units, and the ratio of its first two variables. */
import type { NamedEstimate, Optimum } from '../../allocate/result.js';
import { intervalOf } from '../../fit/draws.js';
import { describeDimension, divide, type Dimension } from '../../quantity/dimension.js';
import type { BudgetPlan } from '../lower/budgetPlan.js';
import type { NamedValue } from '../pictures/budgetPictures.js';

export function unitsOf({ variables }: BudgetPlan): Map<string, string | null> {
    return new Map(variables.map(({ name, dimension }) => [name, unitOf(dimension)]));
}

export function unitOf(dimension: Dimension | undefined): string | null {
    return dimension === undefined ? null : describeDimension(dimension);
}

/** The second variable per unit of the first, draw by draw, since the two vary together. */
export function ratioOf({ variables }: BudgetPlan, optimum: Optimum | null): NamedValue | null {
    const [first, second] = optimum?.variables ?? [];
    if (optimum === null || first === undefined || second === undefined) return null;
    const { draws } = optimum;
    const width = optimum.variables.length;
    const ratios = Float64Array.from(
        { length: draws?.count ?? 0 },
        (_, draw) => draws!.values[draw * width + 1] / draws!.values[draw * width],
    );
    const [x, y] = variables.map(({ dimension }) => dimension);
    return namedValue(
        {
            name: `${second.name}/${first.name}`,
            estimate: second.estimate / first.estimate,
            interval: intervalOf(ratios),
        },
        x === undefined || y === undefined ? null : describeDimension(divide(y, x)),
    );
}

export function namedValue({ name, estimate, interval }: NamedEstimate, unit: string | null): NamedValue {
    return { name, unit, estimate, lower: interval?.[0] ?? null, upper: interval?.[1] ?? null };
}
