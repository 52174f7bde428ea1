/** From the view and what the user has chosen to what is shown. */
import type { AxisView, CurvesView, FitView } from '../../protocol/curvesPanel.js';
import { axisNamed, xValues } from './points.js';
import type { CurvesState } from './state.js';

export interface Shown {
    readonly fit: FitView;
    readonly axis: AxisView;
    readonly xLog: boolean;
    readonly yLog: boolean;
    /** Whether the axis can be logarithmic at all: every value positive. */
    readonly canXLog: boolean;
    readonly canYLog: boolean;
}

/** The chosen fit, else the first; undefined without any, or where it has nothing to be drawn against. */
export function shownFit(view: CurvesView, state: CurvesState): Shown | undefined {
    const fit = view.fits.find(({ id }) => id === state.fitId) ?? view.fits[0];
    const axis = fit && axisNamed(fit, state.axis);
    if (!fit || !axis) {
        return undefined;
    }
    const canXLog = axis.positive;
    const canYLog = [...fit.points.observed, ...fit.targets.map(({ y }) => y)].every((y) => y === null || y > 0);
    return {
        fit,
        axis,
        xLog: canXLog && (state.xLog ?? true),
        yLog: canYLog && (state.yLog ?? true),
        canXLog,
        canYLog,
    };
}

export function fitTitle({ law, runs, group }: FitView): string {
    return `${law} to ${runs}${group === null ? '' : ` · ${group}`}`;
}

/** `240 of 245 rows`, with what became of the others. */
export function rowsText({ fittedRows, points }: FitView): string {
    const count = (state: string): number => points.state.filter((other) => other === state).length;
    const heldOut = count('held-out');
    const excluded = count('excluded');
    return [
        `${fittedRows} ${fittedRows === 1 ? 'row' : 'rows'} fitted`,
        ...(heldOut > 0 ? [`${heldOut} held out`] : []),
        ...(excluded > 0 ? [`${excluded} excluded`] : []),
        ...(points.total > points.lines.length ? [`${points.lines.length} of ${points.total} shown`] : []),
    ].join(', ');
}

/** What the chart shows, in a sentence for those who cannot see it. */
export function chartDescription({ fit, axis }: Shown): string {
    const placed = xValues(fit.points, axis.key).filter((x) => x !== null).length;
    return `${fit.target} against ${axis.label}: ${placed} runs and the fitted law ${fit.law}.`;
}
