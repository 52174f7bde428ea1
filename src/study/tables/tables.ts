/** Run tables of a spec, read and derived, and what is wrong with them. */
import { URI } from 'langium';
import type { Column, Table } from '../../data/table.js';
import { parseCsv } from '../../data/parseCsv.js';
import { parseInlineTable } from '../../data/parseInlineTable.js';
import type { Patience } from '../../fit/problem.js';
import { leftOut, rowsOfRuns, rowsOfTable, wrongGroups, type BaseRows } from './baseRows.js';
import { decodeText } from './decode.js';
import { checkColumns, deriveColumns, headerOf, refusals, type RefusedColumn } from './derive.js';
import { filterRows, wrongColumns } from './filter.js';
import { fingerprint } from '../fingerprint.js';
import type { FileSource, FilesSource, InlineSource, RunsPlan, RunsSource, SeriesPlan } from '../lower/runsPlan.js';
import { Memo } from '../memo.js';
import type { Diagnostic } from '../report.js';
import type { Sources } from '../../quantity/fileLines.js';
import { summarise, type Summary } from '../summary.js';
import { joinTables, sourcesOf, type FileTable } from './joinTables.js';
import { seriesOf, seriesProblems, type SeriesRows } from './series.js';
import { fileProblems, inlineProblems, missingFile, mixedProblems } from './tableProblems.js';

export interface StudyHost {
    /** Undefined: there is no such file. Rejected: it cannot be read. */
    readFile(uri: string): Promise<Uint8Array | undefined>;
}

export interface RunsTable extends TableData {
    readonly plan: RunsPlan;
    /** The files that hold the rows. */
    readonly sources: Sources;
    readonly rowCount: number;
    /** Zero-based line of each row, in the numbering of the sources. */
    readonly lines: Uint32Array;
    /** Columns that the spec names, or all where it names none. */
    readonly named: readonly string[];
    readonly problems: readonly Diagnostic[];
    /** The same for the same rows and columns. */
    readonly key: string;
    /** The same object as long as the rows and columns are the same, wherever they stand in the spec. */
    readonly data: TableData;
}

export interface TableData {
    /** Every column that statements can name, those of the file included. */
    readonly columns: ReadonlyMap<string, Column>;
    readonly refused: readonly RefusedColumn[];
    /** Per row `KEPT`, `INCOMPLETE`, or the filter that leaves it out (see filter.ts). */
    readonly filtered: Uint8Array;
    readonly summary: Summary;
    /** Of the rows of a `series`. */
    readonly order: SeriesRows | undefined;
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
    private readonly joined = new Memo<Table>(MOST_CELLS, cellsIn);
    /** Rows that runs have from others. */
    private readonly passedOn = new Memo<BaseRows>(MOST_CELLS, cellsInRows);
    private readonly generations = new Map<string, number>();

    /** The file has changed: read it again when it is next needed. */
    invalidate(uri: string): void {
        const normal = URI.parse(uri).toString();
        this.generations.set(normal, (this.generations.get(normal) ?? 0) + 1);
    }

    /** Problems alone where there is no table. `origin` is the table of the runs that these are made from. */
    async load(
        plan: RunsPlan,
        host: StudyHost,
        patience: Patience,
        origin: RunsTable | undefined,
    ): Promise<RunsTable | readonly Diagnostic[]> {
        const { source } = plan;
        if (source === undefined) return [];
        if (source.kind === 'runs') return origin === undefined ? [] : this.loadFrom(origin, source, plan, patience);
        if (source.kind === 'inline') {
            const { text, character } = source;
            const texts = textsOf(plan);
            const table = await this.inline.get(`${character} ${[...texts].join()} ${text}`, () =>
                parseInlineTable(text, character, texts),
            );
            return this.loadInline(source, plan, table, patience);
        }
        return this.loadFiles(source, plan, host, patience);
    }

    private async loadFiles(
        { files }: FilesSource,
        plan: RunsPlan,
        host: StudyHost,
        patience: Patience,
    ): Promise<RunsTable | readonly Diagnostic[]> {
        const read: FileTable[] = [];
        const problems: Diagnostic[] = [];
        const texts = textsOf(plan);
        const keys = files.map(({ uri }) => `${this.generations.get(uri) ?? 0} ${[...texts].join()} ${uri}`);
        for (const [index, source] of files.entries()) {
            const file = await this.files.get(keys[index], () => readCsv(source, texts, host, patience));
            if (file === undefined) {
                this.files.delete(keys[index]);
                problems.push(missingFile(source));
            } else if ('failure' in file) {
                problems.push({
                    code: 'file-unreadable',
                    severity: 'error',
                    message: file.failure,
                    range: source.range,
                });
            } else read.push({ uri: source.uri, table: file.table });
        }
        if (problems.length > 0) return problems;
        const told = files.flatMap((source, index) => fileProblems(plan, source, read[index].table));
        const table =
            read.length === 1 ? read[0].table : await this.joined.get(keys.join('\n'), () => joinTables(read));
        const given: Given = {
            sources: sourcesOf(read),
            lines: table.lines,
            // Those of files are the ones that the spec names.
            columns: plan.columns.length === 0 ? table.columns.map(({ name }) => name) : [],
            problems: [...told, ...mixedProblems(files, read)],
        };
        return this.derive(plan, rowsOfTable(table), given, patience, keys.join('\n'));
    }

