/** Rows of a table as the points of a chart. */
import type { LawPlan } from '../lower/plan.js';
import { COMPUTE, computeOf, rolesOf } from '../roles.js';
import { numberAt } from '../tables/columnFormulas.js';
import { stateOf, type FitRows } from '../tables/rows.js';
import type { RunsTable } from '../tables/tables.js';
import type { CurveRows } from './curvePictures.js';
import type { NumberOrNull } from './numbers.js';

/** More points than these are thinned: no chart shows them apart. */
export const MOST_POINTS = 2000;

interface Classified {
    readonly table: RunsTable;
    readonly rows: FitRows;
    readonly target: string;
}

/** Up to `most` indices below `total`, evenly spread. */
export function thinned(total: number, most: number): number[] {
    return Array.from({ length: Math.min(total, most) }, (_, index) =>
        total <= most ? index : Math.floor((index * total) / most),
    );
}

/** @param shown indices among the classified rows; @param xOf the value on an axis of a row of the table */
export function curveRows(
    { table, rows, target }: Classified,
    shown: readonly number[],
    keys: readonly string[],
    xOf: (key: string, row: number) => NumberOrNull,
): CurveRows {
    const states = shown.map((index) => stateOf(rows, index));
    const tableRows = shown.map((index) => rows.rows[index]);
    const label = labelColumn(table);
    return {
        sources: table.sources,
        lines: tableRows.map((row) => table.lines[row]),
        state: states.map(({ state }) => state),
        reason: states.map(({ reason }) => reason ?? null),
        x: Object.fromEntries(keys.map((key) => [key, tableRows.map((row) => xOf(key, row))])),
        observed: tableRows.map((row) => numberAt(table.columns.get(target), row)),
        label: tableRows.map((row) => label?.[row] || null),
        total: rows.rows.length,
    };
}

/** A column's value; along `compute` that of a law's size and tokens. */
export function valueAlong(key: string, law: LawPlan, { columns }: RunsTable, row: number): NumberOrNull {
    const { size, tokens } = rolesOf(law.arguments);
    if (key !== COMPUTE || size === undefined || tokens === undefined) return numberAt(columns.get(key), row);
    const N = numberAt(columns.get(law.arguments[size].name), row);
    const D = numberAt(columns.get(law.arguments[tokens].name), row);
    return N === null || D === null ? null : computeOf(N, D);
}

/** The first column of texts, such as the names of the runs. */
function labelColumn({ named, columns }: RunsTable): readonly string[] | undefined {
    for (const name of named) {
        const column = columns.get(name);
        if (column?.kind === 'text') return column.values;
    }
    return undefined;
}
