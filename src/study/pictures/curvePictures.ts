/** What the Curves panel draws, as plain data: numbers in base terms, null where there is none. */
import type { Interval } from '../../fit/result.js';
import type { ComparisonReport, CrossingReport } from '../comparisonReport.js';
import type { FitReport, RowState } from '../report.js';
import type { NumberOrNull } from './numbers.js';
import type { Sources } from '../../quantity/fileLines.js';

export type CurvesPicture = FitCurves | ComparisonCurves;

// ---- What fits and comparisons share ----------------------------------------------------------------

export interface CurveAxis {
    /** A column's name, `compute`, or `predicted value`. */
    readonly key: string;
    readonly label: string;
    readonly unit: string | null;
    /** All its values are positive. */
    readonly positive: boolean;
}

/** Columns of equal length, one entry per row shown. */
export interface CurveRows {
    /** The file that the lines belong to. */
    readonly sources: Sources;
    readonly lines: readonly number[];
    readonly state: readonly RowState[];
    /** Why a row is excluded; null otherwise. */
    readonly reason: readonly (string | null)[];
    /** By axis key. */
    readonly x: Readonly<Record<string, readonly NumberOrNull[]>>;
    readonly observed: readonly NumberOrNull[];
    /** Of the first text column. */
    readonly label: readonly (string | null)[];
    /** Rows in all, which may be more than are shown. */
    readonly total: number;
}

export interface Curve {
    /** What is held fixed, for example `D = 1.4T`; empty for the only curve. */
    readonly label: string;
    readonly level: NumberOrNull;
    readonly x: readonly number[];
    readonly y: readonly NumberOrNull[];
    /** 95 % band; null where no uncertainty is known. */
    readonly lower: readonly NumberOrNull[] | null;
    readonly upper: readonly NumberOrNull[] | null;
}

// ---- Fits -------------------------------------------------------------------------------------------

export interface FitCurves {
    readonly kind: 'fit';
    readonly report: FitReport;
    /** What x can be, the most telling first. */
    readonly axes: readonly CurveAxis[];
    readonly points: CurvePoints;
    /** By axis key. */
    readonly curves: Readonly<Record<string, readonly Curve[]>>;
    /** Predictions of this law elsewhere in the spec. */
    readonly targets: readonly CurveTarget[];
    /** Of each point, the value of the column along which rows are held out in turn; null where none are. */
    readonly along: readonly NumberOrNull[] | null;
    /** The runs that a method reduced; null where the law is fitted to the runs themselves. */
    readonly field: FieldPicture | null;
}

/** The rows that were fitted: those of the table, or those that a method made of them. */
export interface CurvePoints extends CurveRows {
    readonly predicted: readonly NumberOrNull[];
    readonly lower: readonly NumberOrNull[];
    readonly upper: readonly NumberOrNull[];
    /** For each point the reduced row of the report that it stands for; null without a method. */
    readonly reduced: readonly number[] | null;
    /** How sure an observed value is that a method found; null where it was measured. */
    readonly spread: readonly (Interval | null)[] | null;
}

export interface CurveTarget {
    readonly label: string;
    /** By axis key. */
    readonly x: Readonly<Record<string, NumberOrNull>>;
    readonly y: number;
    readonly lower: NumberOrNull;
    readonly upper: NumberOrNull;
    /** Of the predict statement. */
    readonly line: number;
}

/** What a method saw: the loss of the runs against size for each budget, or against compute. */
export interface FieldPicture {
    readonly x: CurveAxis;
    /** The column of losses. */
    readonly y: string;
    /** What tells groups apart: compute of a budget, size of a run. */
    readonly level: CurveAxis;
    /** One for each reduced row of the report. */
    readonly groups: readonly FieldGroup[];
    /** Rows that belong to none of them. */
    readonly others: FieldRows;
}

export interface FieldRows {
    readonly lines: readonly number[];
    readonly x: readonly number[];
    readonly y: readonly number[];
    /** Why a row is not used; null for one that is. */
    readonly reason: readonly (string | null)[];
}

export interface FieldGroup extends FieldRows {
    readonly level: number;
    readonly isUsed: boolean;
    /** Through its runs, or the stretch on which its run is lowest; null where there is none. */
    readonly curve: { readonly x: readonly number[]; readonly y: readonly number[] } | null;
    /** Where the curve is lowest, and how sure that is; null where it tells nothing. */
    readonly minimum: { readonly x: number; readonly y: number; readonly interval: Interval | null } | null;
}

// ---- Comparisons ------------------------------------------------------------------------------------

export interface ComparisonCurves {
    readonly kind: 'comparison';
    readonly report: ComparisonReport;
    /** Quantities along which laws can be drawn, then `predicted`. */
    readonly axes: readonly CurveAxis[];
    readonly rows: CurveRows;
    /** In the order of the statement, the null model last. */
    readonly laws: readonly ComparedCurves[];
    /** Those that the curves reach, by axis key. */
    readonly crossings: Readonly<Record<string, readonly CrossingReport[]>>;
}

export interface ComparedCurves {
    /** Its place among the laws of the report, which are best first. */
    readonly place: number;
    /** One for each row shown. */
    readonly predicted: readonly NumberOrNull[];
    /** By axis key; none along a quantity of which the law is no function. */
    readonly curves: Readonly<Record<string, Curve>>;
    /** Whether the curve along compute is that of its best use by a law of N and D. */
    readonly isBestUse: boolean;
}
