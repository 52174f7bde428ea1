/** What the lexer alone tells about the text before the cursor; half-typed text has tokens where it has no syntax tree. */
import type { Lexer, LexerResult } from 'langium';
import { STATEMENT_KEYWORDS } from '../../language/tokens.js';

export type Token = LexerResult['tokens'][number];

export interface StatementTokens {
    /** From the last statement's keyword on, without the word being typed; empty before the first statement. */
    readonly tokens: readonly Token[];
    /** The part of a word left of the cursor. */
    readonly word: string;
    /** Whether the last token stands on an earlier line than the cursor. */
    readonly onNewLine: boolean;
}

export function statementBefore(lexer: Lexer, text: string, offset: number): StatementTokens {
    const word = /[A-Za-z_]\w*$/.exec(text.slice(0, offset))?.[0] ?? '';
    const before = text.slice(0, offset - word.length);
    const { tokens } = lexer.tokenize(before);
    const start = tokens.map(({ tokenType }) => STATEMENT_KEYWORDS.includes(tokenType.name)).lastIndexOf(true);
    const last = tokens.at(-1);
    return {
        tokens: start < 0 ? [] : tokens.slice(start),
        word,
        onNewLine: last === undefined || before.slice(last.startOffset + last.image.length).includes('\n'),
    };
}

/** What kind of text an offset stands in; a string's `start` is the offset of its quote. */
export type TextKind =
    { readonly kind: 'code' | 'comment' | 'table' } | { readonly kind: 'string'; readonly start: number };

const SPECIAL = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"[^"\n]*"?/g;

export function textKindAt(text: string, offset: number): TextKind {
    const before = text.slice(0, offset);
    for (const { 0: piece, index } of before.matchAll(SPECIAL)) {
        if (index + piece.length < offset) continue;
        if (piece.startsWith('//') || (piece.startsWith('/*') && !/..\*\/$/.test(piece))) return { kind: 'comment' };
        if (piece === '"' || /^"[^"]*$/.test(piece)) return { kind: 'string', start: index };
    }
    const line = before.slice(before.lastIndexOf('\n') + 1);
    return { kind: line.trimStart().startsWith('|') ? 'table' : 'code' };
}

/** Words after which an operand, a name or a fixed word must follow: they never end an expression. */
const LEADING_WORDS = new Set(
    (
        'runs schedule law fit compare budget predict from where series in with let return start preset to on predicting by objective weights ' +
        'errors of using holdout along bootstrap seed intervals solver minimize maximize subject for over against and or'
    ).split(' '),
);

/** The same of words that are names as often: the lexer tells. */
const LEADING_KEYWORDS = new Set(['plan', 'narrow', 'measure', 'total', 'batch', 'against']);

/** Words that carry an entry on instead of beginning a new one. */
const CONTINUING_WORDS = new Set([
    'in',
    'start',
    'of',
    'wild',
    'seed',
    'to',
    'on',
    'and',
    'or',
    'with',
    'predicting',
    'by',
]);

export function isWord(token: Token | undefined): boolean {
    return token !== undefined && /^[A-Za-z_]/.test(token.image);
}

/** Whether an expression may end with this token. */
export function endsOperand(token: Token): boolean {
    if (isWord(token)) return !LEADING_WORDS.has(token.image) && !LEADING_KEYWORDS.has(token.tokenType.name);
    return [')', ']', '}'].includes(token.image) || /^["|0-9]/.test(token.image);
}

/** Every entry begins with a word that cannot continue what stands before it; that tells entries apart without separators. */
export function beginsEntry(token: Token, previous: Token | undefined): boolean {
    return previous === undefined || (isWord(token) && !CONTINUING_WORDS.has(token.image) && endsOperand(previous));
}
