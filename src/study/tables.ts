/** Run tables of a spec, read and derived, and what is wrong with them. */
import { URI } from 'langium';
import type { Column, TableProblem } from '../data/table.js';
import { parseCsv } from '../data/parseCsv.js';
import { parseInlineTable } from '../data/parseInlineTable.js';
import type { Table } from '../data/table.js';
import type { Patience } from '../fit/problem.js';
import { decodeText } from './decode.js';
import { deriveColumns } from './derive.js';
import { filterRows } from './filter.js';
import { fingerprint } from './fingerprint.js';
import type { FileSource, RunsPlan } from './lower/plan.js';
import { Memo } from './memo.js';
import type { Diagnostic, Range } from './report.js';

export interface StudyHost {
    /** Undefined: there is no such file. Rejected: it cannot be read. */
    readFile(uri: string): Promise<Uint8Array | undefined>;
}

export interface RunsTable {
    readonly plan: RunsPlan;
    /** The file that holds the rows. */
    readonly source: string;
    readonly rowCount: number;
    /** Zero-based line of each row in the source. */
    readonly lines: Uint32Array;
    /** Every column that statements can name, those of the file included. */
    readonly columns: ReadonlyMap<string, Column>;
    /** Those that the spec names, or all where it names none. */
    readonly named: readonly string[];
    /** Per row `KEPT`, `INCOMPLETE`, or the filter that leaves it out (see filter.ts). */
    readonly filtered: Uint8Array;
    readonly problems: readonly Diagnostic[];
}

type CsvFile = { readonly table: Table } | { readonly failure: string } | undefined;

const MOST_FILES = 16;
const MOST_TABLES = 64;
const MOST_RELATED = 10;

/** Reads tables, and remembers them until their text, their file or their columns change. */
export class TableLoader {
    private readonly files = new Memo<CsvFile>(MOST_FILES);
    private readonly inline = new Memo<Table>(MOST_TABLES);
    private readonly derived = new Memo<RunsTable>(MOST_TABLES);
    private readonly generations = new Map<string, number>();

    /** The file has changed: read it again when it is next needed. */
    invalidate(uri: string): void {
        const normal = URI.parse(uri).toString();
        this.generations.set(normal, (this.generations.get(normal) ?? 0) + 1);
    }

    /** Problems alone where there is no table. */
    async load(plan: RunsPlan, host: StudyHost, patience: Patience): Promise<RunsTable | readonly Diagnostic[]> {
        const { source } = plan;
        if (source === undefined) return [];
        if (source.kind === 'inline') {
            const { text, character } = source;
            const table = await this.inline.get(`${character} ${text}`, () => parseInlineTable(text, character));
            return this.derive(plan, table, patience, fingerprint([text]));
        }
        const key = `${this.generations.get(source.uri) ?? 0} ${source.uri}`;
        const file = await this.files.get(key, () => readCsv(source, host, patience));
        if (file === undefined) {
            this.files.delete(key);
            return [missingFile(source)];
        }
        if ('failure' in file) {
            return [{ code: 'file-unreadable', severity: 'error', message: file.failure, range: source.range }];
        }
        return this.derive(plan, file.table, patience, key);
    }

    private derive(plan: RunsPlan, table: Table, patience: Patience, source: string): Promise<RunsTable> {
        const key = fingerprint([source, { ...plan, source: plan.source?.kind === 'inline' ? plan.source.line : '' }]);
        return this.derived.get(key, async () => {
            await patience.pause(0, 1);
            const { columns, problems } = deriveColumns(plan, table);
            const filters = filterRows(plan, columns, table.rowCount);
            const shift = plan.source?.kind === 'inline' ? plan.source.line : 0;
            const named = plan.columns.length > 0 ? namedColumns(plan, table) : table.columns.map(({ name }) => name);
            return {
                plan,
                source: plan.source?.kind === 'file' ? plan.source.uri : plan.uri,
                rowCount: table.rowCount,
                lines: table.lines.map((line) => line + shift),
                columns,
                named: [...new Set(named)].filter((name) => columns.has(name)),
                filtered: filters.filtered,
                problems: [...problems, ...filters.problems, ...tableProblems(plan, table)],
            };
        });
    }
}

async function readCsv(source: FileSource, host: StudyHost, patience: Patience): Promise<CsvFile> {
    let bytes: Uint8Array | undefined;
    try {
        bytes = await host.readFile(source.uri);
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { failure: `\`${source.path}\` cannot be read: ${reason}` };
    }
    if (bytes === undefined) return undefined;
    const text = decodeText(bytes);
    if (text === undefined) return { failure: `\`${source.path}\` is not a text file: save the runs as CSV.` };
    return { table: await parseCsv(text, patience) };
}

function missingFile({ path, uri, range }: FileSource): Diagnostic {
    return {
        code: 'file-not-found',
        severity: 'error',
        message: `There is no file \`${path}\`: looked for ${decodeURIComponent(uri.replace(/^file:\/\//, ''))}.`,
        range,
    };
}

/** The columns of an inline table belong to the spec; of a file those that it names. */
function namedColumns(plan: RunsPlan, table: Table): string[] {
    const written = plan.source?.kind === 'inline' ? table.columns.map(({ name }) => name) : [];
    return [...written, ...plan.columns.map(({ name }) => name)];
}

/** Of an inline table at their cells; of a file at its name, one for each kind, with the places in the file beside it. */
function tableProblems(plan: RunsPlan, table: Table): Diagnostic[] {
    const { source } = plan;
    if (source === undefined) return [];
    if (source.kind === 'inline') {
        return table.problems.map(({ code, severity, message, span }) => ({
            code,
            severity,
            message,
            range: rangeOfSpan(span, source.line),
        }));
    }
    const used = usedColumns(plan, table);
    const kinds = new Map<string, TableProblem[]>();
    for (const problem of table.problems) {
        if (problem.column !== undefined && !used.has(problem.column)) continue;
        const key = `${problem.code} ${problem.column ?? ''}`;
        kinds.set(key, [...(kinds.get(key) ?? []), problem]);
    }
    return [...kinds.values()].map((problems) => fileProblem(source, problems));
}

function usedColumns(plan: RunsPlan, table: Table): Set<string> {
    if (plan.columns.length === 0) return new Set(table.columns.map(({ name }) => name));
    const mentions = [...plan.columns, ...plan.filters].flatMap((entry) => entry.mentions.map(({ name }) => name));
    const bare = plan.columns.filter(({ value }) => value === undefined).map(({ name }) => name);
    return new Set([...mentions, ...bare].map((name) => name.replace(/^"(.*)"$/, '$1')));
}

function fileProblem(source: FileSource, problems: readonly TableProblem[]): Diagnostic {
    const [first] = problems;
    const file = source.path.replace(/^.*[\\/]/, '');
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more like it)` : '';
    return {
        code: first.code,
        severity: first.severity,
        message: `${file}:${first.span.line + 1}: ${first.message}${more}`,
        range: source.range,
        related: problems.slice(0, MOST_RELATED).map(({ message, span }) => ({
            uri: source.uri,
            range: rangeOfSpan(span, 0),
            message,
        })),
    };
}

function rangeOfSpan({ line, start, end }: TableProblem['span'], firstLine: number): Range {
    return {
        start: { line: firstLine + line, character: start },
        end: { line: firstLine + line, character: end },
    };
}
