/** What an estimator answers: plain data. */

export type Interval = readonly [lower: number, upper: number];

/** An end is null where there is no limit on that side. */
export type OpenInterval = readonly [lower: number | null, upper: number | null];

export type ParameterStatus = 'estimated' | 'pinned' | 'at-lower-bound' | 'at-upper-bound' | 'unidentified';

export interface ParameterEstimate {
    readonly name: string;
    /** Null where the fit found none; `FitResult.stopped` says why. */
    readonly estimate: number | null;
    /** Asymptotic (sandwich, with clusters where there are any); null where the data do not determine the parameter. */
    readonly standardError: number | null;
    /** 95 %, of the kind that the problem asks for; null where none can be had honestly. */
    readonly interval: OpenInterval | null;
    readonly status: ParameterStatus;
}

export type StopCode =
    | 'converged'
    | 'step-too-small'
    | 'iteration-limit'
    | 'time-limit'
    | 'too-few-rows'
    | 'not-computable'
    | 'nothing-to-fit';

export interface StopReason {
    readonly code: StopCode;
    /** A sentence for people. */
    readonly message: string;
}

export type FitWarningCode =
    | 'parameter-at-bound'
    | 'exponent-includes-zero'
    | 'fewer-configurations-than-parameters'
    | 'parameter-not-identified'
    | 'not-converged'
    | 'bootstrap-refits-failed'
    | 'uncertainty-cut-short'
    | 'no-rows-to-spare'
    | 'interval-without-limit'
    | 'errors-beside-residuals';

export interface FitWarning {
    readonly code: FitWarningCode;
    readonly message: string;
    readonly parameters: readonly string[];
}

/** Joint draws of the parameters, one row per refit that could be computed. */
export interface Draws {
    readonly count: number;
    /** Row-major, `count` × number of parameters, in the order of `FitResult.parameters`. */
    readonly values: Float64Array;
}

export interface FitResult {
    /** In the order of the problem, pinned ones included. */
    readonly parameters: readonly ParameterEstimate[];
    /** The summed objective at the estimate; null where there is none. */
    readonly objective: number | null;
    readonly rows: number;
    /** One per row; empty where the law could not be fitted. */
    readonly predicted: Float64Array;
    /** In the objective's scale: ln y − ln ŷ, or y − ŷ. Empty where the law could not be fitted. */
    readonly residuals: Float64Array;
    /**
     * Values that the noise may have in a new run, in the objective's scale: residuals corrected for having been fitted. Empty
     * where there are no more rows than parameters.
     */
    readonly noise: Float64Array;
    /** Null without a bootstrap, where the fit found no optimum or has no rows to spare, and where no refit could be computed. */
    readonly draws: Draws | null;
    readonly stopped: StopReason;
    readonly warnings: readonly FitWarning[];
    readonly search: SearchReport;
}

/** How widely was searched, and what else was met. */
export interface SearchReport {
    /** Points at which the objective was looked at before any local search. */
    readonly candidates: number;
    /** Local searches run to the end, and how many of them ended at the best objective. */
    readonly starts: number;
    readonly reachedBest: number;
    /** Distinct local optima met, the best one included. */
    readonly optima: number;
    /** The best of the others, best first; a few. */
    readonly rivals: readonly Rival[];
}

/** Another local optimum. */
export interface Rival {
    /** In the order of `FitResult.parameters`. */
    readonly parameters: readonly number[];
    readonly objective: number;
    /** Whether other rows from the same source might well have made it the best. */
    readonly indistinguishable: boolean;
}
