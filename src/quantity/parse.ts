/** Numbers as people write them: `70B`, `1.4e12 tokens`, `6.9 PFLOP-days`. */
import type { Dimension } from './dimension.js';
import { UNIT_NAMES, unitNamed, type Unit } from './units.js';
import { nearestUnitName } from './unitSpelling.js';

/** Powers of ten of the suffixes. */
export const SUFFIXES = { K: 3, M: 6, B: 9, G: 9, T: 12, P: 15 } as const;

export type Suffix = keyof typeof SUFFIXES;

export interface Quantity {
    readonly ok: true;
    /** The number with its suffix applied, in the unit as written. */
    readonly value: number;
    readonly suffix: Suffix | undefined;
    /** The unit as written and what it stands for; undefined when none is written. */
    readonly unitName: string | undefined;
    readonly unit: Unit | undefined;
    /** The value in base terms: FLOP, tokens, seconds, … */
    readonly base: number;
    /** Undefined when no unit is written. */
    readonly dimension: Dimension | undefined;
}

export interface QuantityFailure {
    readonly ok: false;
    /** The characters of the text that are wrong, end exclusive. */
    readonly start: number;
    readonly end: number;
    readonly message: string;
}

/**
 * `literal`: as in the language, digits first. `cell`: as in data, where a sign, a leading point, digit separators
 * (`1_000`, `1,234,567`) and a blank before the suffix (`400 M`) are also accepted.
 */
export type NumberStyle = 'literal' | 'cell';

const TOO_LARGE = 'This number is too large: the largest is about 1.8e308.';

const IDENTIFIER = 'A-Za-z0-9_';
/** Any unit, as part of the source of a regular expression. */
export const UNIT_PATTERN = [...UNIT_NAMES].sort((a, b) => b.length - a.length).join('|');

/**
 * Source of a regular expression that matches a literal of the language. A name counts as its unit only on the same line,
 * and not where it begins something else: a call (`tokens(…)`), or the next entry (`tokens = …`, `tokens in …`).
 */
export const numberPattern =
    `[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?[${Object.keys(SUFFIXES).join('')}]?(?![${IDENTIFIER}])` +
    `(?:[ \\t]*(?:${UNIT_PATTERN})(?![${IDENTIFIER}])(?!\\s*(?:\\(|=(?!=)|in(?![${IDENTIFIER}]))))?`;

/**
 * Source of a regular expression that matches what was surely meant as a number, right or wrong (`70b`, `3tokens`, `1e`):
 * taken as one token, `parseQuantity` says what is wrong with it.
 */
export const numberLikePattern = `[0-9]+(?:\\.[0-9]+)?(?:[eE][+-][0-9]+)?[${IDENTIFIER}]*`;

