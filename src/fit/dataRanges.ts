import { compileRows } from '../expression/compile.js';
import type { Expr } from '../expression/expr.js';

export interface Range {
    readonly low: number;
    readonly high: number;
}

/** The values that a part of the law without parameters takes on the data. */
export interface DataRange extends Range {
    /** Range of ln |x| over the values that are not 0; null if all are. */
    readonly magnitude: Range | null;
}

/** The range of each of some formulas of the arguments alone. */
export function dataRanges(
    parts: Iterable<Expr>,
    argumentNames: readonly string[],
    columns: readonly Float64Array[],
    rows: number,
): Map<Expr, DataRange> {
    const values = new Float64Array(rows);
    return new Map(
        Array.from(parts, (part) => {
            compileRows([part], argumentNames, [])(columns, [], [values], 0, rows);
            return [part, rangeOf(values)];
        }),
    );
}

export function rangeOf(values: Float64Array): DataRange {
    const range = boundsOf(values);
    const magnitude = boundsOf(values.filter((value) => value !== 0).map((value) => Math.log(Math.abs(value))));
    return { ...range, magnitude: magnitude.low <= magnitude.high ? magnitude : null };
}

function boundsOf(values: Float64Array): Range {
    let [low, high] = [Infinity, -Infinity];
    for (const value of values) {
        if (!Number.isFinite(value)) continue;
        low = Math.min(low, value);
        high = Math.max(high, value);
    }
    return { low, high };
}
