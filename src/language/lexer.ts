/** The lexer, and what can be wrong with a single token: each is told here once, so that the parser goes on undisturbed. */
import type { ILexingError, IToken } from 'chevrotain';
import { DefaultLexer, DefaultLexerErrorMessageProvider, type LexerResult } from 'langium';
import { parseQuantity, SUFFIXES } from '../quantity/parse.js';
import { unitNamed } from '../quantity/units.js';
import { nearestUnitName } from '../quantity/unitSpelling.js';
import { isClosed } from './literals.js';

export class ScalingLexer extends DefaultLexer {
    override tokenize(text: string): LexerResult {
        const result = super.tokenize(text);
        const wrong = [...result.tokens, ...result.hidden].flatMap((token) => problemOf(token) ?? []);
        return { ...result, errors: [...result.errors, ...wrong] };
    }
}

interface TokenProblem {
    readonly message: string;
    /** Offsets in the token, end exclusive. */
    readonly start: number;
    readonly end: number;
}

function problemOf(token: IToken): ILexingError | undefined {
    const problem = TOKEN_PROBLEMS[token.tokenType.name]?.(token.image);
    return (
        problem && {
            offset: token.startOffset + problem.start,
            line: token.startLine,
            column: token.startColumn === undefined ? undefined : token.startColumn + problem.start,
            length: problem.end - problem.start,
            message: problem.message,
        }
    );
}

const TOKEN_PROBLEMS: Readonly<Record<string, (image: string) => TokenProblem | undefined>> = {
    NUMBER: numberProblem,
    STRING: (image) => (isClosed(image) ? undefined : whole(image, 'This text is never closed: a `"` is missing.')),
    BLOCK_COMMENT: (image) =>
        image.endsWith('*/') && image.length > 3
            ? undefined
            : whole(image, 'This comment is never closed: a `*/` is missing.'),
};

function whole(image: string, message: string): TokenProblem {
    return { message, start: 0, end: image.trimEnd().length };
}

function numberProblem(image: string): TokenProblem | undefined {
    const quantity = parseQuantity(image);
    if (quantity.ok) return undefined;
    const { start, end, message } = quantity;
    const product = productInstead(image.slice(0, start).trim(), image.slice(start, end));
    return { start, end, message: product ?? message };
}

/** `2N` and `6 N` are meant as products unless the letters are nearly a suffix or a unit. */
function productInstead(number: string, word: string): string | undefined {
    const isProduct = /^[A-Za-z_]\w*$/.test(word) && !Object.hasOwn(SUFFIXES, word.toUpperCase());
    if (!isProduct || unitNamed(word) !== undefined || nearestUnitName(word) !== undefined) return undefined;
    return `\`${word}\` is neither a suffix (K, M, B, T, G, P) nor a unit. For a product write \`${number} * ${word}\`.`;
}

/** What to write instead of characters that are typed or pasted by habit. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
    '≤': 'Write `<=`.',
    '≥': 'Write `>=`.',
    '≠': 'Write `!=`.',
    '×': 'Write `*` for a product.',
    '·': 'Write `*` for a product.',
    '⋅': 'Write `*` for a product.',
    '−': 'Write `-`.',
    '–': 'Write `-`.',
    '—': 'Write `-`.',
    '∞': 'Write `inf`.',
    '…': 'Write `..` between two bounds.',
    "'": 'Write texts in double quotes.',
    '“': 'Write texts in straight quotes: `"`.',
    '”': 'Write texts in straight quotes: `"`.',
    '&': 'Write `and`.',
    '!': 'Conditions are joined by `and` and `or`; the opposite of `==` is `!=`.',
    '#': 'Comments begin with `//`.',
    ';': 'No separator is needed between entries: leave it out.',
    ':': 'Values are given with `=`.',
    '%': 'Write the fraction, for example `0.05`.',
};

export class LexerMessages extends DefaultLexerErrorMessageProvider {
    override buildUnexpectedCharactersMessage(text: string, offset: number, length: number): string {
        const found = text.slice(offset, offset + length);
        const replacement = REPLACEMENTS[found[0]] ?? 'Names are made of the letters A to Z, digits and `_`.';
        return `\`${found}\` means nothing here. ${replacement}`;
    }
}
