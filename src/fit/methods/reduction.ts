/**
 * What the reducing methods of the field make of raw runs: one row per compute budget, with the size that reaches the
 * lowest loss there. A law of those rows is what is fitted.
 */
import type { Random } from '../random.js';

/** Raw runs, one entry per row in each column. */
export interface Runs {
    /** Training compute, in FLOP. */
    readonly compute: Float64Array;
    /** Model size, in parameters. */
    readonly size: Float64Array;
    readonly loss: Float64Array;
    /** Training tokens. */
    readonly tokens?: Float64Array;
    /** Which rows belong to one run, 0, 1, …: they are resampled together, and are one curve of the envelope. */
    readonly run?: Uint32Array;
}

export type ReducedColumn = 'compute' | 'size' | 'tokens' | 'loss';

/** The reduced rows. `tokens` is empty where the runs have none. */
export type ReducedRows = Readonly<Record<ReducedColumn, Float64Array>> & {
    /** Rows that are not independent, because the same run gave them. */
    readonly clusters?: Uint32Array;
};

/** A raw row that the method cannot use, and why: a phrase. */
export interface UnusableRun {
    readonly row: number;
    readonly reason: string;
}

export type ReductionWarningCode =
    | 'runs-unusable'
    | 'few-budgets'
    | 'budgets-refused'
    | 'compute-refused'
    | 'off-centre'
    | 'drifting-centre'
    | 'lopsided'
    | 'winners-curse'
    | 'no-residuals';

export interface ReductionWarning {
    readonly code: ReductionWarningCode;
    readonly message: string;
}

export interface ReductionReport {
    readonly rows: ReducedRows;
    readonly unusable: readonly UnusableRun[];
    /** What the reader must know to judge the reduced rows; also how runs were put together. */
    readonly warnings: readonly ReductionWarning[];
    /** How rows were grouped and which of them counted, in a sentence. */
    readonly method: string;
}

/** A method applied to some runs: its rows, and the rows that it would give for other runs from the same source. */
export interface Reducer<Report extends ReductionReport> {
    readonly report: Report;
    /** About how much work a redrawing is. */
    readonly operations: number;
    /** Resamples the raw runs and reduces them again. */
    redraw(random: Random): ReducedRows;
    /**
     * What is redrawn if it has no noise, where noise moves what the method finds: refits of resamples are then reversed about the
     * fit of this. Null where resamples scatter about what was observed.
     */
    readonly withoutNoise: ReducedRows | null;
}
