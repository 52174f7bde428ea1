/**
 * Intervals where some draws have no answer. A draw whose constraints cannot be met lies beyond those whose can: its objective is
 * worse than any, and each variable lies where the constraints are nearest to being met. Where such draws are more than 2.5 % on
 * one side the end there is unknown.
 */
import { central95, quantile } from '../fit/quantiles.js';
import type { OpenInterval } from '../fit/result.js';
import type { Redrawn } from './draws.js';

/** The share of draws without an answer up to which a central 95 % interval has both ends. */
const TAIL = 0.025;
/** Relative width of an interval that has none. */
const SAME = 1e-9;

export type Missing = Pick<Redrawn, 'count' | 'failed' | 'nearest'>;

export function isManyFailed({ count, failed }: Pick<Redrawn, 'count' | 'failed'>): boolean {
    return failed > TAIL * (count + failed);
}

/** Of an objective; null where draws fail for another reason than that they cannot meet the constraints. */
export function intervalOfObjective(
    values: Float64Array,
    { failed, nearest }: Missing,
    sense: 'minimize' | 'maximize',
): OpenInterval | null {
    const worst = sense === 'minimize' ? Infinity : -Infinity;
    return intervalWith(values, new Array<number>(nearest.length).fill(worst), failed - nearest.length);
}

/** Of a variable; null where it cannot be told on which side the draws without an answer lie. */
export function intervalOfVariable(
    values: Float64Array,
    { failed, nearest }: Missing,
    variable: number,
): OpenInterval | null {
    if (values.length === 0) return null;
    if (nearest.length === 0) return intervalWith(values, [], failed);
    const [lower, upper] = central95(values);
    const isFixed = upper - lower <= SAME * Math.abs(upper);
    const sides = nearest.flatMap((u) => {
        const value = Math.exp(u[variable]);
        if (isFixed && Math.abs(value - upper) <= SAME * Math.abs(upper)) return [upper];
        if (value > upper) return [Infinity];
        return value < lower ? [-Infinity] : [];
    });
    return intervalWith(values, sides, failed - sides.length);
}

function intervalWith(values: Float64Array, beyond: readonly number[], unknown: number): OpenInterval | null {
    const known = values.length + beyond.length;
    if (values.length === 0 || unknown > TAIL * (known + unknown)) return null;
    const sorted = new Float64Array(known);
    sorted.set(values);
    sorted.set(beyond, values.length);
    sorted.sort();
    const [lower, upper] = [quantile(sorted, TAIL), quantile(sorted, 1 - TAIL)];
    return [Number.isFinite(lower) ? lower : null, Number.isFinite(upper) ? upper : null];
}
