/** What the Curves panel shows, and the messages between it and the extension. */
import type { FromPanel, ToPanel } from './panel.js';
import type { NumberOrNull, ParameterView, MessageView } from './views.js';

export type CurvesToPanel = ToPanel<CurvesView>;
export type CurvesFromPanel = FromPanel;

export interface CurvesView {
    readonly documentUri: string;
    /** For the panel's heading, for example `surface.scaling`. */
    readonly documentName: string;
    /** One per fit, in document order; a grouped fit gives one per group. */
    readonly fits: readonly FitView[];
}

export interface FitView {
    /** Stable while the statement keeps its law, runs and group. */
    readonly id: string;
    readonly law: string;
    readonly runs: string;
    readonly group: string | null;
    readonly formula: string;
    /** The predicted column, for example `loss`. */
    readonly target: string;
    readonly fittedRows: number;
    readonly stopped: string;
    readonly converged: boolean;
    readonly objective: NumberOrNull;
    readonly parameters: readonly ParameterView[];
    readonly messages: readonly MessageView[];
    /** What x can be, the most telling first (compute where it is known). */
    readonly axes: readonly AxisView[];
    readonly points: PointsView;
    /** Curves by axis key. */
    readonly curves: Readonly<Record<string, readonly CurveView[]>>;
    /** Predictions of this law elsewhere in the file. */
    readonly targets: readonly TargetView[];
}

export interface AxisView {
    /** A column's name, or `compute`. */
    readonly key: string;
    readonly label: string;
    readonly unit: string | null;
    /** Offer a logarithmic scale first (all values positive). */
    readonly positive: boolean;
    /** The axis key of what this axis' curves hold fixed (their `level`): it colours the points too. Null for a law of one variable. */
    readonly level: string | null;
}

/** Columns of equal length, one entry per row shown. */
export interface PointsView {
    /** The file that the lines belong to. */
    readonly source: string;
    readonly lines: readonly number[];
    readonly state: readonly ('fitted' | 'held-out' | 'excluded')[];
    /** Why a row is excluded; null otherwise. */
    readonly reason: readonly (string | null)[];
    /** Values by axis key. */
    readonly x: Readonly<Record<string, readonly NumberOrNull[]>>;
    readonly observed: readonly NumberOrNull[];
    readonly predicted: readonly NumberOrNull[];
    readonly lower: readonly NumberOrNull[];
    readonly upper: readonly NumberOrNull[];
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

export interface TargetView {
    readonly label: string;
    readonly x: Readonly<Record<string, NumberOrNull>>;
    readonly y: number;
    readonly lower: NumberOrNull;
    readonly upper: NumberOrNull;
    /** The line of the predict statement, in the document. */
    readonly line: number;
}