const CELL = /^([+-]?)((?:[0-9][0-9_,]*)?)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]+))?/;
const LITERAL = /^()([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?/;
/** What follows the digits directly, and in data a suffix after a blank, too. */
const GLUED = /^([A-Za-z0-9_]*)/;
const APART = new RegExp(`^ ([${Object.keys(SUFFIXES).join('')}])(?![${IDENTIFIER}])`);
const GROUPED_BY_COMMA = /^[0-9]{1,3}(,[0-9]{3})+$/;
const GROUPED_BY_UNDERSCORE = /^[0-9]+(_[0-9]+)*$/;

/** Reads a whole text as one quantity; blanks around it do not matter. */
export function parseQuantity(text: string, style: NumberStyle = 'literal'): Quantity | QuantityFailure {
    return read(text, style, (start, end, message) => ({ ok: false, start, end, message: message() }));
}

/** The same without an explanation, for texts that are mostly something else: composing one takes a while. */
export function tryQuantity(text: string, style: NumberStyle = 'literal'): Quantity | undefined {
    return read(text, style, () => undefined);
}

type Failed<F> = (start: number, end: number, message: () => string) => F;

function read<F>(text: string, style: NumberStyle, failure: Failed<F>): Quantity | F {
    const start = text.length - text.trimStart().length;
    const end = Math.max(start, text.trimEnd().length);
    const body = text.slice(start, end);
    const digits = readDigits(body, style);
    if (!digits) {
        return failure(start, end, () => (body === '' ? 'A number is missing here.' : `\`${body}\` is not a number.`));
    }
    if (digits.whole === undefined) {
        return failure(start, start + digits.text.length, () => groupingMessage(digits.text));
    }
    const at = start + digits.text.length;
    const [glued, word] = (style === 'cell' && APART.exec(text.slice(at, end))) || GLUED.exec(text.slice(at, end))!;
    if (word !== '' && !isSuffix(word)) {
        return failure(at, at + word.length, () => suffixMessage(digits.text, word));
    }
    const suffix = word === '' ? undefined : (word as Suffix);
    const value = Number(`${digits.mantissa}e${digits.exponent + (suffix ? SUFFIXES[suffix] : 0)}`);
    if (!Number.isFinite(value)) {
        return failure(start, end, () => TOO_LARGE);
    }
    return readUnit(text.slice(at + glued.length, end), value, suffix, (unitName) =>
        failure(end - unitName.length, end, () => unitMessage(digits.text, unitName)),
    );
}

interface Digits {
    /** The characters read. */
    readonly text: string;
    /** Undefined where the digits are grouped in odd places. */
    readonly whole: string | undefined;
    readonly mantissa: string;
    readonly exponent: number;
}

function readDigits(body: string, style: NumberStyle): Digits | undefined {
    const match = (style === 'cell' ? CELL : LITERAL).exec(body);
    if (!match || (match[2] === '' && !match[3])) {
        return undefined;
    }
    const [text, sign, grouped, fraction = '', exponent = '0'] = match;
    const whole = ungroup(grouped);
    return { text, whole, mantissa: `${sign}${whole || '0'}.${fraction || '0'}`, exponent: Number(exponent) };
}

/** Reads what follows the number: nothing, or a unit. */
function readUnit<F>(
    rest: string,
    value: number,
    suffix: Suffix | undefined,
    failure: (unit: string) => F,
): Quantity | F {
    const unitName = rest.trim();
    if (unitName === '') {
        return { ok: true, value, suffix, unitName: undefined, unit: undefined, base: value, dimension: undefined };
    }
    const unit = unitNamed(unitName);
    if (!unit || !Number.isFinite(value * unit.factor)) {
        return failure(unitName);
    }
    return { ok: true, value, suffix, unitName, unit, base: value * unit.factor, dimension: unit.dimension };
}

const SUFFIX_APART = new RegExp(`^([${Object.keys(SUFFIXES).join('')}])(?:\\s+(.+))?$`);

function unitMessage(number: string, unitName: string): string {
    const [, suffix, unit] = SUFFIX_APART.exec(unitName) ?? [];
    if (suffix !== undefined) {
        return `A suffix follows the digits directly: write \`${number}${suffix}${unit ? ` ${unit}` : ''}\`.`;
    }
    return unitNamed(unitName) ? TOO_LARGE : unknownUnitMessage(unitName);
}

/** A sentence for a unit name that is not in the list, with the one that was probably meant. */
export function unknownUnitMessage(name: string): string {
    const nearest = nearestUnitName(name);
    return (
        `Unknown unit \`${name}\`.` +
        (nearest ? ` Did you mean \`${nearest}\`?` : ' Units are FLOP, tokens, params, GPU-hours, USD, …')
    );
}

function suffixMessage(number: string, wrong: string): string {
    if (unitNamed(wrong)) {
        return `Put a blank between number and unit: \`${number} ${wrong}\`.`;
    }
    const upper = wrong.toUpperCase();
    const hint = isSuffix(upper) ? ` Did you mean \`${number}${upper}\`?` : '';
    return `Unknown suffix \`${wrong}\`: use K, M, B, T, G or P.${hint}`;
}

function groupingMessage(number: string): string {
    return `The digits of \`${number}\` are grouped in an unusual way. Write 1,234,567 or 1_234_567, or plain digits.`;
}

export function isSuffix(text: string): text is Suffix {
    return Object.hasOwn(SUFFIXES, text);
}

/** The digits without their separators; undefined when these stand in odd places. */
function ungroup(whole: string): string | undefined {
    if (whole === '' || /^[0-9]+$/.test(whole)) {
        return whole;
    }
    const regular = GROUPED_BY_COMMA.test(whole) || GROUPED_BY_UNDERSCORE.test(whole);
    return regular ? whole.replace(/[_,]/g, '') : undefined;
}
