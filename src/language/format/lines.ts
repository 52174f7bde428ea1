/** The lines of a formatted spec before they are aligned with one another. */
import type { IToken } from 'chevrotain';
import { isStatementKeyword } from '../tokens/blocks.js';
import { isComplete } from '../tokens/matcher.js';
import { isComment, type Source } from './source.js';
import { joinTokens } from './spacing.js';
import { formatTable } from './tableRows.js';

export interface Line {
    readonly indent: string;
    readonly code: string;
    /** A line comment behind the code, and where it began before. */
    readonly comment?: { readonly text: string; readonly column: number };
    /** The name of a column where the line declares one alone, and what follows the name. */
    readonly column?: { readonly name: string; readonly rest: string };
    /** Of a statement with a syntax error, or inside a comment: as it was. */
    readonly isVerbatim?: boolean;
}

const INDENT = '  ';
/** Words and signs that go on with what the line before began. */
const CONTINUING = /^(?:[-+*/^=<>!,)]|\.\.|[<>=!]=|and|or|from|with|predicting|by|to|of|in|on|start|wild|seed)$/;

export function formatLines(text: string, { tokens, roles, isBroken }: Source): Line[] {
    const source = text.split(/\r?\n/);
    const lines: Line[] = [];
    const place = new Place();
    let next = 0;
    for (const group of groupByLine(tokens)) {
        const first = group[0].startLine! - 1;
        const last = group.at(-1)!.endLine! - 1;
        for (; next < first; next++) lines.push({ indent: '', code: '' });
        const isVerbatim = group.some((token) => isBroken(token.startOffset)) || isUnclosed(group);
        const indent = place.indentOf(group[0]);
        if (isVerbatim) lines.push(...source.slice(first, last + 1).map(verbatim));
        else lines.push(...formatGroup(group, indent, roles, place.statement));
        group.forEach((token) => place.pass(token));
        next = last + 1;
    }
    for (; next < source.length; next++) lines.push({ indent: '', code: '' });
    return lines;
}

/** Tokens on one line, and those on the last line of one that spans several. */
function groupByLine(tokens: readonly IToken[]): IToken[][] {
    const groups: IToken[][] = [];
    for (const token of tokens) {
        const previous = groups.at(-1)?.at(-1);
        if (previous !== undefined && previous.endLine === token.startLine) groups.at(-1)!.push(token);
        else groups.push([token]);
    }
    return groups;
}

function isUnclosed(group: readonly IToken[]): boolean {
    return group.some(({ image, tokenType }) => tokenType.name === 'BLOCK_COMMENT' && !image.endsWith('*/'));
}

function verbatim(line: string): Line {
    return { indent: '', code: line, isVerbatim: true };
}

function formatGroup(
    group: readonly IToken[],
    indent: string,
    roles: Source['roles'],
    statement: string | undefined,
): Line[] {
    const last = group.at(-1)!;
    const hasComment = group.length > 1 && last.tokenType.name === 'LINE_COMMENT';
    const tokens = hasComment ? group.slice(0, -1) : group;
    const comment = hasComment && { comment: { text: last.image.trimEnd(), column: last.startColumn! - 1 } };
    const table = tokens.find(({ tokenType }) => tokenType.name === 'TABLE');
    if (table !== undefined) return formatTableGroup(tokens, table, indent, roles, comment || {});
    const code = joinTokens(tokens, roles).trimEnd();
    const [head, ...tail] = code.split(/\r?\n/);
    const column = statement === 'runs' ? columnOf(tokens, roles) : undefined;
    if (tail.length === 0) return [{ indent, code, ...comment, ...(column && { column }) }];
    return [{ indent, code: head }, ...tail.slice(0, -1).map(verbatim), { ...verbatim(tail.at(-1)!), ...comment }];
}

function formatTableGroup(
    tokens: readonly IToken[],
    table: IToken,
    indent: string,
    roles: Source['roles'],
    comment: Pick<Line, 'comment'>,
): Line[] {
    const index = tokens.indexOf(table);
    const before = tokens.slice(0, index);
    const after = tokens.slice(index + 1);
    const inner = before.length === 0 ? indent : indent + INDENT;
    const lines: Line[] = formatTable(table.image.trimEnd()).map((code) => ({ indent: inner, code }));
    if (before.length > 0) lines.unshift({ indent, code: joinTokens(before, roles) });
    if (after.length > 0)
        lines.push({
            indent: indent.slice(before.length === 0 ? INDENT.length : 0),
            code: joinTokens(after, roles),
            ...comment,
        });
    return lines;
}

/** A line that is one column: a name, and perhaps `=` or `in` with what follows. */
function columnOf(tokens: readonly IToken[], roles: Source['roles']): Line['column'] {
    const [first, ...rest] = tokens;
    const entries = tokens.filter(({ tokenType }) => tokenType.name === 'ENTRY');
    const isAlone =
        entries.length === 1 && first === entries[0] && !rest.some(({ image }) => image === '{' || image === '}');
    return isAlone ? { name: first.image, rest: joinTokens(rest, roles) } : undefined;
}

/** Where the lines are: in which statement, how deep in its blocks and brackets, and whether something goes on. */
class Place {
    statement: string | undefined;
    private depth = 0;
    private parentheses = 0;
    private previous: IToken | undefined;

    indentOf(first: IToken): string {
        if (isStatementKeyword(first.tokenType.name)) return '';
        const depth = Math.max(0, this.depth - (first.image === '}' ? 1 : 0));
        return INDENT.repeat(depth + (this.goesOn(first) ? 1 : 0));
    }

    private goesOn(first: IToken): boolean {
        if (this.previous === undefined || first.image === '}' || first.image === '{') return false;
        if (this.parentheses > 0) return true;
        const begins = first.tokenType.name === 'ENTRY' || isComment(first);
        return !isComplete([this.previous]) || (!begins && CONTINUING.test(first.image));
    }

    pass(token: IToken): void {
        const { image, tokenType } = token;
        if (isComment(token)) return;
        if (isStatementKeyword(tokenType.name)) {
            this.statement = image;
            this.depth = 0;
            this.parentheses = 0;
        } else if (image === '{' || image === '}') this.depth = Math.max(0, this.depth + (image === '{' ? 1 : -1));
        else if (image === '(') this.parentheses++;
        else if (image === ')') this.parentheses = Math.max(0, this.parentheses - 1);
        this.previous = token;
    }
}
