import { compileRows } from '../expression/compile.js';
import type { Expr } from '../expression/expr.js';
import { quantile } from './quantiles.js';

export interface Range {
    readonly low: number;
    readonly high: number;
}

/** The values that a part of the law without parameters takes on the data. */
export interface DataRange extends Range {
    /** Range of ln |x| over the values that are not 0, without the smallest tenth; null if all are 0. */
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
    const sorted = values.filter(Number.isFinite).sort();
    const magnitudes = sorted.filter((value) => value !== 0).map((value) => Math.log(Math.abs(value)));
    magnitudes.sort();
    return {
        low: sorted[0],
        high: sorted[sorted.length - 1],
        magnitude:
            magnitudes.length > 0 ? { low: quantile(magnitudes, 0.1), high: magnitudes[magnitudes.length - 1] } : null,
    };
}
