/** What is said of one row or prediction: in tooltips, to screen readers, in tables. */
import type { FitView, TargetView } from '../../protocol/curvesPanel.js';
import { formatQuantity } from '../../quantity/print.js';
import { intervalOf, signedPercent, withInterval, withUnit } from '../shell/numberText.js';
import { relativeResidual, xValues } from './points.js';

export interface RowText {
    readonly title: string;
    readonly lines: readonly string[];
}

export function rowText(fit: FitView, row: number): RowText {
    const { points } = fit;
    const state = points.state[row];
    return {
        title: rowTitle(fit, row),
        lines: [
            ...fit.axes.map(
                ({ key, label, unit }) => `${label} ${withUnit(formatQuantity(xValues(points, key)[row]), unit)}`,
            ),
            `observed ${formatQuantity(points.observed[row])}`,
            ...(points.predicted[row] === null ? [] : [`predicted ${predictedText(fit, row)}`, residualText(fit, row)]),
            ...(state === 'fitted' ? [] : [stateText(fit, row)]),
        ],
    };
}

/** The row's name where it has one, and its line as the editor counts. */
export function rowTitle({ points }: FitView, row: number): string {
    const line = `line ${points.lines[row] + 1}`;
    const label = points.label[row];
    return label ? `${label} · ${line}` : line;
}

export function predictedText({ points }: FitView, row: number): string {
    return withInterval(points.predicted[row], intervalOf(points.lower[row], points.upper[row]));
}

export function stateText({ points }: FitView, row: number): string {
    switch (points.state[row]) {
        case 'fitted':
            return 'fitted';
        case 'held-out':
            return 'held out of the fit';
        case 'excluded':
            return points.reason[row] ? `excluded: ${points.reason[row]}` : 'excluded';
    }
}

export function targetText(fit: FitView, target: TargetView): RowText {
    return {
        title: target.label,
        lines: [`${fit.target} ${withInterval(target.y, intervalOf(target.lower, target.upper))}`],
    };
}

function residualText(fit: FitView, row: number): string {
    return `residual ${signedPercent(relativeResidual(fit.points, row))}`;
}
