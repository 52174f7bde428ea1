/** Rows as a table: the accessible form of the charts. */
import type { AxisView, RowsView } from '../../protocol/figures.js';
import { formatQuantity } from '../../quantity/print.js';
import { lineButton } from '../shell/controls.js';
import type { Place } from '../shell/frame.js';
import { nameWithUnit } from '../shell/numberText.js';
import { scrolling, table, type Column } from '../shell/table.js';
import { xValues } from './points.js';
import { stateText } from './rowText.js';
import { lineName, placeOfLine } from '../../quantity/fileLines.js';

export interface RowsTable {
    readonly caption: string;
    readonly rows: RowsView;
    readonly axes: readonly AxisView[];
    readonly target: string;
    readonly selected: number | null;
    readonly reveal: (place: Place) => void;
}

/** What a law says of a row. */
export interface LawColumn {
    readonly title: string;
    readonly cell: (row: number) => string;
}

export function rowsTable(shown: RowsTable, laws: readonly LawColumn[]): HTMLElement {
    const { caption, rows, target, selected, reveal } = shown;
    const hasLabels = rows.label.some((label) => label !== null);
    const axes = shown.axes.filter(({ key }) => rows.x[key]);
    const number = (title: string): Column => ({ title, kind: 'number' });
    const columns: Column[] = [
        number('Line'),
        ...(hasLabels ? [{ title: 'Run', kind: 'text' as const }] : []),
        ...axes.map(({ label, unit }) => number(nameWithUnit(label, unit))),
        number(target),
        ...laws.map(({ title }) => number(title)),
        { title: 'State', kind: 'text' },
    ];
    const cells = rows.lines.map((line, row) => [
        lineButton(lineName(rows.sources, line), 'Show this row in the editor', () =>
            reveal(placeOfLine(rows.sources, line)),
        ),
        ...(hasLabels ? [rows.label[row] ?? ''] : []),
        ...axes.map(({ key }) => formatQuantity(xValues(rows, key)[row])),
        formatQuantity(rows.observed[row]),
        ...laws.map(({ cell }) => cell(row)),
        stateText(rows, row),
    ]);
    return scrolling('Runs', table(caption, columns, cells, selected));
}
