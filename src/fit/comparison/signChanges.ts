/** Zeros of a function of ln x: sign changes on a grid, narrowed by bisection. */
import type { Interval } from '../result.js';

/** At several places at once; NaN or ±Infinity where it cannot be computed. */
export type Along = (logX: Float64Array) => Float64Array;

/** Two places of opposite sign with no other sign between them. */
export interface SignChange {
    readonly below: number;
    readonly above: number;
    /** Whether the function is negative below. */
    readonly rising: boolean;
}

/** Evenly spaced in ln x, both ends included. */
export function grid([low, high]: Interval, points: number): Float64Array {
    const [from, to] = [Math.log(low), Math.log(high)];
    return Float64Array.from({ length: points }, (_, k) => from + ((to - from) * k) / (points - 1));
}

/** In increasing order. A zero that is only touched is no change, nor is a pole at which the function is not finite. */
export function signChanges(places: Float64Array, along: Along): SignChange[] {
    const values = along(places);
    const changes: SignChange[] = [];
    let last = -1;
    for (let k = 0; k < places.length; k++) {
        if (!Number.isFinite(values[k])) last = -1;
        else if (values[k] !== 0) {
            if (last >= 0 && values[last] > 0 !== values[k] > 0) {
                changes.push({ below: places[last], above: places[k], rising: values[last] < 0 });
            }
            last = k;
        }
    }
    return changes;
}

/** Bisection down to a bracket of this width; null where the function has a pole there instead of a zero. */
export function zeroBetween({ below, above, rising }: SignChange, along: Along, width: number): number | null {
    let [low, high] = [below, above];
    while (high - low > width) {
        const middle = 0.5 * (low + high);
        if (middle === low || middle === high) break;
        const [value] = along(Float64Array.of(middle));
        if (value === 0) return middle;
        if (value < 0 === rising) low = middle;
        else high = middle;
    }
    const zero = 0.5 * (low + high);
    const [start, end, between] = along(Float64Array.of(below, above, zero)).map(Math.abs);
    return between <= Math.max(start, end) ? zero : null;
}
