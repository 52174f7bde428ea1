/** Token matchers in the form that Chevrotain's lexer calls: they look at the text and at the tokens before. */
import type { TokenType } from 'chevrotain';

export interface MatchedToken {
    readonly image: string;
    readonly tokenType: TokenType;
}

/** The text of the token that begins at an offset, in an array as `RegExp.exec` gives it; null where none does. */
export type Matcher = (text: string, offset: number, matched: MatchedToken[]) => [string] | null;

const WORD = /[A-Za-z_]\w*/y;
/** Types of tokens that an operand or a block can end with: a name after one of them begins an entry. */
const ENDS = new Set(['NUMBER', 'STRING', 'TABLE', 'ID', 'ENTRY', 'influence', 'wild', 'integer', ')', ']', '{', '}']);

/** Tries a sticky expression at an offset. */
export function matchAt(sticky: RegExp, text: string, offset: number): RegExpExecArray | null {
    sticky.lastIndex = offset;
    return sticky.exec(text);
}

export function wordAt(text: string, offset: number): string | undefined {
    return matchAt(WORD, text, offset)?.[0];
}

/** Whether an offset is the first of its line that is not blank. */
export function startsLine(text: string, offset: number): boolean {
    let index = offset - 1;
    while (index >= 0 && (text[index] === ' ' || text[index] === '\t')) index--;
    return index < 0 || text[index] === '\n' || text[index] === '\r';
}

/** Whether what comes before is complete, so that the next word need not go on with it. */
export function isComplete(matched: readonly MatchedToken[]): boolean {
    const previous = matched.at(-1);
    return previous !== undefined && ENDS.has(previous.tokenType.name);
}
