/** Columns of runs: those of the table, renamed, put into base terms, or computed from others. */
import type { Column, Table } from '../data/table.js';
import { nearestName } from '../quantity/nearest.js';
import { unitNamed } from '../quantity/units.js';
import { evaluateColumns } from './columnFormulas.js';
import { quoted } from './lower/expression.js';
import type { ColumnPlan, Mention, RunsPlan } from './lower/plan.js';
import type { Diagnostic } from './report.js';

export interface DerivedColumns {
    /** By name; columns of the table also by their quoted header. */
    readonly columns: ReadonlyMap<string, Column>;
    readonly problems: readonly Diagnostic[];
}

/** A definition sees the table's columns and the definitions above it. */
export function deriveColumns(plan: RunsPlan, table: Table): DerivedColumns {
    const columns = new Map<string, Column>();
    for (const column of table.columns) columns.set(column.name, column).set(quoted(column.name), column);
    const problems: Diagnostic[] = [];
    for (const definition of plan.columns) {
        const unusable = definition.value === undefined ? missingBare(definition, columns, plan) : undefined;
        const wrong = unusable ?? wrongMentions(definition, columns, plan);
        if (wrong.length > 0) {
            problems.push(...wrong);
            columns.delete(definition.name);
        } else {
            columns.set(definition.name, define(definition, columns, table.rowCount));
        }
    }
    return { columns, problems };
}

/** A problem for a column that is not there: it lists those that are. */
export function unknownColumn(mention: Mention, columns: ReadonlyMap<string, Column>, owner: string): Diagnostic {
    const name = mention.name.replace(/^"(.*)"$/, '$1');
    const known = [...columns.keys()].filter((key) => !key.startsWith('"'));
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

function missingBare(
    definition: ColumnPlan,
    columns: ReadonlyMap<string, Column>,
    plan: RunsPlan,
): readonly Diagnostic[] | undefined {
    return columns.has(definition.name) ? undefined : [unknownColumn(definition, columns, ownerOf(plan))];
}

/** Names that are no columns, and texts where numbers are needed. */
function wrongMentions(
    definition: ColumnPlan,
    columns: ReadonlyMap<string, Column>,
    plan: RunsPlan,
): readonly Diagnostic[] {
    const isAlias = definition.value?.kind === 'name';
    return definition.mentions.flatMap((mention): Diagnostic[] => {
        const column = columns.get(mention.name);
        if (column === undefined) return [unknownColumn(mention, columns, ownerOf(plan))];
        return column.kind === 'text' && !isAlias ? [textColumn(mention)] : [];
    });
}

export function textColumn(mention: Mention): Diagnostic {
    const name = mention.name.replace(/^"(.*)"$/, '$1');
    const message = `\`${name}\` is a column of texts; numbers are needed here.`;
    return { code: 'not-a-number-column', severity: 'error', message, range: mention.range };
}

export function ownerOf({ name, source }: RunsPlan): string {
    return source?.kind === 'file' ? `\`${source.path}\`` : `\`${name}\``;
}

function define({ name, value, unit }: ColumnPlan, columns: ReadonlyMap<string, Column>, rowCount: number): Column {
    const source =
        value === undefined ? columns.get(name) : value.kind === 'name' ? columns.get(value.name) : undefined;
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
