/** Planes of two variables in the Allocation panel. */
import type { SourceView } from './figures.js';
import type { NumberOrNull } from './views.js';

export interface LineView {
    readonly x: readonly number[];
    readonly y: readonly number[];
}

/** Runs on a plane, with their lines. */
export interface PlacedRunsView extends LineView {
    readonly sources: readonly SourceView[];
    readonly lines: readonly number[];
}

/** The plane of the first two variables; further variables stay at their optimum. */
export interface PlaneView {
    readonly xName: string;
    readonly yName: string;
    readonly xUnit: string | null;
    readonly yUnit: string | null;
    /** Grid lines, log-spaced, ascending. */
    readonly x: readonly number[];
    readonly y: readonly number[];
    /** The objective at (x[i], y[j]) is `objective[j][i]`; null where it cannot be computed. */
    readonly objective: readonly (readonly NumberOrNull[])[];
    readonly constraints: readonly (LineView & { readonly text: string; readonly binding: boolean })[];
    readonly runs: PlacedRunsView | null;
    readonly optimum: { readonly x: number; readonly y: number };
    /** Outline of the joint 95 % region of the optimum, closed; null where no uncertainty is known. */
    readonly region: LineView | null;
    readonly rivals: readonly { readonly label: string; readonly x: number; readonly y: number }[];
    /** The objective along the first binding constraint, and the stretches of x that cost hardly more, with what is said of it. */
    readonly along: {
        readonly x: readonly number[];
        readonly y: readonly number[];
        readonly objective: readonly number[];
        readonly flat: {
            readonly stretches: readonly { readonly from: number; readonly to: number }[];
            readonly text: string;
        } | null;
    } | null;
}