    private loadInline(
        { text, line }: InlineSource,
        plan: RunsPlan,
        table: Table,
        patience: Patience,
    ): Promise<RunsTable> {
        const given: Given = {
            sources: [{ uri: plan.uri, firstLine: 0 }],
            lines: table.lines.map((each) => each + line),
            columns: table.columns.map(({ name }) => name),
            problems: inlineProblems(table, line),
        };
        return this.derive(plan, rowsOfTable(table), given, patience, fingerprint([text, [...textsOf(plan)]]));
    }

    private async loadFrom(
        origin: RunsTable,
        source: RunsSource,
        plan: RunsPlan,
        patience: Patience,
    ): Promise<RunsTable | readonly Diagnostic[]> {
        const wrong = wrongGroups(source, origin);
        if (wrong.length > 0) return wrong;
        const { grouping } = source;
        const question = grouping && [
            grouping.columns.map(({ name }) => name),
            grouping.items,
            namesOf(origin.plan.series),
        ];
        const key = fingerprint([origin.key, question]);
        const base = await this.passedOn.get(key, () => rowsOfRuns(source, origin));
        const given: Given = {
            sources: origin.sources,
            lines: base.origins!.map((row) => origin.lines[row]),
            columns: grouping === undefined ? origin.named : [...base.columns.keys()],
            problems: leftOut(source, base, origin),
        };
        return this.derive(plan, base, given, patience, key);
    }

    /** What does not depend on where things stand in the spec is computed once. */
    private async derive(
        plan: RunsPlan,
        base: BaseRows,
        given: Given,
        patience: Patience,
        content: string,
    ): Promise<RunsTable> {
        const { sound, known, problems } = checkColumns(plan, base);
        const written = [...given.columns, ...plan.columns.map(({ name }) => name)];
        const named = [...new Set(written)].filter((name) => known.kinds.has(name));
        const definitions = sound.map(({ name, value, windows, unit }) => [name, value, windows, unit?.name]);
        const conditions = plan.filters.map(({ condition, windows }) => [condition, windows]);
        const key = fingerprint([content, definitions, conditions, named, namesOf(plan.series)]);
        const data = await this.derived.get(key, async () => {
            await patience.pause(0, 1);
            const { rows, refused } = await deriveColumns(sound, plan.series, base, patience);
            const filtered = await filterRows(plan.filters, rows, known);
            const summary = summarise(named, rows.columns, filtered);
            return {
                columns: rows.columns,
                refused,
                filtered,
                summary,
                order: seriesOf(plan.series, rows.columns, base.rowCount),
            };
        });
        return {
            plan,
            sources: given.sources,
            rowCount: base.rowCount,
            lines: given.lines,
            named,
            data,
            key,
            ...data,
            problems: [
                ...problems,
                ...plan.filters.flatMap((filter) => wrongColumns(filter, known)),
                ...ownSeriesProblems(plan, data, given),
                ...refusals(plan, data.refused),
                ...given.problems,
            ],
        };
    }
}

/** The columns of the source that are said to be texts. */
function textsOf({ columns }: RunsPlan): ReadonlySet<string> {
    return new Set(columns.filter(({ holdsTexts }) => holdsTexts).map((column) => headerOf(column)));
}

/** What is known of rows beside their values. */
interface Given extends Pick<RunsTable, 'sources' | 'lines' | 'problems'> {
    /** Columns that belong to the runs without being defined by them. */
    readonly columns: readonly string[];
}

function namesOf(series: SeriesPlan | undefined): readonly (string | undefined)[] {
    return [series?.along.name, series?.group?.name];
}

/** Those of a `series` that the runs have from others are told there. */
function ownSeriesProblems(
    { series, source }: RunsPlan,
    { order }: TableData,
    { lines, sources }: Given,
): Diagnostic[] {
    const isOwn = source?.kind !== 'runs' || source.runs.series !== series;
    return isOwn && series && order ? seriesProblems(series, order, lines, sources) : [];
}

function cellsIn({ columns, rowCount }: Table): number {
    return columns.length * rowCount + 1;
}

function cellsInRows({ columns, rowCount }: BaseRows): number {
    return columns.size * rowCount + 1;
}

async function readCsv(
    source: FileSource,
    texts: ReadonlySet<string>,
    host: StudyHost,
    patience: Patience,
): Promise<CsvFile> {
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
    return { table: await parseCsv(text, patience, texts) };
}
