/** What is wrong in the text of a table, as problems of the spec that names it. */
import type { Table, TableProblem } from '../../data/table.js';
import { fileName } from '../../quantity/fileLines.js';
import type { FileSource, RunsPlan } from '../lower/runsPlan.js';
import type { Diagnostic, Range } from '../report.js';
import { mixedColumns, type FileTable } from './joinTables.js';

const MOST_RELATED = 10;

export function missingFile({ path, uri, range }: FileSource): Diagnostic {
    return {
        code: 'file-not-found',
        severity: 'error',
        message: `There is no file \`${path}\`: looked for ${decodeURIComponent(uri.replace(/^file:\/\//, ''))}.`,
        range,
    };
}

/** At their cells. `firstLine` is that of the table in the spec. */
export function inlineProblems({ problems }: Table, firstLine: number): Diagnostic[] {
    return problems.map(({ code, severity, message, span }) => ({
        code,
        severity,
        message,
        range: rangeOfSpan(span, firstLine),
    }));
}

/** At the file's name, one for each kind, with the places in the file beside it. */
export function fileProblems(plan: RunsPlan, source: FileSource, table: Table): Diagnostic[] {
    const used = usedColumns(plan, table);
    const kinds = new Map<string, TableProblem[]>();
    for (const problem of table.problems) {
        if (problem.column !== undefined && !used.has(problem.column)) continue;
        const key = `${problem.code} ${problem.column ?? ''}`;
        kinds.set(key, [...(kinds.get(key) ?? []), problem]);
    }
    return [...kinds.values()].map((problems) => fileProblem(source, problems));
}

/** Columns that are of another kind in another file, at the name of the file where they hold texts. */
export function mixedProblems(files: readonly FileSource[], tables: readonly FileTable[]): Diagnostic[] {
    return [...mixedColumns(tables)].map(([name, [numbers, texts]]): Diagnostic => {
        const message =
            `\`${name}\` holds texts in ${fileName(texts)} and numbers in ${fileName(numbers)}: ` +
            'it is taken for a column of texts.';
        const { range } = files.find(({ uri }) => uri === texts) ?? files[0];
        return { code: 'mixed-columns', severity: 'warning', message, range };
    });
}

function usedColumns(plan: RunsPlan, table: Table): Set<string> {
    if (plan.columns.length === 0) return new Set(table.columns.map(({ name }) => name));
    const mentions = [...plan.columns, ...plan.filters].flatMap(({ mentions }) => mentions);
    const bare = plan.columns.filter(({ value }) => value === undefined).map(({ name }) => name);
    const ofSeries = [plan.series?.along, plan.series?.group].filter((each) => each !== undefined);
    const named = [...mentions, ...ofSeries].map(({ name }) => name);
    return new Set([...named, ...bare].map((name) => name.replace(/^"(.*)"$/, '$1')));
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
