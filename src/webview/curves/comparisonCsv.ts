/** The numbers of a comparison's chart: runs with what each law predicts, curves, and crossings, one kind after the other. */
import type { ComparisonView } from '../../protocol/comparisonView.js';
import type { AxisView } from '../../protocol/figures.js';
import { csvText, type CsvCell } from '../export/csv.js';
import { xValues } from './points.js';
import { lineName } from '../../quantity/fileLines.js';

/**
 * Columns: kind, line (as the editor counts), label, law, one per axis, ends of the 95 % interval (of a curve's value, of a crossing's
 * place on the shown axis), observed, predicted, state.
 */
export function comparisonCsv(view: ComparisonView, axis: AxisView): string {
    const axes = view.axes.filter(({ key }) => view.rows.x[key]);
    const header = [
        ...['kind', 'line', 'label', 'law'],
        ...axes.map(({ key }) => key),
        ...['lower', 'upper', 'observed', 'predicted', 'state'],
    ];
    return csvText(header, [...runRows(view, axes), ...curveRows(view, axes, axis), ...crossingRows(view, axes, axis)]);
}

function runRows({ rows, laws }: ComparisonView, axes: readonly AxisView[]): readonly CsvCell[][] {
    return laws.flatMap(({ name, predicted }) =>
        rows.lines.map((line, row) => [
            ...['run', lineName(rows.sources, line), rows.label[row], name],
            ...axes.map(({ key }) => xValues(rows, key)[row]),
            ...[null, null, rows.observed[row], predicted[row], rows.reason[row] ?? rows.state[row]],
        ]),
    );
}

function curveRows({ laws }: ComparisonView, axes: readonly AxisView[], { key }: AxisView): readonly CsvCell[][] {
    return laws.flatMap(({ name, curves: { [key]: curve } }) =>
        (curve?.x ?? []).map((x, index) => [
            ...['curve', null, null, name],
            ...axes.map((axis) => (axis.key === key ? x : null)),
            ...[curve.lower?.[index] ?? null, curve.upper?.[index] ?? null, null, curve.y[index], null],
        ]),
    );
}

function crossingRows(
    { crossings }: ComparisonView,
    axes: readonly AxisView[],
    { key }: AxisView,
): readonly CsvCell[][] {
    return (crossings[key] ?? []).map(({ laws, at, value, interval }) => [
        ...['crossing', null, null, laws.join(' × ')],
        ...axes.map((axis) => (axis.key === key ? at : null)),
        ...[interval?.[0] ?? null, interval?.[1] ?? null, null, value, null],
    ]);
}
