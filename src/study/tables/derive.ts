/** Columns of runs: those of the table, renamed, put into base terms, or computed from others. */
import type { Column } from '../../data/table.js';
import type { Patience } from '../../fit/problem.js';
import { nearestName } from '../../quantity/nearest.js';
import { unitNamed } from '../../quantity/units.js';
import { exponentIn, headerFor, isRole } from '../headers.js';
import { quoted } from '../lower/expression.js';
import type { ColumnPlan, Mention, RunsPlan, SeriesPlan, WindowPlan } from '../lower/runsPlan.js';
import type { Diagnostic } from '../report.js';
import type { BaseRows } from './baseRows.js';
import { RowSet } from './rowSet.js';
import { wrongSeries } from './series.js';

/** What is known of columns before their values are computed. */
export type ColumnKinds = ReadonlyMap<string, { readonly kind: Column['kind'] }>;

/** The columns that formulas of some runs can name. */
export interface KnownColumns {
    readonly kinds: ColumnKinds;
    /** Those of the rows that become one; undefined where each row is one. */
    readonly ofMembers: ColumnKinds | undefined;
    /** As messages name the runs. */
    readonly owner: string;
}

export interface CheckedColumns {
    /** Definitions that can be computed. */
    readonly sound: readonly ColumnPlan[];
    /** Those that were there before, of files also by their quoted header, and the sound ones. */
    readonly known: KnownColumns;
    readonly problems: readonly Diagnostic[];
}

/** A definition sees the columns that were there before and the definitions above it. */
export function checkColumns(plan: RunsPlan, { columns, members }: BaseRows): CheckedColumns {
    const kinds = new Map<string, { readonly kind: Column['kind'] }>(columns);
    const known: KnownColumns = { kinds, ofMembers: members?.columns, owner: ownerOf(plan) };
    const sound: ColumnPlan[] = [];
    const problems: Diagnostic[] = [];
    let ofSeries: readonly Diagnostic[] | undefined;
    // A table without a header has been complained of; that its columns are missing says nothing more.
    const definitions = columns.size === 0 ? [] : plan.columns;
    for (const definition of definitions) {
        if (definition.windows.some(isAlongSeries)) ofSeries ??= wrongSeries(plan, kinds);
        const wrong = [...wrongMentions(definition, known), ...wrongSchedules(definition, plan, kinds)];
        problems.push(...wrong);
        if (wrong.length > 0 || (ofSeries?.length && definition.windows.some(isAlongSeries))) {
            kinds.delete(definition.name);
        } else {
            kinds.set(definition.name, sourceOf(definition, kinds) ?? { kind: 'number' });
            sound.push(definition);
        }
    }
    if (columns.size > 0) problems.push(...(ofSeries ?? wrongSeries(plan, kinds)));
    return { sound, known, problems };
}

/** Rates of rows that nothing tells the runs of. */
function wrongSchedules(
    { windows, mentions }: ColumnPlan,
    { name, series }: RunsPlan,
    kinds: ColumnKinds,
): readonly Diagnostic[] {
    if (series !== undefined) return [];
    const rated = windows.flatMap(({ rows }) => (rows.kind === 'schedule' ? [rows.column] : []));
    return rated
        .filter((column) => kinds.get(column)?.kind === 'number')
        .flatMap((column) => mentions.find((mention) => mention.name === column) ?? [])
        .map((mention) => noSeries(mention, name));
}

/** For a column of rates that is to be a schedule. */
export function noSeries({ name, range }: Mention, runs: string): Diagnostic {
    const message =
        `\`${name}\` has the learning rate of each row, but \`${runs}\` does not say which rows are one run: ` +
        'add `series along step by run` to it, with the columns that say it, or name a schedule in each row.';
    return { code: 'no-series', severity: 'error', message, range };
}

/** Whether a value rests on the order of the rows, itself or in its operands. */
function isAlongSeries({ rows, operands }: WindowPlan): boolean {
    if (rows.kind === 'members') return false;
    return (
        rows.kind === 'series' ||
        rows.kind === 'schedule' ||
        operands.some(({ windows }) => windows.some(isAlongSeries))
    );
}

/** A definition that has no value in some groups of rows, though nothing is missing there. */
export interface RefusedColumn {
    readonly column: string;
    readonly reason: string;
    readonly count: number;
}

/** At the definitions. */
export function refusals({ columns }: RunsPlan, refused: readonly RefusedColumn[]): Diagnostic[] {
    return refused.flatMap(({ column, reason, count }) =>
        columns
            .filter(({ name }) => name === column)
            .map(({ range }): Diagnostic => {
                const groups = count === 1 ? 'one group of rows' : `${count} groups of rows`;
                const message = `\`${column}\` has no value for ${groups}: ${reason}.`;
                return { code: 'no-value', severity: 'warning', message, range };
            }),
    );
}

/** The columns of sound definitions, and those that were there before, with the rows they belong to. */
export async function deriveColumns(
    sound: readonly ColumnPlan[],
    series: SeriesPlan | undefined,
    base: BaseRows,
    patience: Patience,
): Promise<{ readonly rows: RowSet; readonly refused: readonly RefusedColumn[] }> {
    const columns = new Map(base.columns);
    const rows = new RowSet(columns, base.rowCount, series, base.members, patience);
    const refused: RefusedColumn[] = [];
    for (const definition of sound) {
        columns.set(definition.name, await define(definition, rows));
        rows.refused.forEach((count, reason) => refused.push({ column: definition.name, reason, count }));
        rows.refused.clear();
    }
    return { rows, refused };
}

