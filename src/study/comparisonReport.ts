/** What a study answers to `compare`: plain data. */
import type { Crossing } from '../fit/comparison/crossings.js';
import type { Score, ScoreName, Scoring, Verdict } from '../fit/comparison/result.js';
import type { Interval, StopReason } from '../fit/result.js';
import type { FitReport, ParameterReport, Range } from './report.js';

/** A law in a comparison. */
export interface ComparedLawReport {
    /** Of the law, or of the null model. */
    readonly name: string;
    /** Whether it was added: loss as a function of compute alone. */
    readonly isNullModel: boolean;
    readonly formula: string;
    readonly parameters: readonly ParameterReport[];
    /** How many of them are estimated. */
    readonly freeParameters: number;
    readonly objective: number | null;
    readonly stopped: StopReason;
    readonly logLikelihood: number | null;
    /** Means over the rows scored of |ŷ − y| / |y| and of |ln ŷ − ln y|. */
    readonly relativeError: number | null;
    readonly logError: number | null;
    /** What the laws are ranked by, and the difference to the best. */
    readonly error: Score;
    readonly aicc: Score;
    readonly bic: Score;
    readonly verdict: Verdict;
    /** The verdict as a sentence. */
    readonly words: string;
}

/** Where two laws predict the same. */
export interface CrossingReport {
    readonly laws: readonly [first: string, second: string];
    /** The quantity along which they are compared: `compute` is used at its best by a law of N and D. */
    readonly along: string;
    /** The range that was searched. */
    readonly searched: Interval;
    /** In increasing order. */
    readonly crossings: readonly Crossing[];
    /** The share of the joint draws in which they cross; null without draws. */
    readonly drawsThatCross: number | null;
    /** In a sentence. */
    readonly message: string;
}

export interface ComparisonReport {
    readonly runs: string;
    /** Of the first law's name in the statement. */
    readonly range: Range;
    readonly target: string;
    /** Rows fitted. */
    readonly rows: number;
    readonly heldOutRows: number;
    /** On what the errors were measured. */
    readonly scoring: Scoring;
    /** Of the likelihood that AICc and BIC are made of. */
    readonly density: string;
    readonly rankedBy: ScoreName | null;
    /** Best first. */
    readonly laws: readonly ComparedLawReport[];
    /** For each two laws that are functions of the same quantity. */
    readonly crossings: readonly CrossingReport[];
    /** What to keep in mind. */
    readonly notes: readonly string[];
    readonly excluded: FitReport['excluded'];
}
