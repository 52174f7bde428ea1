import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../src/quantity/parse.js';
import { formatEstimate, formatInterval, formatQuantity, formatRatio } from '../../src/quantity/print.js';

describe('formatQuantity', () => {
    it.each([
        [70e9, '70B'],
        [1.4e12, '1.4T'],
        [5.76e23, '5.76e23'],
        [0.3473, '0.3473'],
        [1.936645, '1.937'],
        [4096, '4096'],
        [12_345, '12.35K'],
        [-3.5e9, '-3.5B'],
        [0, '0'],
        [1e-7, '1e-7'],
    ])('writes %d as people say it', (value, text) => expect(formatQuantity(value)).toBe(text));

    it('moves to the next suffix when rounding reaches it', () => {
        expect(formatQuantity(999.96e6)).toBe('1B');
        expect(formatQuantity(9999.6)).toBe('10K');
        expect(formatQuantity(999.996e12)).toBe('1e15');
    });

    it('never writes NaN', () => {
        expect([NaN, null, undefined].map((value) => formatQuantity(value))).toEqual(['–', '–', '–']);
        expect([Infinity, -Infinity].map((value) => formatQuantity(value))).toEqual(['∞', '-∞']);
    });

    it('is read back to the digits that are shown', () => {
        const magnitudes = fc.tuple(fc.integer({ min: -9_999, max: 9_999 }), fc.integer({ min: -30, max: 30 }));
        fc.assert(
            fc.property(magnitudes, ([mantissa, exponent]) => {
                const value = Number(`${mantissa}e${exponent}`);
                const read = parseQuantity(formatQuantity(value), 'cell');
                expect(read.ok && read.value).toBe(value === 0 ? 0 : value);
            }),
        );
    });
});

describe('with an interval', () => {
    it('shows two digits of the half-width', () => {
        // Besiroglu et al. 2024: estimates and 95 % intervals.
        expect(formatEstimate(1.817218, [1.769, 1.871])).toBe('1.817');
        expect(formatEstimate(477.826, [285.2, 743.6])).toBe('480');
        expect(formatEstimate(32.189e9, [28.1e9, 36.23e9])).toBe('32.2B');
        expect(formatInterval([1042.4, 5810.3])).toBe('[1000, 5800]');
        expect(formatInterval([1.77, 1.87])).toBe('[1.77, 1.87]');
    });

    it('writes each end with its own suffix, to the same place', () => {
        expect(formatInterval([0.98e9, 1.234e9])).toBe('[980M, 1.23B]');
    });

    it('keeps the small end of an interval over decades readable', () => {
        expect(formatInterval([3.14e5, 1.75e26])).toBe('[310K, 1.8e26]');
        expect(formatInterval([-900, -0.021])).toBe('[-900, -0.021]');
        expect(formatInterval([0, 1.4])).toBe('[0, 1.4]');
    });

    it('keeps the leading digit of an estimate that is less than its uncertainty', () => {
        expect(formatEstimate(3, [-250, 250])).toBe('3');
    });

    it('says what it can where there is no interval, or none that means anything', () => {
        expect(formatEstimate(70e9, null)).toBe('70B');
        expect(formatInterval(null)).toBe('–');
        expect(formatInterval([2, 2])).toBe('[2, 2]');
        expect(formatInterval([1, Infinity])).toBe('[1, ∞]');
    });

    it('has one end, or none, where there is no limit', () => {
        expect(formatInterval([41.23, null])).toBe('> 41.2');
        expect(formatInterval([null, 1.234e9])).toBe('< 1.23B');
        expect(formatInterval([null, null])).toBe('no limit');
        // Known to about 89, and to about 0.04.
        expect(formatEstimate(95.365, [6.39, null])).toBe('95');
        expect(formatEstimate(0.34737, [null, 0.3891])).toBe('0.347');
        expect(formatEstimate(0.34737, [null, null])).toBe('0.3474');
        expect(formatEstimate(NaN, [1, 2])).toBe('–');
    });
});

describe('formatRatio', () => {
    it('writes how many times', () => {
        expect([3.234, 12_345, 0.02, Infinity, NaN].map(formatRatio)).toEqual(['3.2×', '12K×', '0.02×', '∞×', '–']);
    });
});
