/** What stands between two tokens of a line. */
import type { IToken } from 'chevrotain';
import type { Role } from './source.js';

/** The tokens of a line, with one blank or none between them. */
export function joinTokens(tokens: readonly IToken[], roles: ReadonlyMap<number, Role>): string {
    return tokens
        .map((token, index) => {
            const separator = index > 0 && !isTight(tokens[index - 1], token, roles) ? ' ' : '';
            return separator + textOf(token);
        })
        .join('');
}

function textOf({ image, tokenType }: IToken): string {
    return tokenType.name === 'NUMBER' ? image.replace(/[ \t]+/g, ' ') : image;
}

/** Signs that what follows or comes before stands close to. */
const TIGHT_AFTER: ReadonlySet<Role | undefined> = new Set<Role>([
    'is a sign',
    'is part of a unit',
    'is part of a name',
    'opens a list',
]);
const TIGHT_BEFORE: ReadonlySet<Role | undefined> = new Set<Role>([
    'is part of a unit',
    'is part of a name',
    'opens a call',
    'closes a list',
]);

function isTight(previous: IToken, next: IToken, roles: ReadonlyMap<number, Role>): boolean {
    if (previous.image === '(' || next.image === ')' || next.image === ',') return true;
    if (previous.image === '^' || next.image === '^') return true;
    const before = roles.get(previous.startOffset);
    const after = roles.get(next.startOffset);
    return TIGHT_AFTER.has(before) || TIGHT_BEFORE.has(after);
}
