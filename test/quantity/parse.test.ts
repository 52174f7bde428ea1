import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberLikePattern, numberPattern, parseQuantity, SUFFIXES } from '../../src/quantity/parse.js';
import { UNIT_NAMES } from '../../src/quantity/units.js';

function base(text: string): number {
    const read = parseQuantity(text, 'cell');
    if (!read.ok) {
        throw new Error(read.message);
    }
    return read.base;
}

describe('parseQuantity', () => {
    it('applies suffixes exactly', () => {
        expect(parseQuantity('2.3B')).toMatchObject({ value: 2.3e9, suffix: 'B', base: 2.3e9 });
        expect(['1K', '1M', '1B', '1G', '1T', '1P'].map(base)).toEqual([1e3, 1e6, 1e9, 1e9, 1e12, 1e15]);
    });

    it('converts units to base terms', () => {
        expect(base('1 PFLOP-days')).toBe(8.64e19);
        expect(base('1 PF-day')).toBe(8.64e19);
        expect(base('1 PFLOPs-day')).toBe(8.64e19);
        expect(base('2 GPU-hours')).toBe(7200);
        expect([base('80 GB'), base('80 GiB'), base('16G bytes')]).toEqual([8e10, 80 * 2 ** 30, 1.6e10]);
        expect(base('36 USD/GPU-hour')).toBeCloseTo(0.01, 15);
        expect(parseQuantity('1.4T tokens')).toMatchObject({
            base: 1.4e12,
            unitName: 'tokens',
            dimension: { tokens: 1 },
        });
    });

    it('reads separators, signs and leading points in cells only', () => {
        expect(['1_000', '1,234,567', '-3.5', '+2', '.5', '7.'].map(base)).toEqual([1000, 1234567, -3.5, 2, 0.5, 7]);
        expect(['1_000', '1,234', '-3', '.5'].map((text) => parseQuantity(text).ok)).toEqual([
            false,
            false,
            false,
            false,
        ]);
        expect(parseQuantity('12,34', 'cell')).toMatchObject({ ok: false, start: 0, end: 5 });
        expect(['400 M', '1.4 T tokens', '1.5 B'].map(base)).toEqual([4e8, 1.4e12, 1.5e9]);
        expect(['400 M', '1.4 T tokens'].map((text) => parseQuantity(text).ok)).toEqual([false, false]);
        expect(['400 Mx', '400  M', '4 b'].map((text) => parseQuantity(text, 'cell').ok)).toEqual([
            false,
            false,
            false,
        ]);
    });

    it.each([
        ['70b', 2, 3, 'Unknown suffix `b`: use K, M, B, T, G or P. Did you mean `70B`?'],
        ['5 PFLOP-dys', 2, 11, 'Unknown unit `PFLOP-dys`. Did you mean `PFLOP-days`?'],
        ['7 B', 2, 3, 'A suffix follows the digits directly: write `7B`.'],
        ['1.5 T tokens', 4, 12, 'A suffix follows the digits directly: write `1.5T tokens`.'],
        ['10 petaFLOP-days', 3, 16, 'Unknown unit `petaFLOP-days`. Did you mean `PFLOP-days`?'],
        ['3tokens', 1, 7, 'Put a blank between number and unit: `3 tokens`.'],
        [' abc ', 1, 4, '`abc` is not a number.'],
        ['1e400', 0, 5, 'This number is too large: the largest is about 1.8e308.'],
        ['', 0, 0, 'A number is missing here.'],
    ])('says where and why %j is wrong', (text, start, end, message) => {
        expect(parseQuantity(text)).toEqual({ ok: false, start, end, message });
    });

    it('fails on the characters of the text, whatever it is', () => {
        fc.assert(
            fc.property(fc.string(), fc.constantFrom('literal' as const, 'cell' as const), (text, style) => {
                const read = parseQuantity(text, style);
                if (read.ok) {
                    expect(Number.isFinite(read.base)).toBe(true);
                } else {
                    expect(read.message).not.toBe('');
                    expect(0 <= read.start && read.start <= read.end && read.end <= text.length).toBe(true);
                }
            }),
        );
    });
});

describe('numberPattern', () => {
    const literal = (text: string) => new RegExp(numberPattern, 'y').exec(text)?.[0];

    it('takes a unit of the list on the same line', () => {
        expect(literal('1e24 FLOP\n')).toBe('1e24 FLOP');
        expect(literal('1e3 USD/GPU-hour')).toBe('1e3 USD/GPU-hour');
        expect(literal('3 tokens == D')).toBe('3 tokens == D'.slice(0, 8));
        expect(literal('10 GPU-hours-3')).toBe('10 GPU-hours');
        expect(literal('3 FLOP/seed')).toBe('3 FLOP');
    });

    it('leaves a name alone that begins something else', () => {
        expect(literal('3\ntokens')).toBe('3');
        expect(literal('3 tokens = 4')).toBe('3');
        expect(literal('3 tokens in 0 .. 1')).toBe('3');
        expect(literal('3 tokens (4)')).toBe('3');
        expect(literal('3 tokenizer')).toBe('3');
        expect(literal('1..2')).toBe('1');
    });

    it('matches nothing where the digits run into a word, which numberLikePattern takes whole', () => {
        expect(literal('70b')).toBeUndefined();
        expect(new RegExp(numberLikePattern, 'y').exec('70b + 1')?.[0]).toBe('70b');
        expect(new RegExp(numberLikePattern, 'y').exec('1e+5x')?.[0]).toBe('1e+5x');
    });

    it('matches what parseQuantity reads', () => {
        const literals = fc
            .tuple(fc.nat(9999), fc.option(fc.nat(999)), fc.option(fc.integer({ min: -20, max: 30 })))
            .map(
                ([whole, fraction, exponent]) =>
                    whole + (fraction === null ? '' : `.${fraction}`) + (exponent === null ? '' : `e${exponent}`),
            );
        const suffixes = fc.constantFrom('', ...Object.keys(SUFFIXES));
        const units = fc.constantFrom('', ...UNIT_NAMES.map((name) => ` ${name}`));
        fc.assert(
            fc.property(literals, suffixes, units, (number, suffix, unit) => {
                const text = number + suffix + unit;
                expect(literal(text)).toBe(text);
                expect(parseQuantity(text).ok).toBe(true);
            }),
        );
    });
});
