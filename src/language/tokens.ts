/**
 * Tokens that a regular expression cannot tell: statement keywords that stay usable as names, data tables
 * of any length, and numbers whose unit stands on the same line.
 */
import type { TokenType } from 'chevrotain';
import { DefaultTokenBuilder, type GrammarAST } from 'langium';
import { numberPattern } from '../quantity/parse.js';

interface MatchedToken {
    readonly image: string;
    readonly tokenType: TokenType;
}

type Matcher = (text: string, offset: number, matched: MatchedToken[]) => [string] | null;

/** What follows a statement's keyword, on the same line; inside an unclosed block only this begins a statement. */
const STATEMENT_SHAPES: Readonly<Record<string, RegExp>> = {
    runs: /[ \t]+[A-Za-z_]\w*[ \t]*(?:\{|from[ \t]*")/y,
    law: /[ \t]+[A-Za-z_]\w*[ \t]*(?:\([^()\n]*\)[ \t]*)?=/y,
    fit: /[ \t]+[A-Za-z_]\w*[ \t]+to[ \t]+[A-Za-z_]/y,
    budget: /[ \t]+[A-Za-z_]\w*[ \t]*\{/y,
    predict: /[ \t]+[A-Za-z_]\w*[ \t]*\(/y,
};

export const STATEMENT_KEYWORDS: readonly string[] = Object.keys(STATEMENT_SHAPES);

/** After these a name must follow, so `fit fit to runs` fits a law called `fit`. */
const NAME_FOLLOWS = new Set(['to', 'by', 'predicting', 'let', 'for', ...STATEMENT_KEYWORDS]);

const WORD_END = /(?![A-Za-z0-9_])/y;
const NAME_ON_LINE = /[ \t]+[A-Za-z_]/y;
const OPERAND_ON_LINE = /[ \t]+[A-Za-z_0-9("-]/y;
const LINE_END = /[ \t]*(?:\r?\n|$)/y;
const NUMBER = new RegExp(numberPattern, 'y');
const TABLE_ROW = /(?:[ \t]*(?:\/\/[^\r\n]*)?\r?\n)*[ \t]*\|[^\r\n]*/y;

export class ScalingTokenBuilder extends DefaultTokenBuilder {
    protected override buildKeywordPattern(keyword: GrammarAST.Keyword, caseInsensitive: boolean) {
        return keyword.value in STATEMENT_SHAPES
            ? matchStatementKeyword(keyword.value)
            : super.buildKeywordPattern(keyword, caseInsensitive);
    }

    protected override buildTerminalToken(terminal: GrammarAST.TerminalRule): TokenType {
        const token = super.buildTerminalToken(terminal);
        const matcher = TERMINAL_MATCHERS[terminal.name];
        return matcher === undefined ? token : { ...token, PATTERN: matcher, LINE_BREAKS: terminal.name === 'TABLE' };
    }
}

const TERMINAL_MATCHERS: Readonly<Record<string, Matcher>> = {
    NUMBER: (text, offset) => {
        const match = matchAt(NUMBER, text, offset);
        return match === null ? null : [match[0]];
    },
    TABLE: matchTable,
};

/** All consecutive lines that begin with a bar, with blank and comment lines between them. */
function matchTable(text: string, offset: number): [string] | null {
    if (text[offset] !== '|') return null;
    let end = offset;
    for (let row = matchAt(TABLE_ROW, text, end); row !== null; row = matchAt(TABLE_ROW, text, end)) {
        end += row[0].length;
    }
    return [text.slice(offset, end)];
}

/**
 * Outside a block a statement keyword begins a statement when a name follows it, or when it stands alone on its line. Inside a
 * block, which may be one that was never closed, it does so only at the start of a line and in the full shape of its statement.
 */
function matchStatementKeyword(keyword: string): Matcher {
    const operand = keyword === 'predict' ? OPERAND_ON_LINE : NAME_ON_LINE;
    return (text, offset, matched) => {
        const end = offset + keyword.length;
        if (!text.startsWith(keyword, offset) || matchAt(WORD_END, text, end) === null) return null;
        const previous = matched.at(-1);
        if (previous !== undefined && NAME_FOLLOWS.has(previous.image)) return null;
        const startsLine = isBlankBefore(text, offset);
        const begins = isInsideBlock(matched)
            ? startsLine && matchAt(STATEMENT_SHAPES[keyword], text, end) !== null
            : matchAt(operand, text, end) !== null || (startsLine && matchAt(LINE_END, text, end) !== null);
        return begins ? [keyword] : null;
    };
}

function matchAt(sticky: RegExp, text: string, offset: number): RegExpExecArray | null {
    sticky.lastIndex = offset;
    return sticky.exec(text);
}

function isBlankBefore(text: string, offset: number): boolean {
    let index = offset - 1;
    while (index >= 0 && (text[index] === ' ' || text[index] === '\t')) index--;
    return index < 0 || text[index] === '\n';
}

/** Whether a brace is open since the last statement keyword. */
function isInsideBlock(matched: readonly MatchedToken[]): boolean {
    let depth = 0;
    for (let index = matched.length - 1; index >= 0; index--) {
        const { image, tokenType } = matched[index];
        if (image === '{') depth++;
        else if (image === '}') depth--;
        else if (tokenType.name in STATEMENT_SHAPES) break;
    }
    return depth > 0;
}
