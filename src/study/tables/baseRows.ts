/** Rows before what their runs define: those of a table, or those that other runs pass on. */
import type { Column, Table } from '../../data/table.js';
import { quoted } from '../lower/expression.js';
import type { GroupingPlan, RunsPlan, RunsSource } from '../lower/runsPlan.js';
import type { Diagnostic } from '../report.js';
import { ownerOf, unknownColumn } from './derive.js';
import { INCOMPLETE, KEPT } from './filter.js';
import { groupByAll } from './groups.js';
import type { Columns, Members } from './rowSet.js';
import { listRows } from './series.js';
import type { RunsTable } from './tables.js';

export interface BaseRows {
    /** By name; those of a file also by their quoted header. */
    readonly columns: Columns;
    readonly rowCount: number;
    /** The row of the other runs that each of these is, or the first of those it is made of; undefined for those of a table. */
    readonly origins: Uint32Array | undefined;
    readonly members: Members | undefined;
    /** Rows of the other runs that are in none of these. */
    readonly left: LeftRows;
}

interface LeftRows {
    /** Whether `where` keeps them is not known, because a value is missing. */
    readonly undecided: Uint32Array;
    /** A column of the groups has no value. */
    readonly groupless: Uint32Array;
}

const NO_ROWS = new Uint32Array(0);

export function rowsOfTable({ columns, rowCount }: Table): BaseRows {
    const byName = new Map<string, Column>();
    for (const column of columns) byName.set(column.name, column).set(quoted(column.name), column);
    const left = { undecided: NO_ROWS, groupless: NO_ROWS };
    return { columns: byName, rowCount, origins: undefined, members: undefined, left };
}

/** The rows that the `where` of other runs keeps, or the groups of them. */
export function rowsOfRuns(source: RunsSource, table: RunsTable): BaseRows {
    const { filtered } = table;
    const all = Uint32Array.from(filtered.keys());
    const origins = all.filter((row) => filtered[row] === KEPT);
    const rows: BaseRows = {
        columns: pickRows(table.columns, origins),
        rowCount: origins.length,
        origins,
        members: undefined,
        left: { undecided: all.filter((row) => filtered[row] === INCOMPLETE), groupless: NO_ROWS },
    };
    return source.grouping === undefined ? rows : groupedRows(source.grouping, rows, origins, table);
}

function groupedRows(
    { columns, items }: GroupingPlan,
    rows: BaseRows,
    origins: Uint32Array,
    { plan }: RunsTable,
): BaseRows {
    const labels = columns.map(({ name }) => rows.columns.get(name)!);
    const { groups, groupOfRow } = groupByAll(labels, rows.rowCount);
    const itemCount = items?.values.length ?? 1;
    const firsts = Uint32Array.from(
        { length: groups.length * itemCount },
        (_, row) => groups[Math.floor(row / itemCount)][0],
    );
    const own = pickRows(new Map(labels.map((label, index) => [columns[index].name, label])), firsts);
    if (items !== undefined) {
        const values = Float64Array.from(firsts, (_, row) => items.values[row % itemCount]);
        own.set(items.name, { kind: 'number', name: items.name, values });
    }
    return {
        columns: own,
        rowCount: firsts.length,
        origins: firsts.map((row) => origins[row]),
        members: { columns: rows.columns, rowCount: rows.rowCount, series: plan.series, groups, groupOfRow, items },
        left: { ...rows.left, groupless: origins.filter((_, row) => groupOfRow[row] < 0) },
    };
}

/** Whether rows are made of several of others, here or in the runs that they come from. */
export function isOfGroups({ source }: RunsPlan): boolean {
    return source?.kind === 'runs' && (source.grouping !== undefined || isOfGroups(source.runs));
}

/** One column by several names stays one. */
function pickRows(columns: Columns, rows: Uint32Array): Map<string, Column> {
    const picked = new Map<Column, Column>();
    for (const column of columns.values()) picked.set(column, picked.get(column) ?? pick(column, rows));
    return new Map([...columns].map(([name, column]) => [name, picked.get(column)!]));
}

function pick(column: Column, rows: Uint32Array): Column {
    return column.kind === 'text'
        ? { ...column, values: Array.from(rows, (row) => column.values[row]) }
        : { ...column, values: Float64Array.from(rows, (row) => column.values[row]) };
}

/** Group columns that the other runs do not have. */
export function wrongGroups({ grouping, runs }: RunsSource, { columns }: RunsTable): Diagnostic[] {
    return (grouping?.columns ?? [])
        .filter(({ name }) => !columns.has(name))
        .map((mention) => unknownColumn(mention, columns, ownerOf(runs)));
}

/** What is said of the rows of the other runs that are in none of these. */
export function leftOut(
    { grouping, runs, range }: RunsSource,
    { left: { undecided, groupless } }: BaseRows,
    { lines, sources }: RunsTable,
): Diagnostic[] {
    const names = (grouping?.columns ?? []).map(({ name }) => `\`${name}\``).join(' or ');
    const told = (rows: Uint32Array, reason: string): Diagnostic[] => {
        if (rows.length === 0) return [];
        const message = `${listRows(rows, lines, sources)} of \`${runs.name}\` left out: ${reason}.`;
        return [{ code: 'rows-left-out', severity: 'information', message, range }];
    };
    return [
        ...told(undecided, `a value is missing that the \`where\` of \`${runs.name}\` needs`),
        ...told(groupless, `${names} is missing, so that they are in no group`),
    ];
}
