/** The numbers of a fit's chart: runs, fitted curves with their bands, and predictions, one kind after the other. */
import type { AxisView } from '../../protocol/figures.js';
import type { FitView } from '../../protocol/fitView.js';
import { csvText, type CsvCell } from '../export/csv.js';
import { relativeResidual, xValues } from './points.js';
import { lineName } from '../../quantity/fileLines.js';

/** Columns: kind, line (as the editor counts), label, one per axis, observed, predicted, lower, upper, relative residual, state. */
export function fitCsv(fit: FitView, axis: AxisView): string {
    const header = [
        'kind',
        'line',
        'label',
        ...fit.axes.map(({ key }) => key),
        'observed',
        'predicted',
        'lower',
        'upper',
        'relative_residual',
        'state',
    ];
    return csvText(header, [...runRows(fit), ...curveRows(fit, axis), ...targetRows(fit)]);
}

function runRows(fit: FitView): readonly CsvCell[][] {
    const { points } = fit;
    return points.lines.map((line, row) => [
        'run',
        lineName(points.sources, line),
        points.label[row],
        ...fit.axes.map(({ key }) => xValues(points, key)[row]),
        points.observed[row],
        points.predicted[row],
        points.lower[row],
        points.upper[row],
        relativeResidual(points.observed[row], points.predicted[row]),
        points.reason[row] ?? points.state[row],
    ]);
}

/** A curve knows its own x and the level it holds; of other axes it says nothing. */
function curveRows(fit: FitView, axis: AxisView): readonly CsvCell[][] {
    return (fit.curves[axis.key] ?? []).flatMap((curve) =>
        curve.x.map((x, index) => [
            'curve',
            null,
            curve.label,
            ...fit.axes.map(({ key }) => (key === axis.key ? x : key === axis.level ? curve.level : null)),
            null,
            curve.y[index],
            curve.lower?.[index] ?? null,
            curve.upper?.[index] ?? null,
            null,
            null,
        ]),
    );
}

function targetRows(fit: FitView): readonly CsvCell[][] {
    return fit.targets.map(({ label, x, y, lower, upper, line }) => [
        'prediction',
        line + 1,
        label,
        ...fit.axes.map(({ key }) => x[key] ?? null),
        null,
        y,
        lower,
        upper,
        null,
        null,
    ]);
}
