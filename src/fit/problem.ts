/** What an estimator is asked: plain data, no syntax tree, no files. */
import type { Expr } from '../expression/expr.js';
import type { EarlierConstants } from './earlierConstants.js';

export interface ParameterSpec {
    readonly name: string;
    /** Inclusive bounds; ±Infinity where there is none. */
    readonly lower: number;
    readonly upper: number;
    /** Held at this value and not estimated. */
    readonly pinned?: number;
    /** A value the user suggests to start from; the search does not depend on it. */
    readonly start?: number;
}

export type ObjectiveKind =
    | { readonly kind: 'squares' }
    | { readonly kind: 'huber'; readonly delta: number }
    | { readonly kind: 'lad' }
    /** Squared residuals, those above the law weighted 1 and those below weighted `weight`. */
    | { readonly kind: 'asymmetric'; readonly weight: number }
    /** level·r above the law, (1 − level)·|r| below it: its quantile of that level (Koenker and Bassett 1978). */
    | { readonly kind: 'pinball'; readonly level: number };

/** Always summed over the rows, never averaged (averaging stops solvers early: Besiroglu et al. 2024). */
export type Objective = ObjectiveKind & {
    /** Residuals of logarithms, ln y − ln ŷ, instead of y − ŷ. */
    readonly ofLog: boolean;
};

export interface BootstrapSpec {
    readonly replicates: number;
    readonly seed: number;
    /** `rows` (default): rows, or whole clusters of them, are drawn with replacement. `wild`: residuals change their sign. */
    readonly kind?: 'rows' | 'wild';
}

/** Where the intervals of the parameters come from. `standard`: the asymptotic normal law. */
export type IntervalKind = 'bootstrap' | 'profile' | 'standard';

export interface FitProblem {
    /** The law's value as a formula of `argumentNames` and the parameters. */
    readonly law: Expr;
    readonly argumentNames: readonly string[];
    readonly parameters: readonly ParameterSpec[];
    /** One column per argument, all of the length of `target`; finite. */
    readonly columns: readonly Float64Array[];
    /** Constants of earlier fits, which stand in the law as numbers; refits take draws of them. */
    readonly earlier?: EarlierConstants;
    /** Observed values; finite, and positive where the objective is of the log. */
    readonly target: Float64Array;
    readonly objective: Objective;
    /** How much each row counts in the sum, > 0; all alike if not given. */
    readonly weights?: Float64Array;
    /** The standard error of each observed value, > 0: residuals are divided by it (of the log: by it over the value). */
    readonly errors?: Float64Array;
    /** The cluster of each row, 0, 1, …: rows of one (checkpoints of a run) are not independent. Each row its own if not given. */
    readonly clusters?: Uint32Array;
    /** `default`: our own global estimator. `lm`: ml-levenberg-marquardt, least squares only. */
    readonly solver: 'default' | 'lm';
    /** Null: point estimates only. */
    readonly bootstrap: BootstrapSpec | null;
    /** `bootstrap` if not given. */
    readonly intervals?: IntervalKind;
}

/**
 * What long work is given by its caller. `pause` is awaited every few milliseconds of work: it lets other
 * work proceed, reports progress, and throws when the work was cancelled.
 */
export interface Patience {
    pause(done: number, total: number): Promise<void> | void;
    /** Whether the time that the caller grants has run out: the fit then ends with the best it has, and says so. */
    expired?(): boolean;
}
