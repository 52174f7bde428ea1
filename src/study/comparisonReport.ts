/** What a study answers to `compare`: plain data. */
import type { Crossing } from '../fit/comparison/crossings.js';
import type { Comparison, Standing } from '../fit/comparison/result.js';
import type { Interval, StopReason } from '../fit/result.js';
import type { FitReport, ParameterReport, Range } from './report.js';

/** A law in a comparison, or the null model. */
export interface ComparedLawReport extends Omit<Standing, 'result'> {
    readonly formula: string;
    readonly parameters: readonly ParameterReport[];
    readonly objective: number | null;
    readonly stopped: StopReason;
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

export interface ComparisonReport extends Omit<Comparison, 'standings'> {
    readonly runs: string;
    /** Of the first law's name in the statement. */
    readonly range: Range;
    readonly target: string;
    /** Rows fitted. */
    readonly rows: number;
    readonly heldOutRows: number;
    /** Best first. */
    readonly laws: readonly ComparedLawReport[];
    /** For each two laws that are functions of the same quantity. */
    readonly crossings: readonly CrossingReport[];
    /** The files that lines are of. */
    readonly sources: FitReport['sources'];
    readonly excluded: FitReport['excluded'];
}
