/** What is wrong in the text of a table, as problems of the spec that names it. */
import type { Table, TableProblem } from '../../data/table.js';
import type { FileSource, RunsPlan } from '../lower/plan.js';
import type { Diagnostic, Range } from '../report.js';

const MOST_RELATED = 10;

export function missingFile({ path, uri, range }: FileSource): Diagnostic {
    return {
        code: 'file-not-found',
        severity: 'error',
        message: `There is no file \`${path}\`: looked for ${decodeURIComponent(uri.replace(/^file:\/\//, ''))}.`,
        range,
    };
}

/** Of an inline table at their cells; of a file at its name, one for each kind, with the places in the file beside it. */
export function tableProblems(plan: RunsPlan, table: Table): Diagnostic[] {
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
