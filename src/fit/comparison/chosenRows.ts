import type { FitProblem } from '../problem.js';

/** The same problem on some of its rows. */
export function chooseRows(problem: FitProblem, rows: readonly number[]): FitProblem {
    const pick = (column: Float64Array): Float64Array => Float64Array.from(rows, (row) => column[row]);
    const { weights, errors, clusters } = problem;
    return {
        ...problem,
        columns: problem.columns.map(pick),
        target: pick(problem.target),
        ...(weights && { weights: pick(weights) }),
        ...(errors && { errors: pick(errors) }),
        ...(clusters && { clusters: Uint32Array.from(rows, (row) => clusters[row]) }),
    };
}
