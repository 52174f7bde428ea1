/** What a fit says beyond its parameters, where its options ask for it: plain data. */
import type { StopReason } from '../fit/result.js';

export interface HoldoutReport extends HoldoutErrors {
    readonly rows: number;
}

/** Means over the rows that could be scored; null where there are none. */
export interface HoldoutErrors {
    /** Of |ŷ − y| / |y|. */
    readonly meanRelativeError: number | null;
    readonly medianRelativeError: number | null;
    /** Of |ln ŷ − ln y|. */
    readonly meanLogError: number | null;
    /** Of (ŷ − y) / |y|: positive where the law lies too high. */
    readonly bias: number | null;
}

export interface RollingReport {
    /** The column along which rows are held out. */
    readonly along: string;
    /** By ascending cut. */
    readonly cuts: readonly RollingCutReport[];
    /** Why there is no cut; null where there are some. */
    readonly message: string | null;
}

export interface RollingCutReport extends HoldoutErrors {
    /** Rows up to this value are fitted, those beyond it, up to `reach`, scored. */
    readonly cut: number;
    readonly reach: number;
    readonly rowsBelow: number;
    readonly rowsAbove: number;
    /** Of the fit below. */
    readonly parameters: readonly { readonly name: string; readonly estimate: number | null }[];
    readonly stopped: StopReason;
}

export interface InfluenceReport {
    /** One for each row that was left out, in the order of the table. */
    readonly rows: readonly RowInfluenceReport[];
    /** The optimum that `optimum` is about, such as `N at 5.76e23 FLOP`; null where the law has none. */
    readonly optimum: string | null;
    /** What was not done, and why. */
    readonly message: string | null;
}

export interface RowInfluenceReport {
    /** Zero-based, in the file of the runs. */
    readonly line: number;
    /** By how much the estimates change without the row, also in their standard errors; null where they are not to be had. */
    readonly parameters: readonly {
        readonly name: string;
        readonly change: number | null;
        readonly changeInErrors: number | null;
    }[];
    /** Cook's distance. */
    readonly distance: number | null;
    /** By which share the optimum changes. */
    readonly optimum: number | null;
}

/** What a method made of some of the runs: one compute budget, or one stretch of compute with the same best run. */
export interface ReducedRowReport {
    /** In FLOP; the same at both ends for a budget. */
    readonly from: number;
    readonly to: number;
    /** What reaches the lowest loss there; null where that is not known. */
    readonly size: number | null;
    readonly tokens: number | null;
    readonly loss: number | null;
    /** `used`, or why not. */
    readonly status: string;
    readonly message: string;
    /** Zero-based lines of its runs. */
    readonly lines: readonly number[];
}

export interface ReductionReport {
    readonly method: 'isoflop' | 'envelope';
    /** In a sentence. */
    readonly description: string;
    readonly rows: readonly ReducedRowReport[];
    /** What to keep in mind. */
    readonly warnings: readonly string[];
}
