/** What a comparison of laws is asked: plain data. */
import type { FitProblem } from '../problem.js';

export interface Candidate {
    readonly name: string;
    readonly problem: FitProblem;
}

export interface ComparisonProblem {
    /** Laws for the same observations: target, objective, weights, errors, clusters and bootstrap are alike in all. */
    readonly candidates: readonly Candidate[];
    /** Training compute of each row in FLOP, > 0. With it a null model takes part, which knows compute alone. */
    readonly compute: Float64Array | null;
    /** Rows to score the laws on; null, or without rows: cross-validation. */
    readonly heldOut: HeldOutRows | null;
    /** Parts of the rows that are left out in turn, if no rows are held out. */
    readonly folds: number;
    /** Of the division into folds. */
    readonly seed: number;
}

export interface HeldOutRows {
    readonly target: Float64Array;
    /** For each candidate, one column per argument of its law. */
    readonly columns: readonly (readonly Float64Array[])[];
    readonly compute: Float64Array | null;
    /** The cluster of each row, 0, 1, …; each row its own if not given. */
    readonly clusters?: Uint32Array;
}
