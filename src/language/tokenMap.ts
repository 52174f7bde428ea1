/** Looks up where in a stream of tokens an offset lies: which entry, which statement, which open block. */
import type { IToken } from 'chevrotain';
import { beginsWithKeyword, isStatementKeyword } from './tokens/blocks.js';

export class TokenMap {
    private readonly tokens: readonly IToken[];
    private readonly statementBegins: readonly number[];
    private readonly entryBegins: readonly number[];

    constructor(tokens: readonly IToken[]) {
        this.tokens = tokens;
        this.statementBegins = tokens.filter(beginsStatement).map(({ startOffset }) => startOffset);
        this.entryBegins = tokens
            .filter((token) => beginsStatement(token) || beginsEntry(token))
            .map(({ startOffset }) => startOffset);
    }

    /** Offset of the token that begins the statement around an offset; -1 before the first. */
    statementBegin(offset: number): number {
        return lastUpTo(this.statementBegins, offset);
    }

    /** The keyword of the statement that a token belongs to, which may be the end of the text; empty before the first. */
    statementAt({ startOffset }: IToken): string {
        const end = Number.isNaN(startOffset) ? Infinity : startOffset;
        const begun = this.tokens.filter((token) => token.startOffset < end && beginsStatement(token));
        return begun.at(-1)?.image ?? '';
    }

    /** Offset of the token that begins the entry around an offset, or the statement where it is in none. */
    entryBegin(offset: number): number {
        return lastUpTo(this.entryBegins, offset);
    }

    /** The token before another, which may be the end of the text. */
    before(token: IToken): IToken | undefined {
        const index = this.tokens.findIndex(({ startOffset }) => startOffset >= token.startOffset);
        return index < 0 ? this.tokens.at(-1) : this.tokens[index - 1];
    }

    /** The innermost brace that is open before a token, which may be the end of the text. */
    openBraceAt(end: IToken): IToken | undefined {
        const open: IToken[] = [];
        for (const token of this.tokens) {
            if (token.startOffset >= end.startOffset) break;
            if (beginsStatement(token)) open.length = 0;
            else if (token.image === '{') open.push(token);
            else if (token.image === '}') open.pop();
        }
        return open.at(-1);
    }
}

function beginsStatement({ tokenType }: IToken): boolean {
    return isStatementKeyword(tokenType.name);
}

function beginsEntry({ tokenType }: IToken): boolean {
    return tokenType.name === 'ENTRY' || beginsWithKeyword(tokenType.name);
}

/** The last of ascending numbers that is at most `limit`; -1 where none is. */
export function lastUpTo(ascending: readonly number[], limit: number): number {
    let low = 0;
    let high = ascending.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (ascending[middle] <= limit) low = middle + 1;
        else high = middle;
    }
    return ascending[low - 1] ?? -1;
}
