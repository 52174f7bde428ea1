/** A fit in the Curves panel. */
import type { CurveView, FigureBase, RowsView } from './figures.js';
import type { ReductionView } from './reductionView.js';
import type { MessageView, NumberOrNull, ParameterView } from './views.js';

export interface FitView extends FigureBase {
    readonly kind: 'fit';
    readonly law: string;
    readonly group: string | null;
    readonly formula: string;
    readonly stopped: string;
    readonly converged: boolean;
    readonly objective: NumberOrNull;
    readonly parameters: readonly ParameterView[];
    readonly messages: readonly MessageView[];
    readonly points: PointsView;
    /** Curves by axis key. */
    readonly curves: Readonly<Record<string, readonly CurveView[]>>;
    /** Predictions of this law elsewhere in the file. */
    readonly targets: readonly TargetView[];
    /** Of the rows held out; null without any. */
    readonly holdout: (ErrorsView & { readonly rows: number }) | null;
    /** Null where the fit does not ask for it, as below. */
    readonly rolling: RollingView | null;
    readonly influence: InfluenceView | null;
    readonly reduction: ReductionView | null;
}

export interface PointsView extends RowsView {
    readonly predicted: readonly NumberOrNull[];
    readonly lower: readonly NumberOrNull[];
    readonly upper: readonly NumberOrNull[];
    /** For each point its row of the reduction; null where points are rows of the table. */
    readonly reduced: readonly number[] | null;
    /** 95 % intervals of observed values that are estimates themselves; null where all were measured. */
    readonly spread: readonly (readonly [number, number] | null)[] | null;
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

/** Means over rows that were not fitted; null where none could be scored. */
export interface ErrorsView {
    /** Of |predicted − observed| / |observed|. */
    readonly meanRelativeError: NumberOrNull;
    /** Of |ln predicted − ln observed|. */
    readonly meanLogError: NumberOrNull;
    /** Of (predicted − observed) / |observed|. */
    readonly bias: NumberOrNull;
}

/** The law fitted below each of some values of a column, and scored above. */
export interface RollingView {
    readonly along: string;
    readonly unit: string | null;
    /** The column's value of each point. */
    readonly values: readonly NumberOrNull[];
    /** By ascending cut. */
    readonly cuts: readonly CutView[];
    /** Why there is no cut; null where there are some. */
    readonly message: string | null;
}

export interface CutView extends ErrorsView {
    readonly cut: number;
    readonly reach: number;
    readonly rowsBelow: number;
    readonly rowsAbove: number;
    /** Of the fit below. */
    readonly parameters: readonly { readonly name: string; readonly estimate: NumberOrNull }[];
    /** How that fit ended, where not well. */
    readonly trouble: string | null;
}

/** The fit without each of its rows. */
export interface InfluenceView {
    /** The most influential rows, by falling Cook's distance. */
    readonly rows: readonly RowInfluenceView[];
    /** Rows that were left out in turn. */
    readonly tried: number;
    /** What `optimum` of a row is about, such as `N at 5.76e23 FLOP`; null where the law has none. */
    readonly optimum: string | null;
    readonly message: string | null;
}

export interface RowInfluenceView {
    readonly line: number;
    /** Cook's distance. */
    readonly distance: number;
    /** Of the estimates without the row, in standard errors. */
    readonly changes: readonly { readonly name: string; readonly inErrors: NumberOrNull }[];
    /** The share by which the optimum changes. */
    readonly optimum: NumberOrNull;
}
