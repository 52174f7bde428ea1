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
    const labels = labelsOf(column);
    const members = new Map<number, number[]>();
    for (const row of rows) {
        if (labels[row] < 0) continue;
        const known = members.get(labels[row]);
        if (known === undefined) members.set(labels[row], [row]);
        else known.push(row);
    }
    return new Map([...members.values()].map((found) => [groupOf(column, found[0])!, Uint32Array.from(found)]));
}

export interface Grouping {
    /** The rows of each group, ascending; groups in the order of their first row. */
    readonly groups: readonly Uint32Array[];
    /** The group of each row; −1 for a row that has no value of a column. */
    readonly groupOfRow: Int32Array;
}

/** Groups of rows that share the values of all of some columns; of no columns, one group of all rows. */
export function groupByAll(columns: readonly Column[], rowCount: number): Grouping {
    const groupOfRow = new Int32Array(rowCount);
    for (const column of columns) refine(groupOfRow, column);
    const members: number[][] = [];
    const order = new Map<number, number>();
    groupOfRow.forEach((code, row) => {
        if (code < 0) return;
        const group = order.get(code) ?? members.push([]) - 1;
        order.set(code, group);
        members[group].push(row);
        groupOfRow[row] = group;
    });
    return { groups: members.map((rows) => Uint32Array.from(rows)), groupOfRow };
}

/** Tells rows of one code apart by the values of a column. */
function refine(codes: Int32Array, column: Column): void {
    const labels = labelsOf(column);
    const known = new Map<number, Map<number, number>>();
    let next = 0;
    for (let row = 0; row < codes.length; row++) {
        if (codes[row] < 0 || labels[row] < 0) {
            codes[row] = -1;
            continue;
        }
        const ofCode = known.get(codes[row]) ?? new Map<number, number>();
        known.set(codes[row], ofCode);
        const code = ofCode.get(labels[row]) ?? next++;
        ofCode.set(labels[row], code);
        codes[row] = code;
    }
}

/** A number for each value of a column: −1 where it is missing. Numbers that are named alike are one value. */
export function labelsOf({ kind, values }: Column): Int32Array {
    const labels = new Map<number | string, number>();
    const named = new Map<string, number>();
    const isMissing = (value: number | string): boolean => value === '' || Number.isNaN(value);
    return Int32Array.from({ length: values.length }, (_, row) => {
        const value = values[row];
        let label = labels.get(value);
        if (label === undefined) {
            const name = kind === 'text' ? String(value) : Number(value).toPrecision(12);
            label = isMissing(value) ? -1 : (named.get(name) ?? named.size);
            if (label >= 0) named.set(name, label);
            labels.set(value, label);
        }
        return label;
    });
}
