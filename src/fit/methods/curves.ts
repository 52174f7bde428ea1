/** Training curves: the loss of each run, or of each size, against compute. */
import { SIZE_TOLERANCE } from './budgets.js';
import { groupNearby } from './nearby.js';
import type { Runs } from './reduction.js';

export interface Curve {
    /** The middle one of its rows' sizes, in parameters. */
    readonly size: number;
    /** Rows of the table, by ascending compute. */
    readonly rows: readonly number[];
    /** Ascending and all different. */
    readonly logCompute: Float64Array;
    readonly logLoss: Float64Array;
    /** Null where no tokens are known. */
    readonly logTokens: Float64Array | null;
}

/** One curve for each run where runs are told apart, else one for each size. */
export function curvesOf(runs: Runs, rows: readonly number[]): Curve[] {
    const groups =
        runs.run === undefined ? groupNearby(rows, (row) => runs.size[row], SIZE_TOLERANCE) : byRun(runs.run, rows);
    return groups.map((group) => curveOf(group, runs));
}

function byRun(run: Uint32Array, rows: readonly number[]): number[][] {
    const groups = new Map<number, number[]>();
    for (const row of rows) groups.set(run[row], [...(groups.get(run[row]) ?? []), row]);
    return [...groups.values()];
}

/** Rows of equal compute are averaged. */
function curveOf(group: readonly number[], { compute, size, loss, tokens }: Runs): Curve {
    const points = new Map<number, number[]>();
    const rows = [...group].sort((a, b) => compute[a] - compute[b]);
    for (const row of rows) points.set(compute[row], [...(points.get(compute[row]) ?? []), row]);
    const meanLog = (column: Float64Array): Float64Array =>
        Float64Array.from(
            points.values(),
            (same) => same.reduce((sum, row) => sum + Math.log(column[row]), 0) / same.length,
        );
    const sizes = Float64Array.from(group, (row) => size[row]).sort();
    return {
        size: sizes[Math.floor(sizes.length / 2)],
        rows,
        logCompute: Float64Array.from(points.keys(), Math.log),
        logLoss: meanLog(loss),
        logTokens: tokens === undefined ? null : meanLog(tokens),
    };
}
