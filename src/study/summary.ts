/** What is said of a table as a whole. */
import type { Column } from '../data/table.js';
import { describeDimension } from '../quantity/dimension.js';
import { unitNamed } from '../quantity/units.js';
import { isNumberColumn, numberAt } from './tables/columnFormulas.js';
import { KEPT } from './tables/filter.js';
import { rangeOf } from './answers/ranges.js';
import type { ColumnReport } from './report.js';

export interface Summary {
    readonly columns: readonly ColumnReport[];
    /** Rows that `where` keeps and that have a value in every named column. */
    readonly usableRows: number;
}

export function summarise(
    named: readonly string[],
    columns: ReadonlyMap<string, Column>,
    filtered: Uint8Array,
): Summary {
    const shown = named.map((name) => columns.get(name));
    const usableRows = filtered.reduce(
        (count, state, row) => (state === KEPT && !shown.some((column) => isMissing(column, row)) ? count + 1 : count),
        0,
    );
    return { columns: named.map((name, index) => columnReport(name, shown[index], filtered)), usableRows };
}

/** Values are in base terms: the unit is that of the column's dimension, not the one it is written in. */
export function unitOfColumn(column: Column | undefined): string | null {
    const unit = isNumberColumn(column) && column.unit !== undefined ? unitNamed(column.unit) : undefined;
    return unit === undefined ? null : describeDimension(unit.dimension);
}

function columnReport(name: string, column: Column | undefined, filtered: Uint8Array): ColumnReport {
    if (!isNumberColumn(column)) return { name, kind: 'text', unit: null, range: null };
    const kept = column.values.filter((value, row) => filtered[row] === KEPT && Number.isFinite(value));
    return {
        name,
        kind: 'number',
        unit: unitOfColumn(column),
        ...(column.isDate ? { isDate: true } : {}),
        range: kept.length > 0 ? rangeOf(kept) : null,
    };
}

function isMissing(column: Column | undefined, row: number): boolean {
    return column?.kind === 'text' ? column.values[row] === '' : numberAt(column, row) === null;
}
