import type { FitProblem } from '../problem.js';
import { gather } from './gather.js';

/** The same question about some of the rows. */
export function withRows(problem: FitProblem, rows: readonly number[]): FitProblem {
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
