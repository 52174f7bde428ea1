/**
 * Dimensions: products of powers of eight base quantities.
 *
 * Compute has no base quantity of its own. By the field's convention C = 6·N·D, training compute is parameters
 * times tokens, so that `6 * N * D <= 1e24 FLOP` is dimensionally right. Bits are the precision of a number, bytes are memory: their
 * counts are not one another's multiples, so that in `2 * N <= 80 GB` a plain 2 is bytes for each parameter.
 */

export type BaseDimension = 'params' | 'tokens' | 'seconds' | 'accelerators' | 'USD' | 'samples' | 'bits' | 'bytes';

/** Exponent of each base quantity; absent means 0. */
export type Dimension = Readonly<Partial<Record<BaseDimension, number>>>;

export const DIMENSIONLESS: Dimension = {};

const BASES: readonly BaseDimension[] = [
    'USD',
    'params',
    'tokens',
    'samples',
    'bits',
    'bytes',
    'accelerators',
    'seconds',
];

/** Exponents closer than this are equal: they come from decimal literals such as `^0.5`. */
const EXPONENT_TOLERANCE = 1e-9;

export function multiply(a: Dimension, b: Dimension): Dimension {
    return combine((base) => (a[base] ?? 0) + (b[base] ?? 0));
}

export function divide(a: Dimension, b: Dimension): Dimension {
    return combine((base) => (a[base] ?? 0) - (b[base] ?? 0));
}

export function power(a: Dimension, exponent: number): Dimension {
    return combine((base) => (a[base] ?? 0) * exponent);
}

export function sameDimension(a: Dimension, b: Dimension): boolean {
    return isDimensionless(divide(a, b));
}

export function isDimensionless(a: Dimension): boolean {
    return BASES.every((base) => a[base] === undefined);
}

/** In words: `tokens`, `FLOP`, `USD per GPU-hour`, `params^0.5 per token`; `a plain number` where there is none. */
export function describeDimension(dimension: Dimension): string {
    const factors = nameFactors(dimension);
    const above = factors.filter((factor) => factor.exponent > 0).map((factor) => factor.plural + exponentText(factor));
    const below = factors
        .filter((factor) => factor.exponent < 0)
        .map((factor) => factor.singular + exponentText(factor));
    if (factors.length === 0) {
        return 'a plain number';
    }
    return [above.length > 0 ? above.join('·') : '1', ...below.map((name) => `per ${name}`)].join(' ');
}

/** One of what `describeDimension` names, in base terms: 3600 for `GPU-hours`. */
export function describedFactor(dimension: Dimension): number {
    return nameFactors(dimension).reduce((product, { factor = 1, exponent }) => product * factor ** exponent, 1);
}

interface Factor {
    readonly plural: string;
    readonly singular: string;
    /** One of it in base terms; 1 without. */
    readonly factor?: number;
    readonly exponent: number;
}

/** Base quantities that people name as one: both must occur with the same sign. */
const COMPOUNDS: readonly (Omit<Factor, 'exponent'> & { readonly of: readonly [BaseDimension, BaseDimension] })[] = [
    { plural: 'FLOP', singular: 'FLOP', of: ['params', 'tokens'] },
    { plural: 'GPU-hours', singular: 'GPU-hour', factor: 3600, of: ['accelerators', 'seconds'] },
];

const BASE_NAMES: Readonly<Record<BaseDimension, Omit<Factor, 'exponent'>>> = {
    USD: { plural: 'USD', singular: 'USD' },
    params: { plural: 'params', singular: 'parameter' },
    tokens: { plural: 'tokens', singular: 'token' },
    samples: { plural: 'samples', singular: 'sample' },
    bits: { plural: 'bits', singular: 'bit' },
    bytes: { plural: 'bytes', singular: 'byte' },
    accelerators: { plural: 'GPUs', singular: 'GPU' },
    seconds: { plural: 'seconds', singular: 'second' },
};

function nameFactors(dimension: Dimension): Factor[] {
    const factors: Factor[] = [];
    let rest = dimension;
    for (const { of, ...named } of COMPOUNDS) {
        const exponent = sharedExponent(rest[of[0]] ?? 0, rest[of[1]] ?? 0);
        if (exponent !== 0) {
            factors.push({ ...named, exponent });
            rest = divide(rest, { [of[0]]: exponent, [of[1]]: exponent });
        }
    }
    for (const base of BASES) {
        const exponent = rest[base];
        if (exponent !== undefined) {
            factors.push({ ...BASE_NAMES[base], exponent });
        }
    }
    return factors;
}

function sharedExponent(a: number, b: number): number {
    return a * b <= 0 ? 0 : Math.sign(a) * Math.min(Math.abs(a), Math.abs(b));
}

function exponentText(factor: Factor): string {
    const magnitude = Math.abs(factor.exponent);
    return magnitude === 1 ? '' : `^${Number(magnitude.toPrecision(4))}`;
}

function combine(exponentOf: (base: BaseDimension) => number): Dimension {
    const dimension: Partial<Record<BaseDimension, number>> = {};
    for (const base of BASES) {
        const exponent = exponentOf(base);
        if (Math.abs(exponent) > EXPONENT_TOLERANCE) {
            dimension[base] = exponent;
        }
    }
    return dimension;
}
