import type { Column, NumberColumn } from '../../data/table.js';
import { compileRows } from '../../expression/compile.js';
import type { Expr } from '../../expression/expr.js';
import { freeNames } from '../../expression/names.js';

/** Formulas of columns, row by row. NaN where a value is missing, cannot be computed, or names no column of numbers. */
export function evaluateColumns(
    exprs: readonly Expr[],
    columns: ReadonlyMap<string, Column>,
    rowCount: number,
): Float64Array[] {
    const names = [...new Set(exprs.flatMap(freeNames))];
    const out = exprs.map(() => new Float64Array(rowCount).fill(NaN));
    const used = names.map((name) => columns.get(name)).filter(isNumberColumn);
    if (used.length < names.length) return out;
    const evaluate = compileRows(exprs, names, []);
    evaluate(
        used.map(({ values }) => values),
        [],
        out,
        0,
        rowCount,
    );
    return out;
}

export function isNumberColumn(column: Column | undefined): column is NumberColumn {
    return column?.kind === 'number';
}

/** Null where the value is missing, or the column is not one of numbers. */
export function numberAt(column: Column | undefined, row: number): number | null {
    return isNumberColumn(column) && Number.isFinite(column.values[row]) ? column.values[row] : null;
}
