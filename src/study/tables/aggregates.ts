/** One number from the values of several rows. Missing values (NaN) are left out; of no value there is none. */
import type { Aggregate } from '../../language/rowFunctions.js';
import type { Reduce } from './reduce.js';
import { VOTE } from './votes.js';

export const AGGREGATE: Readonly<Record<Aggregate, Reduce>> = {
    min: ([values], rows) => values[rowOfLeast(values, rows)] ?? NaN,
    max: ([values], rows) => values[rowOfGreatest(values, rows)] ?? NaN,
    sum: ([values], rows) => totalOf(present(values, rows)),
    mean: ([values], rows) => meanOf(present(values, rows)),
    median: ([values], rows) => medianOf(present(values, rows)),
    std: ([values], rows) => deviationOf(present(values, rows)),
    count: ([values], rows) => (values === undefined ? rows.length : present(values, rows).length),
    at_min: ([values, by], rows) => values[rowOfLeast(by, rows)] ?? NaN,
    at_max: ([values, by], rows) => values[rowOfGreatest(by, rows)] ?? NaN,
    ...VOTE,
};

function present(values: Float64Array, rows: Uint32Array): Float64Array {
    return Float64Array.from(rows, (row) => values[row]).filter((value) => !Number.isNaN(value));
}

/** The first of them where several are; −1 without a value. */
function rowOfLeast(values: Float64Array, rows: Uint32Array): number {
    let least = -1;
    for (const row of rows) {
        if (values[row] < (values[least] ?? Infinity) || (least < 0 && values[row] === Infinity)) least = row;
    }
    return least;
}

function rowOfGreatest(values: Float64Array, rows: Uint32Array): number {
    let greatest = -1;
    for (const row of rows) {
        if (values[row] > (values[greatest] ?? -Infinity) || (greatest < 0 && values[row] === -Infinity))
            greatest = row;
    }
    return greatest;
}

function totalOf(values: Float64Array): number {
    return values.length === 0 ? NaN : values.reduce((total, value) => total + value, 0);
}

function meanOf(values: Float64Array): number {
    return totalOf(values) / values.length;
}

function medianOf(values: Float64Array): number {
    const sorted = values.sort();
    const middle = (sorted.length - 1) / 2;
    return sorted.length === 0 ? NaN : (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

/** With n − 1; of one value there is none. */
function deviationOf(values: Float64Array): number {
    const mean = meanOf(values);
    const squares = values.map((value) => (value - mean) ** 2);
    return values.length < 2 ? NaN : Math.sqrt(totalOf(squares) / (values.length - 1));
}
