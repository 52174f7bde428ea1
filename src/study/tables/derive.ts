/** Columns of runs: those of the table, renamed, put into base terms, or computed from others. */
import type { Column, Table } from '../../data/table.js';
import { nearestName } from '../../quantity/nearest.js';
import { unitNamed } from '../../quantity/units.js';
import { evaluateColumns } from './columnFormulas.js';
import { quoted } from '../lower/expression.js';
import type { ColumnPlan, Mention, RunsPlan } from '../lower/plan.js';
import type { Diagnostic } from '../report.js';

/** What is known of columns before their values are computed. */
export type ColumnKinds = ReadonlyMap<string, { readonly kind: Column['kind'] }>;

export interface CheckedColumns {
    /** Definitions that can be computed. */
    readonly sound: readonly ColumnPlan[];
    /** Of all columns: those of the table, also by their quoted header, and the sound ones. */
    readonly kinds: ColumnKinds;
    readonly problems: readonly Diagnostic[];
}

/** A definition sees the table's columns and the definitions above it. */
export function checkColumns(plan: RunsPlan, table: Table): CheckedColumns {
    const kinds = new Map<string, { readonly kind: Column['kind'] }>(tableColumns(table));
    const sound: ColumnPlan[] = [];
    const problems: Diagnostic[] = [];
    // A table without a header has been complained of; that its columns are missing says nothing more.
    const definitions = table.columns.length === 0 ? [] : plan.columns;
    for (const definition of definitions) {
        const wrong = wrongMentions(definition, kinds, ownerOf(plan));
        if (wrong.length > 0) {
            problems.push(...wrong);
            kinds.delete(definition.name);
        } else {
            kinds.set(definition.name, sourceOf(definition, kinds) ?? { kind: 'number' });
            sound.push(definition);
        }
    }
    return { sound, kinds, problems };
}

/** The columns of sound definitions, and those of the table. */
export function deriveColumns(sound: readonly ColumnPlan[], table: Table): ReadonlyMap<string, Column> {
    const columns = tableColumns(table);
    for (const definition of sound) columns.set(definition.name, define(definition, columns, table.rowCount));
    return columns;
}

function tableColumns(table: Table): Map<string, Column> {
    const columns = new Map<string, Column>();
    for (const column of table.columns) columns.set(column.name, column).set(quoted(column.name), column);
    return columns;
}

/** A problem for a column that is not there: it lists those that are. */
export function unknownColumn(mention: Mention, columns: ColumnKinds, owner: string): Diagnostic {
    const name = unquoted(mention.name);
    // A quoted text names a header of the file, a bare name may also be that of a definition.
    const isHeader = mention.name.startsWith('"');
    const known = [...columns.keys()].filter((key) => key.startsWith('"') === isHeader).map(unquoted);
    const nearest = nearestName(name, known);
    const hint = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
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

function unquoted(key: string): string {
    return key.replace(/^"(.*)"$/, '$1');
}

/** Names that are no columns, and texts where numbers are needed. */
function wrongMentions(definition: ColumnPlan, kinds: ColumnKinds, owner: string): readonly Diagnostic[] {
    const { value } = definition;
    const mentions = value === undefined ? [definition] : definition.mentions;
    const mayBeText = value === undefined || value.kind === 'name';
    return mentions.flatMap((mention): Diagnostic[] => {
        const column = kinds.get(mention.name);
        if (column === undefined) return [unknownColumn(mention, kinds, owner)];
        return column.kind === 'text' && !mayBeText ? [textColumn(mention)] : [];
    });
}

export function textColumn(mention: Mention): Diagnostic {
    const message = `\`${unquoted(mention.name)}\` is a column of texts; numbers are needed here.`;
    return { code: 'not-a-number-column', severity: 'error', message, range: mention.range };
}

export function ownerOf({ name, source }: RunsPlan): string {
    return source?.kind === 'file' ? `\`${source.path}\`` : `\`${name}\``;
}

/** The column that a definition renames or repeats; undefined for one that is computed. */
function sourceOf<T>({ name, value }: ColumnPlan, columns: ReadonlyMap<string, T>): T | undefined {
    if (value === undefined) return columns.get(name);
    return value.kind === 'name' ? columns.get(value.name) : undefined;
}

function define(definition: ColumnPlan, columns: ReadonlyMap<string, Column>, rowCount: number): Column {
    const { name, value, unit } = definition;
    const source = sourceOf(definition, columns);
    if (source?.kind === 'text') return { ...source, name };
    const values = source === undefined ? evaluateColumns([value!], columns, rowCount)[0] : source.values;
    const written = source?.unit === undefined ? undefined : unitNamed(source.unit);
    // Numbers written with their own unit are in base terms already.
    const factor = written === undefined ? (unit?.factor ?? 1) : 1;
    const unitName = unit?.name ?? source?.unit;
    return {
        kind: 'number',
        name,
        values: factor === 1 ? values : values.map((each) => each * factor),
        ...(unitName === undefined ? {} : { unit: unitName }),
    };
}
