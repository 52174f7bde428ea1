/** Runs put together by the compute they were given: the IsoFLOP budgets of a table. */
import { groupNearby } from './nearby.js';
import type { Runs } from './reduction.js';

export interface Budget {
    /** The middle one of its runs' values, in FLOP. */
    readonly compute: number;
    readonly lowest: number;
    readonly highest: number;
    /** Rows of the table by ascending size, and ln N of each. */
    readonly rows: readonly number[];
    readonly logSizes: Float64Array;
    /** By ascending size. */
    readonly sizes: readonly SizeOfBudget[];
}

export interface SizeOfBudget {
    readonly rows: readonly number[];
    /** The mean of ln N and of ln D; NaN where no tokens are known. */
    readonly logSize: number;
    readonly logTokens: number;
}

/** Runs whose compute differs by no more than this from the next one, relatively, belong to one budget. */
export const BUDGET_TOLERANCE = 0.05;
/** Sizes nearer than this are one: a curve through both would follow their noise. */
export const SIZE_TOLERANCE = 0.01;

/** By ascending compute. */
export function groupIntoBudgets(runs: Runs, rows: readonly number[]): Budget[] {
    const { compute, size } = runs;
    return groupNearby(rows, (row) => compute[row], BUDGET_TOLERANCE).map((group) => {
        const sizes = groupNearby(group, (row) => size[row], SIZE_TOLERANCE);
        const ascending = sizes.flat();
        return {
            compute: compute[group[Math.floor(group.length / 2)]],
            lowest: compute[group[0]],
            highest: compute[group[group.length - 1]],
            rows: ascending,
            logSizes: Float64Array.from(ascending, (row) => Math.log(size[row])),
            sizes: sizes.map((same) => ({
                rows: same,
                logSize: meanLog(same, size),
                logTokens: runs.tokens === undefined ? NaN : meanLog(same, runs.tokens),
            })),
        };
    });
}

function meanLog(rows: readonly number[], column: Float64Array): number {
    return rows.reduce((sum, row) => sum + Math.log(column[row]), 0) / rows.length;
}
