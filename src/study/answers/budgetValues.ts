/** Values of a budget's answers with their units, and the ratio of its first two variables. */
import type { NamedEstimate, Optimum } from '../../allocate/result.js';
import { intervalOf } from '../../fit/draws.js';
import { describeDimension, divide, type Dimension } from '../../quantity/dimension.js';
import { factorOf, rangeIn, usualUnit, type ShownUnit } from '../../quantity/shownUnit.js';
import type { BudgetPlan } from '../lower/budgetPlan.js';
import type { NamedValue } from '../pictures/budgetPictures.js';

/** In which the panel shows a value: there counts have their unit, too. */
export function panelUnit(
    name: string,
    dimension: Dimension | undefined,
    { units }: Pick<BudgetPlan, 'units'>,
): ShownUnit | undefined {
    return units[name] ?? (dimension && usualUnit(dimension));
}

/** Of each variable that has one. */
export function unitsOf(plan: BudgetPlan): ReadonlyMap<string, ShownUnit | undefined> {
    return new Map(plan.variables.map(({ name, dimension }) => [name, panelUnit(name, dimension, plan)]));
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
        x === undefined || y === undefined ? undefined : usualUnit(divide(y, x)),
    );
}

export function namedValue({ name, estimate, interval }: NamedEstimate, unit: ShownUnit | undefined): NamedValue {
    const shown = rangeIn(unit, interval);
    return {
        name,
        unit: unit?.name ?? null,
        estimate: estimate / factorOf(unit),
        lower: shown?.[0] ?? null,
        upper: shown?.[1] ?? null,
    };
}
