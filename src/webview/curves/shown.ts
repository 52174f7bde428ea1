/** From the view and what the user has chosen to what is shown. */
import type { CurvesView, FigureView } from '../../protocol/curvesPanel.js';
import type { ComparisonView } from '../../protocol/comparisonView.js';
import type { AxisView, RowsView } from '../../protocol/figures.js';
import type { FitView } from '../../protocol/fitView.js';
import type { Range } from '../chart/range.js';
import type { CurvesState } from './state.js';

export type AnyShown = Shown<FitView> | Shown<ComparisonView>;

export interface Shown<Figure extends FigureView> {
    readonly figure: Figure;
    readonly axis: AxisView;
    readonly xLog: boolean;
    readonly yLog: boolean;
    /** Whether the axis can be logarithmic at all: every value positive. */
    readonly canXLog: boolean;
    readonly canYLog: boolean;
}

/** What the user looks at closely. It goes with the figure and is not remembered. */
export interface Focus {
    readonly zoom: { readonly x: Range; readonly y: Range } | null;
    /** A law of the comparison. */
    readonly law: string | null;
    /** Index of a cut of the rolling hold-out. */
    readonly cut: number | null;
}

export const NO_FOCUS: Focus = { zoom: null, law: null, cut: null };

/** The chosen figure, else the first; undefined without any, or where it has nothing to be drawn against. */
export function shownFigure(view: CurvesView, state: CurvesState): AnyShown | undefined {
    const figure = view.figures.find(({ id }) => id === state.figure) ?? view.figures[0];
    const axis = figure?.axes.find(({ key }) => key === state.axis) ?? figure?.axes[0];
    if (!figure || !axis) {
        return undefined;
    }
    const canXLog = axis.positive;
    const canYLog = valuesOf(figure).every((y) => y === null || y > 0);
    const scales = {
        axis,
        xLog: canXLog && (state.xLog ?? true),
        yLog: canYLog && (state.yLog ?? true),
        canXLog,
        canYLog,
    };
    return figure.kind === 'fit' ? { ...scales, figure } : { ...scales, figure };
}

export function isComparison(shown: AnyShown): shown is Shown<ComparisonView> {
    return shown.figure.kind === 'comparison';
}

export function rowsOf(figure: FigureView): RowsView {
    return figure.kind === 'fit' ? figure.points : figure.rows;
}

export function figureTitle(figure: FigureView): string {
    if (figure.kind === 'comparison') {
        const names = figure.laws.filter(({ isNullModel }) => !isNullModel).map(({ name }) => name);
        return `compare ${names.join(', ')} on ${figure.runs}`;
    }
    const { law, runs, group } = figure;
    return `${law} to ${runs}${group === null ? '' : ` · ${group}`}`;
}

/** `240 of 245 rows`, with what became of the others. */
export function rowsText(figure: FigureView): string {
    const { fittedRows } = figure;
    if (figure.kind === 'fit' && figure.reduction !== null) {
        const { method, rows, unusedRuns } = figure.reduction;
        return method === 'isoflop'
            ? `${fittedRows} of ${counted(rows.length, 'budget')} fitted${unusedRuns > 0 ? `, ${counted(unusedRuns, 'run')} not used` : ''}`
            : `${counted(fittedRows, 'value')} of compute fitted${unusedRuns > 0 ? `, ${counted(unusedRuns, 'run')} not used` : ''}`;
    }
    const { state, total, lines } = rowsOf(figure);
    const count = (wanted: string): number => state.filter((other) => other === wanted).length;
    const heldOut = count('held-out');
    const excluded = count('excluded');
    return [
        `${counted(fittedRows, 'row')} fitted`,
        ...(heldOut > 0 ? [`${heldOut} held out`] : []),
        ...(excluded > 0 ? [`${excluded} excluded`] : []),
        ...(total > lines.length ? [`${lines.length} of ${total} shown`] : []),
    ].join(', ');
}

export function counted(count: number, noun: string): string {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function valuesOf(figure: FigureView): readonly (number | null)[] {
    return figure.kind === 'fit'
        ? [...figure.points.observed, ...figure.targets.map(({ y }) => y)]
        : figure.rows.observed;
}
