/** The options of a budget's choices: numbers and texts of the spec, rows of runs, groups of a law's fit. */
import type { Column } from '../../data/table.js';
import { lineName, linesText } from '../../quantity/fileLines.js';
import { formatQuantity } from '../../quantity/print.js';
import { factorOf, type ShownUnit } from '../../quantity/shownUnit.js';
import type { ChoicePlan } from '../lower/budgetPlan.js';
import type { LawPlan } from '../lower/plan.js';
import type { Mention } from '../lower/runsPlan.js';
import type { Diagnostic } from '../report.js';
import type { StudyRun } from '../run.js';
import { wrongColumn } from '../tables/derive.js';
import { KEPT } from '../tables/filter.js';
import { groupOf, groupOfNumber } from '../tables/groups.js';
import type { RunsTable } from '../tables/tables.js';
import type { Obstacle } from './constants.js';

export interface Options {
    readonly name: string;
    /** What each is called; no two alike. */
    readonly labels: readonly string[];
    /** Of options that are numbers; null for others. */
    readonly numbers: Float64Array | null;
    readonly isRange: boolean;
    /** Of rows, by name: one number for each option. */
    readonly columns: ReadonlyMap<string, Float64Array>;
    /** What an option is called as a group of a fit, itself or by a column of its row. */
    readonly groupOf: (option: number, column: string | undefined) => string | undefined;
}

/** Numbers are called by what they are in `unit`. Rows in which something is missing are left out, with a warning. */
export async function readOptions(
    plan: ChoicePlan,
    unit: ShownUnit | undefined,
    run: StudyRun,
): Promise<Options | Obstacle> {
    const { options, name } = plan;
    switch (options.kind) {
        case 'numbers':
            return ofNumbers(name, options, unit);
        case 'texts':
            return ofTexts(name, [...new Set(options.values)]);
        case 'groups':
            return ofTexts(name, await groupsOf(options.law, name, run));
        case 'rows': {
            const table = await run.tableOf(options.runs);
            if (table === undefined) return { message: `\`${options.runs.name}\` has errors.`, range: plan.range };
            return ofRows(plan, options.columns, table, run);
        }
    }
}

/** Digits from which on a fraction is rounded in what it is called. */
const MOST_DIGITS = 6;

function ofNumbers(
    name: string,
    { values, isRange }: { readonly values: readonly number[]; readonly isRange: boolean },
    unit: ShownUnit | undefined,
): Options {
    const written = values.map(groupOfNumber);
    const shown = values.map((value) => value / factorOf(unit));
    const long = shown.map(groupOfNumber);
    const short = shown.map((value, option) =>
        Number.isInteger(value) || long[option].length <= MOST_DIGITS ? long[option] : formatQuantity(value),
    );
    const numbers = new Set(short).size === values.length ? short : long;
    const labels = unit === undefined ? numbers : numbers.map((label) => `${label} ${unit.name}`);
    const groupOf = (option: number) => written[option];
    return { name, labels, numbers: Float64Array.from(values), isRange, columns: new Map(), groupOf };
}

function ofTexts(name: string, labels: readonly string[]): Options {
    const groupOf = (option: number) => labels[option];
    return { name, labels, numbers: null, isRange: false, columns: new Map(), groupOf };
}

/** Of every fit that gives the law values for each group of this column. */
async function groupsOf(law: LawPlan, column: string, run: StudyRun): Promise<string[]> {
    const found = new Set<string>();
    for (const fit of run.plan.fitsOf.get(law) ?? []) {
        for (const { group, constants } of await run.outcomesOf(fit)) {
            if (fit.group?.name === column && group !== null) found.add(group);
            for (const constant of constants) {
                if (constant.column === column) for (const each of constant.groups) found.add(each);
            }
        }
    }
    return [...found];
}

function ofRows(
    { name, range }: ChoicePlan,
    mentions: readonly Mention[],
    table: RunsTable,
    run: StudyRun,
): Options | Obstacle {
    const owner = `\`${table.plan.name}\``;
    const wrong = mentions.flatMap((mention) =>
        wrongColumn(mention, { kinds: table.columns, ofMembers: undefined, owner }),
    );
    if (wrong.length > 0) return { message: wrong[0].message, range: wrong[0].range };
    const kept = Array.from(table.filtered.keys()).filter((row) => table.filtered[row] === KEPT);
    const named = mentions.flatMap((mention) => table.columns.get(mention.name) ?? []);
    const isWhole = (row: number): boolean => named.every((column) => groupOf(column, row) !== undefined);
    const rows = kept.filter(isWhole);
    for (const column of named) {
        const without = kept.filter((row) => groupOf(column, row) === undefined);
        if (without.length > 0) run.problems.add(run.plan.uri, missingCells(column, without, table, range));
    }
    if (rows.length === 0) return { message: `${owner} has no row to choose \`${name}\` from.`, range };
    return {
        name,
        labels: labelsOf(name, rows, table),
        numbers: null,
        isRange: false,
        columns: new Map(
            named.flatMap((column) =>
                column.kind === 'number'
                    ? [[column.name, Float64Array.from(rows, (row) => column.values[row])] as const]
                    : [],
            ),
        ),
        groupOf: (option, column) => {
            const values = column === undefined ? undefined : table.columns.get(column);
            return values && groupOf(values, rows[option]);
        },
    };
}

const MOST_LINES = 5;

function missingCells(
    column: Column,
    rows: readonly number[],
    table: RunsTable,
    range: Diagnostic['range'],
): Diagnostic {
    const shown = rows.slice(0, MOST_LINES).map((row) => table.lines[row]);
    const where = linesText(table.sources, shown) + (rows.length > MOST_LINES ? ', …' : '');
    const count = rows.length === 1 ? 'One row' : `${rows.length} rows`;
    const message = `${count} of \`${table.plan.name}\` (${where}) cannot be chosen: \`${column.name}\` is missing there.`;
    return { code: 'missing-option', severity: 'warning', message, range };
}

/** With the line where what they are called does not tell rows apart. */
function labelsOf(name: string, rows: readonly number[], table: RunsTable): string[] {
    const columns = tellingColumns(name, table);
    const own = rows.map((row) => columns.flatMap((column) => labelOf(column, row, name)).join(', '));
    return own.map((label, option) => {
        const line = `line ${lineName(table.sources, table.lines[rows[option]])}`;
        if (label === '') return line;
        return own.indexOf(label) === own.lastIndexOf(label) ? label : `${label} (${line})`;
    });
}

/** The column that is called like the choice, else those whose groups became rows, else the first column of texts. */
function tellingColumns(name: string, { columns, plan: { source } }: RunsTable): Column[] {
    const grouping = source?.kind === 'runs' ? source.grouping : undefined;
    const ofGroups = [...(grouping?.columns.map((column) => column.name) ?? []), grouping?.items?.name ?? ''];
    const named = columns.get(name) ?? ofGroups.flatMap((column) => columns.get(column) ?? []);
    if (!Array.isArray(named)) return [named];
    return named.length > 0 ? named : [...columns.values()].filter(({ kind }) => kind === 'text').slice(0, 1);
}

/** Nothing where the cell is missing. */
function labelOf(column: Column, row: number, choice: string): string[] {
    const label = groupOf(column, row);
    if (label === undefined) return [];
    return [column.kind === 'number' && column.name !== choice ? `${column.name} = ${label}` : label];
}
