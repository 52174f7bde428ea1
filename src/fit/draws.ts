/** Joint draws of a law's parameters: row-major, one row per draw. */
import { central95 } from './quantiles.js';
import type { Draws, Interval } from './result.js';

/** One draw for each refit of all parameters; null where there is none. */
export function drawsFrom(refits: readonly Float64Array[]): Draws | null {
    if (refits.length === 0) return null;
    const size = refits[0].length;
    const values = new Float64Array(refits.length * size);
    refits.forEach((refit, row) => values.set(refit, row * size));
    return { count: refits.length, values };
}

/** All parameters in one draw. */
export function drawOf({ count, values }: Draws, draw: number): Float64Array {
    const size = values.length / count;
    return values.subarray(draw * size, (draw + 1) * size);
}

/** One parameter in all draws. */
export function columnOf({ count, values }: Draws, column: number): Float64Array {
    const size = values.length / count;
    return Float64Array.from({ length: count }, (_, row) => values[row * size + column]);
}

/** The draws of some parameters, in the order asked for. */
export function pickColumns(draws: Draws, columns: readonly number[]): Draws {
    const picked = new Float64Array(draws.count * columns.length);
    for (let draw = 0; draw < draws.count; draw++) {
        const row = drawOf(draws, draw);
        columns.forEach((column, index) => (picked[draw * columns.length + index] = row[column]));
    }
    return { count: draws.count, values: picked };
}

/** The share of draws that must have a value for an interval to be had. */
const ENOUGH_DRAWS = 0.95;

/** The central 95 % of a quantity over the draws; null without draws, or where too many have no value. */
export function intervalOf(drawn: Float64Array): Interval | null {
    const known = drawn.filter(Number.isFinite);
    return known.length > 0 && known.length >= ENOUGH_DRAWS * drawn.length ? central95(known) : null;
}
