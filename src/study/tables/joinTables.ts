/** The tables of several files as one: all rows, one after the other, with all columns. */
import type { Column, NumberColumn, Table } from '../../data/table.js';
import type { Sources } from '../../quantity/fileLines.js';

export interface FileTable {
    readonly uri: string;
    readonly table: Table;
}

/** Where nothing in the files is called that. */
const FILE_COLUMN = 'file';

/** Columns that only some files have are missing elsewhere. A column that is one of texts in a file is one of texts in all. */
export function joinTables(files: readonly FileTable[]): Table {
    const rowCount = files.reduce((sum, { table }) => sum + table.rowCount, 0);
    const names = [...new Set(files.flatMap(({ table }) => table.columns.map(({ name }) => name)))];
    const columns = names.map((name) => joinColumn(name, files, rowCount));
    const lines = new Uint32Array(rowCount);
    const sources = sourcesOf(files);
    let row = 0;
    files.forEach(({ table }, index) => {
        for (const line of table.lines) lines[row++] = sources[index].firstLine + line;
    });
    return {
        columns: names.includes(FILE_COLUMN) ? columns : [fileColumn(files), ...columns],
        rowCount,
        lines,
        problems: [],
    };
}

export function sourcesOf(files: readonly FileTable[]): Sources {
    let firstLine = 0;
    return files.map(({ uri, table }) => {
        const source = { uri, firstLine };
        firstLine += (table.lines.at(-1) ?? 0) + 1;
        return source;
    });
}

/** Columns that hold numbers in some files and texts in others, with the files of each. */
export function mixedColumns(
    files: readonly FileTable[],
): ReadonlyMap<string, readonly [numbers: string, texts: string]> {
    const mixed = new Map<string, [string, string]>();
    for (const name of new Set(files.flatMap(({ table }) => table.columns.map((column) => column.name)))) {
        const having = files.flatMap(({ uri, table }) => {
            const column = table.columns.find((each) => each.name === name);
            return column === undefined || !hasValues(column) ? [] : [{ uri, kind: column.kind }];
        });
        const numbers = having.find(({ kind }) => kind === 'number');
        const texts = having.find(({ kind }) => kind === 'text');
        if (numbers && texts) mixed.set(name, [numbers.uri, texts.uri]);
    }
    return mixed;
}

function joinColumn(name: string, files: readonly FileTable[], rowCount: number): Column {
    const parts = files.map(({ table }) => ({
        count: table.rowCount,
        column: table.columns.find((column) => column.name === name),
    }));
    if (parts.some(({ column }) => column?.kind === 'text' && hasValues(column))) {
        return { kind: 'text', name, values: parts.flatMap(({ column, count }) => textsOf(column, count)) };
    }
    const values = new Float64Array(rowCount).fill(NaN);
    let first = 0;
    let unit: string | undefined;
    let isDate = false;
    for (const { column, count } of parts) {
        if (column?.kind === 'number') {
            values.set(column.values, first);
            unit ??= column.unit;
            isDate ||= column.isDate === true;
        }
        first += count;
    }
    const joined: NumberColumn = { kind: 'number', name, values };
    return { ...joined, ...(unit === undefined ? {} : { unit }), ...(isDate ? { isDate } : {}) };
}

function textsOf(column: Column | undefined, count: number): readonly string[] {
    if (column === undefined) return Array.from({ length: count }, () => '');
    if (column.kind === 'text') return column.values;
    return Array.from(column.values, (value) => (Number.isNaN(value) ? '' : String(value)));
}

function hasValues(column: Column): boolean {
    return column.kind === 'text'
        ? column.values.some((value) => value !== '')
        : column.values.some((value) => !Number.isNaN(value));
}

/** The name of each row's file, without folder and extension. */
function fileColumn(files: readonly FileTable[]): Column {
    const values = files.flatMap(({ uri, table }) => {
        const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).replace(/\.[^.]*$/, '');
        return Array.from({ length: table.rowCount }, () => name);
    });
    return { kind: 'text', name: FILE_COLUMN, values };
}
