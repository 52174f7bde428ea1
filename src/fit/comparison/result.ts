/** What a comparison of laws answers: plain data, nothing of it NaN. */
import type { FitResult, Interval } from '../result.js';

/** What laws are ranked by; less is better in all of them. */
export type ScoreName = 'error' | 'aicc' | 'bic';

export type Verdict = 'best' | 'indistinguishable' | 'worse' | 'unranked';

export interface Comparison {
    readonly scoring: Scoring;
    /** The probability density whose likelihood AICc and BIC are made of, in words. */
    readonly density: string;
    /** The score that orders the standings and gives the verdicts; null where no law has any. */
    readonly rankedBy: ScoreName | null;
    /** Best first; laws without a score last. */
    readonly standings: readonly Standing[];
    /** What to keep in mind, in sentences. */
    readonly notes: readonly string[];
}

/** On what, and how, the errors were measured. */
export interface Scoring {
    readonly kind: 'held-out' | 'cross-validation' | 'none';
    /** The error that laws are ranked by; null where there is none. */
    readonly measure: ErrorMeasure | null;
    readonly rows: number;
    /** Such as `12 held-out rows`. */
    readonly description: string;
}

/**
 * `log`: |ln ŷ − ln y|. `absolute`: |ŷ − y|, where observed values may be negative or 0. `objective`: the objective's
 * own loss, where it asks for something else than the middle of the observations.
 */
export type ErrorMeasure = 'log' | 'absolute' | 'objective';

export interface Standing {
    readonly name: string;
    /** Whether this is the null model that was added. */
    readonly isNullModel: boolean;
    readonly result: FitResult;
    /** Parameters estimated, the scale of the noise not among them. */
    readonly freeParameters: number;
    /** Of the observed values; null where `criteria` has a reason. */
    readonly logLikelihood: number | null;
    /** Means over the scored rows of |ŷ − y|/|y| and of |ln ŷ − ln y|; null where one cannot be computed. */
    readonly relativeError: number | null;
    readonly logError: number | null;
    /** Mean of the scoring's measure. */
    readonly error: Score;
    readonly aicc: Score;
    readonly bic: Score;
    readonly verdict: Verdict;
    /** The verdict as a sentence. */
    readonly words: string;
}

export interface Score {
    /** Null where there is none; then `reason` says why. */
    readonly value: number | null;
    readonly reason: string | null;
    /** 1 for the best. */
    readonly rank: number | null;
    /** To the best of this score. */
    readonly difference: Difference | null;
}

export interface Difference {
    /** How much more than the best's, ≥ 0. */
    readonly value: number;
    /** Paired over rows, or over the groups of rows that are independent; null where there is only one group. */
    readonly standardError: number | null;
    /** 95 %, by Student's t. */
    readonly interval: Interval | null;
    readonly verdict: Exclude<Verdict, 'unranked'>;
}