/** A problem for a column that is not there: it lists those that are. */
export function unknownColumn(mention: Mention, columns: ColumnKinds, owner: string): Diagnostic {
    const name = unquoted(mention.name);
    // A quoted text names a header of the file, a bare name may also be that of a definition.
    const isHeader = mention.name.startsWith('"');
    const known = [...columns.keys()].filter((key) => key.startsWith('"') === isHeader).map(unquoted);
    const nearest = nearestName(name, known);
    const hint = nearest === undefined ? aliasHint(name, known) : ` Did you mean \`${nearest}\`?`;
    const shown = known.slice(0, MOST_LISTED).join(', ');
    const rest = known.length > MOST_LISTED ? `, … (${known.length} in all)` : '';
    return {
        code: 'unknown-column',
        severity: 'error',
        message: `${owner} has no column \`${name}\`.${hint} Its columns are ${shown}${rest}.`,
        range: mention.range,
    };
}

const MOST_LISTED = 40;

/** A law asks for N where a file has `params`. */
function aliasHint(name: string, known: readonly string[]): string {
    const header = isRole(name) ? headerFor(name, known) : undefined;
    if (header === undefined) return '';
    const written = /^[A-Za-z_]\w*$/.test(header) ? header : quoted(header);
    const factor = exponentIn(header) === 0 ? '' : ` * 1e${exponentIn(header)}`;
    return ` If \`${header}\` is meant, write \`${name} = ${written}${factor}\` in the block of the runs.`;
}

function unquoted(key: string): string {
    return key.replace(/^"(.*)"$/, '$1');
}

/** Names that are no columns, and texts where numbers are needed. */
function wrongMentions(definition: ColumnPlan, known: KnownColumns): readonly Diagnostic[] {
    const { value, windows } = definition;
    const mentions: readonly Mention[] = value === undefined ? [definition] : definition.mentions;
    const mayBeText = value === undefined || (value.kind === 'name' && windows.length === 0);
    return mentions.flatMap((mention) => wrongColumn(mention, known, mayBeText));
}

/** A column that is not there, or not of the kind that is needed. */
export function wrongColumn(mention: Mention, known: KnownColumns, mayBeText = false): Diagnostic[] {
    const column = columnMeant(mention, known);
    if (column === undefined) return [missingColumn(mention, known)];
    if (mention.isText && column.kind === 'number') return [numberColumn(mention)];
    return column.kind === 'text' && !mention.isText && !mayBeText && !mention.isLabel ? [textColumn(mention)] : [];
}

/** Where rows become one, a name in a call over them is that of a column of theirs before it is one of these runs. */
function columnMeant(
    { name, isOfMembers }: Mention,
    { kinds, ofMembers }: KnownColumns,
): { readonly kind: Column['kind'] } | undefined {
    return (isOfMembers ? ofMembers?.get(name) : undefined) ?? kinds.get(name);
}

function missingColumn(mention: Mention, { kinds, ofMembers, owner }: KnownColumns): Diagnostic {
    if (mention.isOfMembers) return unknownColumn(mention, new Map([...(ofMembers ?? []), ...kinds]), owner);
    if (!ofMembers?.has(mention.name)) return unknownColumn(mention, kinds, owner);
    const name = unquoted(mention.name);
    const message = `\`${name}\` has many values in a group: take one number of them, such as \`mean(${name})\`, or name it after \`by\`.`;
    return { code: 'many-values', severity: 'error', message, range: mention.range };
}

export function textColumn(mention: Mention): Diagnostic {
    const message = `\`${unquoted(mention.name)}\` is a column of texts; numbers are needed here.`;
    return { code: 'not-a-number-column', severity: 'error', message, range: mention.range };
}

function numberColumn(mention: Mention): Diagnostic {
    const message = `\`${unquoted(mention.name)}\` is a column of numbers: compare it with a number, without quotes.`;
    return { code: 'not-a-number-column', severity: 'error', message, range: mention.range };
}

export function ownerOf({ name, source }: RunsPlan): string {
    return source?.kind === 'files' && source.files.length === 1 ? `\`${source.files[0].path}\`` : `\`${name}\``;
}

/** The column that a definition renames or repeats; undefined for one that is computed. */
function sourceOf<T>({ name, value }: ColumnPlan, columns: ReadonlyMap<string, T>): T | undefined {
    if (value === undefined) return columns.get(name);
    return value.kind === 'name' ? columns.get(value.name) : undefined;
}

/** The column of the source that a definition has the cells of. */
export function headerOf({ name, value }: ColumnPlan): string {
    return value?.kind === 'name' ? unquoted(value.name) : name;
}

async function define(definition: ColumnPlan, rows: RowSet): Promise<Column> {
    const { name, value, windows, unit } = definition;
    const source = sourceOf(definition, rows.columns);
    if (source?.kind === 'text') return { ...source, name };
    const values = source === undefined ? await rows.evaluate({ value: value!, windows }) : source.values;
    const written = source?.unit === undefined ? undefined : unitNamed(source.unit);
    // Numbers written with their own unit are in base terms already.
    const factor = written === undefined ? (unit?.factor ?? 1) : 1;
    const unitName = unit?.name ?? source?.unit;
    return {
        kind: 'number',
        name,
        values: factor === 1 ? values : values.map((each) => each * factor),
        ...(unitName === undefined ? {} : { unit: unitName }),
        ...(source?.isDate ? { isDate: true } : {}),
    };
}
