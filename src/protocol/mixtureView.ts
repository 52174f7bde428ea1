/** What the Allocation panel shows of a mixture of samples. */
import type { NumberOrNull } from './views.js';

export interface MixtureView {
    /** Samples by configuration and stratum, with a header, as text; null without strata. */
    readonly strata: readonly (readonly string[])[] | null;
    /** A header, the mixture, and what it is compared with, as text. */
    readonly compared: readonly (readonly string[])[];
    /** What is solved of other problems, and what the intervals are over. */
    readonly sentences: readonly string[];
    readonly coverage: CoverageView;
}

/** The share of problems solved against the mean cost of one. */
export interface CoverageView {
    /** The most that is solved within a mean cost, or the least cost of a share. */
    readonly aim: 'solved' | 'cost';
    /** Of the other one. */
    readonly limit: number | null;
    /** What no mixture betters. */
    readonly bound: number;
    /** Of the mixture. */
    readonly cost: SpreadView;
    readonly solved: SpreadView;
    /** `best single`, which is `8 of large`. */
    readonly rivals: readonly {
        readonly name: string;
        readonly label: string;
        readonly cost: number;
        readonly solved: number;
    }[];
    /** Of problems that the mixture was not chosen on; null where it is not known. */
    readonly heldOut: number | null;
    /** Each configuration alone, sample by sample. */
    readonly alone: readonly AloneView[];
}

export interface AloneView {
    readonly label: string;
    readonly counts: readonly number[];
    readonly cost: readonly number[];
    readonly solved: readonly number[];
}

/** A number with its 95 % interval. */
export interface SpreadView {
    readonly estimate: number;
    readonly lower: NumberOrNull;
    readonly upper: NumberOrNull;
}
