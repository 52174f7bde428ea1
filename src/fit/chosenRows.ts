import type { FitProblem } from './problem.js';

/** The same question about some of the rows. */
export function chooseRows(problem: FitProblem, rows: readonly number[]): FitProblem {
    const { columns, target, weights, errors, clusters } = problem;
    return {
        ...problem,
        columns: columns.map((column) => gather(column, rows)),
        target: gather(target, rows),
        ...(weights && { weights: gather(weights, rows) }),
        ...(errors && { errors: gather(errors, rows) }),
        ...(clusters && { clusters: Uint32Array.from(rows, (row) => clusters[row]) }),
    };
}

/** The values of a column on some rows. */
export function gather(column: Float64Array, rows: readonly number[]): Float64Array {
    const values = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) values[i] = column[rows[i]];
    return values;
}
