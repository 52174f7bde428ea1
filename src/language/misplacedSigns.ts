/** Signs and words of other notations, where the parser meets them: what stands for them here. */
import type { IToken } from 'chevrotain';
import { nearestName } from '../quantity/nearest.js';
import type { Expectation } from './parserMessages.js';
import { entryWords } from './tokens/blocks.js';

/** Signs that have a meaning elsewhere. */
const MISPLACED_SIGNS: Readonly<Record<string, string>> = {
    '[': 'Bounds are written `lower .. upper`.',
    ']': 'Bounds are written `lower .. upper`.',
    '.': 'Write numbers with a digit before the point, and `..` between two bounds.',
};

/** Words of mathematics for `subject to`; of `s.t.` the first letter is met. */
const CONSTRAINT_WORDS: ReadonlySet<string> = new Set(['s', 'st', 'such', 'where', 'with']);

/** A sentence where a sign is one of another notation; `statement` is the keyword of the statement. */
export function signNote(
    { rule, token }: Expectation,
    actual: IToken,
    previous: IToken | undefined,
    statement: string,
): string | undefined {
    const { image, startOffset } = actual;
    if (image === '*' && previous?.image === '*' && previous.startOffset === startOffset - 1) {
        return 'Powers are written `x^y`, not `x**y`.';
    }
    if (image === ',' && previous?.tokenType.name === 'NUMBER' && /^\d{1,3}$/.test(previous.image)) {
        return 'Numbers have no commas within: write `1000000` or `1M`, not `1,000,000`.';
    }
    if (image === '=' && token !== '{' && takesConstraints(statement)) {
        return '`=` gives no condition: write `==` for what is equal, `<=` or `>=` for a limit.';
    }
    const note = rule === 'Item' ? undefined : MISPLACED_SIGNS[image];
    return note === undefined ? undefined : `\`${image}\` means nothing here. ${note}`;
}

/** `Did you mean …?` of a word that stands beside a value, where an entry may begin; empty where it is like none. */
export function entryNote({ image }: IToken, statement: string): string {
    const meant = CONSTRAINT_WORDS.has(image) && takesConstraints(statement) ? 'subject' : undefined;
    const nearest = meant ?? nearestName(image, entryWords(statement));
    return nearest === undefined ? '' : ` Did you mean ${quotedWord(nearest)}?`;
}

/** `subject` is half of what is written. */
export function quotedWord(keyword: string): string {
    return keyword === 'subject' ? '`subject to`' : `\`${keyword}\``;
}

function takesConstraints(statement: string): boolean {
    return entryWords(statement).includes('subject');
}
