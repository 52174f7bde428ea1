/** The answer to a budget question: plain data. */
import type { Interval } from '../fit/result.js';

export type AllocationStatus = 'optimal' | 'infeasible' | 'unbounded' | 'not-computable';

export interface Estimate {
    readonly estimate: number;
    /** Central 95 % interval over the draws; null where no uncertainty is known. */
    readonly interval: Interval | null;
}

export interface NamedEstimate extends Estimate {
    readonly name: string;
}

/** a of x* ∝ C^a, over the whole sweep. */
export interface Exponent extends NamedEstimate {
    /** Where the answers follow no one power: the exponents where the sweep begins and where it ends; null where they do. */
    readonly ends: readonly [first: number, last: number] | null;
}

export interface Optimum {
    readonly status: AllocationStatus;
    /** A sentence for people: which constraint makes it infeasible, in which variable it is unbounded … */
    readonly message: string;
    /** Null unless the status is `optimal`. */
    readonly objective: Estimate | null;
    readonly variables: readonly NamedEstimate[];
    /** Indices into the problem's constraints of those that hold with equality at the optimum. */
    readonly binding: readonly number[];
    /** Names of variables that end at one of their own bounds. */
    readonly atBound: readonly { readonly name: string; readonly bound: 'lower' | 'upper' }[];
    /** The optimum of each draw that has one, row-major `count` × variables; null where no uncertainty is known. */
    readonly draws: {
        readonly count: number;
        readonly values: Float64Array;
        /** Which of the constants' draws each is of. */
        readonly drawn: Uint32Array;
    } | null;
}

export interface SweepPoint {
    readonly value: number;
    readonly optimum: Optimum;
}

export interface AllocationResult {
    /** Null for a sweep. */
    readonly optimum: Optimum | null;
    readonly sweep: readonly SweepPoint[] | null;
    /** The exponent of each variable in what is swept over; null without a sweep, and where its answers are too few. */
    readonly exponents: readonly Exponent[] | null;
}
