/** What lines up in neighbouring lines: the `=` of columns, and comments behind the code. */
import type { Line } from './lines.js';

const COMMENT_GAP = 2;

export function alignColumns(lines: readonly Line[]): Line[] {
    return inGroups(lines, isInColumns, (group) => {
        const width = Math.max(...group.map(({ column }) => column?.name.length ?? 0));
        return group.map((line) =>
            line.column?.rest.startsWith('=')
                ? { ...line, code: `${line.column.name.padEnd(width)} ${line.column.rest}` }
                : line,
        );
    });
}

/** Comments that began in one column still do, as far right as before or as the longest line needs. */
export function alignComments(lines: readonly Line[]): Line[] {
    return inGroups(
        lines,
        (line, previous) =>
            line.comment !== undefined && (previous === undefined || previous.comment?.column === line.comment.column),
        (group) => {
            const longest = Math.max(...group.map(({ indent, code }) => indent.length + code.length));
            const column = Math.max(group[0].comment!.column, longest + COMMENT_GAP);
            return group.map((line) => ({
                ...line,
                code: line.code.padEnd(column - line.indent.length) + line.comment!.text,
            }));
        },
    );
}

/** Columns, with lines of comments between them. */
function isInColumns({ column, code, isVerbatim }: Line): boolean {
    return column !== undefined || (!isVerbatim && code.startsWith('//'));
}

/** Transforms each longest run of neighbouring lines that belong together. */
function inGroups(
    lines: readonly Line[],
    belongs: (line: Line, previous: Line | undefined) => boolean,
    transform: (group: readonly Line[]) => Line[],
): Line[] {
    const result: Line[] = [];
    let group: Line[] = [];
    const close = () => {
        if (group.length > 0) result.push(...transform(group));
        group = [];
    };
    for (const line of lines) {
        if (!belongs(line, group.at(-1))) close();
        if (belongs(line, group.at(-1))) group.push(line);
        else result.push(line);
    }
    close();
    return result;
}
