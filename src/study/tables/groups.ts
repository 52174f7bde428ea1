/** Groups of rows: those that share the value of a column. */
import type { Column } from '../../data/table.js';
import { formatQuantity } from '../../quantity/print.js';

/** The name of a row's group; undefined where the value is missing. */
export function groupOf(column: Column, row: number): string | undefined {
    if (column.kind === 'text') return column.values[row] === '' ? undefined : column.values[row];
    return Number.isNaN(column.values[row]) ? undefined : groupOfNumber(column.values[row]);
}

/** As people write it, and as messages name it: `70B`. */
export function groupOfNumber(value: number): string {
    return formatQuantity(value, 12);
}

/** The rows of each group, in the order of their first row. */
export function groupRows(column: Column, rows: Uint32Array): Map<string, Uint32Array> {
    const members = new Map<string, number[]>();
    for (const row of rows) {
        const key = groupOf(column, row);
        if (key === undefined) continue;
        const known = members.get(key);
        if (known === undefined) members.set(key, [row]);
        else known.push(row);
    }
    return new Map([...members].map(([key, found]) => [key, Uint32Array.from(found)]));
}
