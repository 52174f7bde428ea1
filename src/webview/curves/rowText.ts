/** What is said of one row or prediction: in tooltips, to screen readers, in tables. */
import type { AxisView, RowsView } from '../../protocol/figures.js';
import type { FitView, TargetView } from '../../protocol/fitView.js';
import { formatQuantity } from '../../quantity/print.js';
import { intervalOf, signedPercent, withInterval, withUnit } from '../shell/numberText.js';
import { relativeResidual, xValues } from './points.js';
import { counted } from './shown.js';
import { linesText } from '../../quantity/fileLines.js';

export interface RowText {
    readonly title: string;
    readonly lines: readonly string[];
}

export function rowText(fit: FitView, row: number): RowText {
    const { points } = fit;
    const { observed, predicted } = points;
    return {
        title: fit.reduction === null ? rowTitle(points, row) : reducedTitle(fit, row),
        lines: [
            ...placeTexts(fit.axes, points, row),
            observedText(fit, row),
            ...(predicted[row] === null
                ? []
                : [
                      `predicted ${predictedText(fit, row)}`,
                      `residual ${signedPercent(relativeResidual(observed[row], predicted[row]))}`,
                  ]),
            ...(points.state[row] === 'fitted' ? [] : [stateText(points, row)]),
        ],
    };
}

/** The row's name where it has one, and its line as the editor counts. */
export function rowTitle({ sources, lines, label }: RowsView, row: number): string {
    const line = linesText(sources, [lines[row]]);
    return label[row] ? `${label[row]} · ${line}` : line;
}

/** A value that a method made of several runs. */
function reducedTitle({ points, reduction }: FitView, row: number): string {
    const runs = reduction?.rows[points.reduced?.[row] ?? -1]?.lines.length ?? 0;
    return `${points.label[row]} · ${counted(runs, 'run')}`;
}

/** Where the row lies on each axis that it has a value on. */
export function placeTexts(axes: readonly AxisView[], rows: RowsView, row: number): readonly string[] {
    return axes.flatMap(({ key, label, unit }) =>
        rows.x[key] ? [`${label} ${withUnit(formatQuantity(xValues(rows, key)[row]), unit)}`] : [],
    );
}

function observedText({ points, target }: FitView, row: number): string {
    const spread = points.spread?.[row] ?? null;
    return points.reduced === null
        ? `observed ${formatQuantity(points.observed[row])}`
        : `${target} at the minimum ${withInterval(points.observed[row], spread)}`;
}

export function predictedText({ points }: FitView, row: number): string {
    return withInterval(points.predicted[row], intervalOf(points.lower[row], points.upper[row]));
}

export function stateText({ state, reason }: RowsView, row: number): string {
    switch (state[row]) {
        case 'fitted':
            return 'fitted';
        case 'held-out':
            return 'held out of the fit';
        case 'excluded':
            return reason[row] ? `excluded: ${reason[row]}` : 'excluded';
    }
}

export function targetText(fit: FitView, target: TargetView): RowText {
    return {
        title: target.label,
        lines: [`${fit.target} ${withInterval(target.y, intervalOf(target.lower, target.upper))}`],
    };
}
