/** Values that are kept in base terms, in the unit in which people wrote them. */
import { describedFactor, describeDimension, type Dimension } from './dimension.js';
import { formatEstimate, formatInterval, formatQuantity } from './print.js';

export interface ShownUnit {
    readonly name: string;
    /** One of it in base terms. */
    readonly factor: number;
}

/** By name; what is not in it is shown in base terms, without a unit. */
export type ShownUnits = Readonly<Record<string, ShownUnit>>;

/** An end is null where there is no limit. */
type Range = readonly [lower: number | null, upper: number | null];

/** What reads as a bare number to everyone in the field: params, tokens, FLOP, and counts of other things. */
export function isCount({ seconds, accelerators, USD, bytes }: Dimension): boolean {
    return [seconds, accelerators, USD, bytes].every((exponent) => exponent === undefined);
}

/** The unit in which messages speak of a dimension: `GPU-hours`, `USD per GPU-hour`, `seconds`. */
export function usualUnit(dimension: Dimension): ShownUnit {
    return { name: describeDimension(dimension), factor: describedFactor(dimension) };
}

/** `30 days` */
export function quantityIn(unit: ShownUnit | undefined, value: number | null | undefined, digits?: number): string {
    return named(formatQuantity(scaled(unit, value), digits), unit);
}

/** `30 days`, with the digits that the interval leaves known. */
export function estimateIn(
    unit: ShownUnit | undefined,
    { estimate, interval }: { readonly estimate: number | null; readonly interval: Range | null },
): string {
    return named(formatEstimate(scaled(unit, estimate), rangeIn(unit, interval)), unit);
}

/** The same under a heading that names the unit. */
export function bareEstimateIn(
    unit: ShownUnit | undefined,
    { estimate, interval }: Parameters<typeof estimateIn>[1],
): string {
    return formatEstimate(scaled(unit, estimate), rangeIn(unit, interval));
}

/** `t (days)` */
export function headingIn(unit: ShownUnit | undefined, name: string): string {
    return unit === undefined ? name : `${name} (${unit.name})`;
}

/** `[28, 33]`: it stands beside an estimate that names the unit. */
export function intervalIn(unit: ShownUnit | undefined, interval: Range | null): string {
    return formatInterval(rangeIn(unit, interval));
}

export function rangeIn<R extends Range>(unit: ShownUnit | undefined, range: R | null): R | null {
    return range && (range.map((end) => (end === null ? null : end / factorOf(unit))) as readonly unknown[] as R);
}

export function factorOf(unit: ShownUnit | undefined): number {
    return unit?.factor ?? 1;
}

function scaled(unit: ShownUnit | undefined, value: number | null | undefined): number | null | undefined {
    return typeof value === 'number' ? value / factorOf(unit) : value;
}

function named(text: string, unit: ShownUnit | undefined): string {
    return unit === undefined ? text : `${text} ${unit.name}`;
}
