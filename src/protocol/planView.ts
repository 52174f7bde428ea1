/** What the Allocation panel shows of a plan of the next runs. */
import type { LineView, PlacedRunsView } from './planeView.js';
import type { MessageView, NumberOrNull } from './views.js';

export interface PlanView {
    readonly name: string;
    /** Zero-based line of the statement. */
    readonly line: number;
    /** What is to be known better, as written: `flagship.N`. */
    readonly target: string;
    /** As written: what each run keeps to, and what all of them may cost. */
    readonly limits: readonly string[];
    readonly total: string | null;
    /** Whether there is a plan. */
    readonly isPlanned: boolean;
    /** What is known and what is expected, or why there is no plan; what the user wrote stands in backticks. */
    readonly message: string;
    readonly messages: readonly MessageView[];
    /** What was looked through; null without a plan. */
    readonly searched: string | null;
    /** A header and the runs in the order in which they are best begun, as text; null without a plan. */
    readonly runs: readonly (readonly string[])[] | null;
    /** A header and the designs that it is compared with, this one first, as text; null without any. */
    readonly designs: readonly (readonly string[])[] | null;
    readonly narrowing: NarrowingView | null;
    /** Null without a plan, and with fewer than two things to choose. */
    readonly plane: PlannedPlaneView | null;
}

/** The 95 % interval of the target, run by run. */
export interface NarrowingView {
    readonly estimate: number;
    /** Before the first run, and after each. */
    readonly steps: readonly NarrowedView[];
    /** After all runs of another design instead. */
    readonly designs: readonly (NarrowedView & { readonly name: string; readonly runs: number })[];
}

export interface NarrowedView {
    readonly lower: number;
    readonly upper: number;
    /** Of all runs up to here; null where nothing is said of cost. */
    readonly cost: NumberOrNull;
}

/** The plane of the first two things that are chosen. */
export interface PlannedPlaneView {
    readonly xName: string;
    readonly yName: string;
    readonly xUnit: string | null;
    readonly yUnit: string | null;
    /** The planned runs, in their order. */
    readonly planned: LineView;
    /** Those done so far; null where they cannot be placed. */
    readonly runs: PlacedRunsView | null;
    /** Where what each run keeps to ends. */
    readonly limits: readonly (LineView & { readonly text: string })[];
}
