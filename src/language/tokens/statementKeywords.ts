/**
 * The words that begin a statement stay usable as names. What they are depends on where they stand, so that a half-typed
 * statement, or a block that is not closed, does not swallow the statements after it.
 */
import { STATEMENT_KEYWORDS, isStatementKeyword, surroundings } from './blocks.js';
import { isComplete, matchAt, startsLine, wordAt, type Matcher } from './matcher.js';

/** What follows a statement's keyword: a line of this shape begins a statement wherever it stands. */
const STATEMENT_SHAPES: Readonly<Record<string, RegExp>> = {
    runs: /[ \t]+[A-Za-z_]\w*\s*(?:\{|from[ \t]*["A-Za-z_])/y,
    schedule: /[ \t]+[A-Za-z_]\w*\s*\{/y,
    law: /[ \t]+[A-Za-z_]\w*[ \t]*(?:\([^()]*\)[ \t]*)?=/y,
    fit: /[ \t]+[A-Za-z_]\w*[ \t]+to[ \t]+[A-Za-z_]/y,
    compare: /[ \t]+[A-Za-z_]\w*[ \t]*(?:,[ \t]*[A-Za-z_]|[ \t]on[ \t]+[A-Za-z_])/y,
    budget: /[ \t]+[A-Za-z_]\w*\s*\{/y,
    plan: /[ \t]+[A-Za-z_]\w*\s*\{/y,
    predict: /[ \t]+(?!(?:in|start)\b)[A-Za-z_0-9("-]/y,
};

/** After these, on the same line, a name follows, so `fit fit to runs` fits a law called `fit`. */
const NAME_FOLLOWS = new Set(['to', 'on', 'from', 'by', 'predicting', 'let', 'for', ',', ...STATEMENT_KEYWORDS]);

const NAME_ON_LINE = /[ \t]+[A-Za-z_]/y;
const OPERAND_ON_LINE = /[ \t]+[A-Za-z_0-9("-]/y;
const LINE_END = /[ \t]*(?:\r|\n|$|\/\/)/y;

/**
 * Outside a block a statement keyword begins a statement when it begins a line after something complete, when a name follows
 * it, or when it stands alone on its line. Inside a block, which may be one that was never closed, it does so only at the start of a line and in the full shape of its statement.
 */
export function statementKeywordMatcher(keyword: string): Matcher {
    const operand = keyword === 'predict' ? OPERAND_ON_LINE : NAME_ON_LINE;
    return (text, offset, matched) => {
        if (wordAt(text, offset) !== keyword) return null;
        const end = offset + keyword.length;
        const isFirst = startsLine(text, offset);
        if (isFirst && matchAt(STATEMENT_SHAPES[keyword], text, end) !== null) return [keyword];
        if (surroundings(matched).depth > 0) return null;
        const previous = matched.at(-1);
        if (isFirst && (previous === undefined || isStatementKeyword(previous.tokenType.name) || isComplete(matched))) {
            return [keyword];
        }
        if (!isFirst && previous !== undefined && NAME_FOLLOWS.has(previous.tokenType.name)) return null;
        const isAlone = isFirst && matchAt(LINE_END, text, end) !== null;
        return isAlone || matchAt(operand, text, end) !== null ? [keyword] : null;
    };
}
