/** Run tables of a spec, read and derived, and what is wrong with them. */
import { URI } from 'langium';
import type { Column, Table } from '../../data/table.js';
import { parseCsv } from '../../data/parseCsv.js';
import { parseInlineTable } from '../../data/parseInlineTable.js';
import type { Patience } from '../../fit/problem.js';
import { decodeText } from './decode.js';
import { checkColumns, deriveColumns, ownerOf } from './derive.js';
import { filterRows, wrongColumns } from './filter.js';
import { fingerprint } from '../fingerprint.js';
import type { FileSource, RunsPlan } from '../lower/plan.js';
import { Memo } from '../memo.js';
import type { Diagnostic } from '../report.js';
import { summarise, type Summary } from '../summary.js';
import { missingFile, tableProblems } from './tableProblems.js';

export interface StudyHost {
    /** Undefined: there is no such file. Rejected: it cannot be read. */
    readFile(uri: string): Promise<Uint8Array | undefined>;
}

export interface RunsTable extends TableData {
    readonly plan: RunsPlan;
    /** The file that holds the rows. */
    readonly source: string;
    readonly rowCount: number;
    /** Zero-based line of each row in the source. */
    readonly lines: Uint32Array;
    /** Columns that the spec names, or all where it names none. */
    readonly named: readonly string[];
    readonly problems: readonly Diagnostic[];
    /** The same object as long as the rows and columns are the same, wherever they stand in the spec. */
    readonly data: TableData;
}

export interface TableData {
    /** Every column that statements can name, those of the file included. */
    readonly columns: ReadonlyMap<string, Column>;
    /** Per row `KEPT`, `INCOMPLETE`, or the filter that leaves it out (see filter.ts). */
    readonly filtered: Uint8Array;
    readonly summary: Summary;
}

type CsvFile = { readonly table: Table } | { readonly failure: string } | undefined;

/** Cells kept in memory: about 250 MB at most, and the tables of an ordinary spec many times over. */
const MOST_CELLS = 30e6;

/** Reads tables, and remembers them until their text, their file or their columns change. */
export class TableLoader {
    private readonly files = new Memo<CsvFile>(MOST_CELLS, (file) =>
        file && 'table' in file ? cellsIn(file.table) : 1,
    );
    private readonly inline = new Memo<Table>(MOST_CELLS, cellsIn);
    private readonly derived = new Memo<TableData>(
        MOST_CELLS,
        ({ columns, filtered }) => columns.size * filtered.length,
    );
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

    /** What does not depend on where things stand in the spec is computed once. */
    private async derive(plan: RunsPlan, table: Table, patience: Patience, content: string): Promise<RunsTable> {
        const { sound, kinds, problems } = checkColumns(plan, table);
        const written = plan.columns.length > 0 ? namedColumns(plan, table) : table.columns.map(({ name }) => name);
        const named = [...new Set(written)].filter((name) => kinds.has(name));
        const definitions = sound.map(({ name, value, unit }) => [name, value, unit?.name]);
        const conditions = plan.filters.map(({ condition }) => condition);
        const data = await this.derived.get(fingerprint([content, definitions, conditions, named]), async () => {
            await patience.pause(0, 1);
            const columns = deriveColumns(sound, table);
            const filtered = filterRows(plan.filters, columns, table.rowCount);
            return { columns, filtered, summary: summarise(named, columns, filtered) };
        });
        const firstLine = plan.source?.kind === 'inline' ? plan.source.line : 0;
        return {
            plan,
            source: plan.source?.kind === 'file' ? plan.source.uri : plan.uri,
            rowCount: table.rowCount,
            lines: firstLine === 0 ? table.lines : table.lines.map((line) => line + firstLine),
            named,
            data,
            ...data,
            problems: [
                ...problems,
                ...plan.filters.flatMap((filter) => wrongColumns(filter, kinds, ownerOf(plan))),
                ...tableProblems(plan, table),
            ],
        };
    }
}

function cellsIn({ columns, rowCount }: Table): number {
    return columns.length * rowCount + 1;
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

/** The columns of an inline table belong to the spec; of a file those that it names. */
function namedColumns(plan: RunsPlan, table: Table): string[] {
    const written = plan.source?.kind === 'inline' ? table.columns.map(({ name }) => name) : [];
    return [...written, ...plan.columns.map(({ name }) => name)];
}
