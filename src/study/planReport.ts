/** Which runs to do next, as a study answers it. */
import type { ShownUnit } from '../quantity/shownUnit.js';
import type { KnownDesign } from '../experiment/problem.js';
import type { Interval } from '../fit/result.js';
import type { Extrapolation, Range } from './report.js';

export interface PlannedRunReport {
    /** In the order of the plan's candidates, in base terms. */
    readonly values: readonly { readonly name: string; readonly value: number; readonly unit: string | null }[];
    readonly cost: number | null;
    /** The target's interval that is expected once this run and those before it are done. */
    readonly interval: Interval;
    /** How far the run lies outside the rows that were fitted. */
    readonly extrapolation: readonly Extrapolation[];
}

export interface KnownDesignReport {
    readonly kind: KnownDesign;
    readonly runs: number;
    readonly cost: number;
    readonly interval: Interval;
}

export interface PlanReport {
    readonly name: string;
    /** Of the plan's name. */
    readonly range: Range;
    /** What is to be known better, as written: `frontier.N`. */
    readonly target: string;
    readonly estimate: number | null;
    /** 95 %, now and after all runs; null where there is no plan. */
    readonly interval: Interval | null;
    readonly expected: Interval | null;
    /** Whether the runs are begun together. */
    readonly isBatch: boolean;
    /** In the order in which they are best begun. */
    readonly runs: readonly PlannedRunReport[];
    /** Null where nothing is said of cost; in base terms, and the unit in which costs are shown. */
    readonly cost: { readonly spent: number; readonly limit: number; readonly unit: ShownUnit | null } | null;
    readonly known: readonly KnownDesignReport[];
    /** Values from ranges are found to within this factor; null without ranges. */
    readonly resolution: number | null;
    readonly candidates: number;
    /** Why there is no plan. */
    readonly message: string | null;
    /** Why it is not to be relied on. */
    readonly caution: string | null;
}
