/** What the Curves panel shows of fits and of comparisons alike. */
import type { NumberOrNull } from './views.js';

export interface FigureBase {
    /** Stable while the statement keeps its laws, runs and group. */
    readonly id: string;
    readonly runs: string;
    /** The predicted column, for example `loss`. */
    readonly target: string;
    readonly fittedRows: number;
    /** What x can be, the most telling first (compute where it is known). */
    readonly axes: readonly AxisView[];
}

export interface AxisView {
    /** A column's name, `compute`, or `predicted value`. */
    readonly key: string;
    readonly label: string;
    readonly unit: string | null;
    /** Offer a logarithmic scale first (all values positive). */
    readonly positive: boolean;
    /** The axis key of what this axis' curves hold fixed (their `level`): it colours the points too. Null for a law of one variable. */
    readonly level: string | null;
}

/** A file of rows. The lines of several files are counted in one numbering, those of each from its first line on. */
export interface SourceView {
    readonly uri: string;
    readonly firstLine: number;
}

/** Columns of equal length, one entry per row shown. */
export interface RowsView {
    /** The files that the lines belong to. */
    readonly sources: readonly SourceView[];
    readonly lines: readonly number[];
    readonly state: readonly ('fitted' | 'held-out' | 'excluded')[];
    /** Why a row is excluded; null otherwise. */
    readonly reason: readonly (string | null)[];
    /** Values by axis key. */
    readonly x: Readonly<Record<string, readonly NumberOrNull[]>>;
    readonly observed: readonly NumberOrNull[];
    /** A text column's value for tooltips, such as a run's name; null without one. */
    readonly label: readonly (string | null)[];
    /** Rows of the table when more than are shown. */
    readonly total: number;
}

export interface CurveView {
    /** What is held fixed, for example `D = 1.4T`; empty for a law of one variable. */
    readonly label: string;
    /** The held value, for the colour scale; null for the only curve. */
    readonly level: NumberOrNull;
    readonly x: readonly number[];
    readonly y: readonly NumberOrNull[];
    /** 95 % band of the law's value; null where no uncertainty is known. */
    readonly lower: readonly NumberOrNull[] | null;
    readonly upper: readonly NumberOrNull[] | null;
}
