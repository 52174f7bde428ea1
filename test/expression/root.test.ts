import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rootBetween } from '../../src/expression/root.js';

/** How many numbers of double precision lie about a root: a few at most. */
const FEW_DIGITS = 8 * Number.EPSILON;

describe('rootBetween', () => {
    it('finds the root of a monotone function to the last digits, wherever it lies', () => {
        fc.assert(
            fc.property(
                fc.double({ min: -12, max: 15, noNaN: true }),
                fc.double({ min: 0.1, max: 5, noNaN: true }),
                (e, p) => {
                    const root = 10 ** e;
                    const found = rootBetween((x) => (x / root) ** p - 1, 1e-12, 1e15);
                    expect(Math.abs(found / root - 1)).toBeLessThanOrEqual(FEW_DIGITS * Math.max(1, 1 / p));
                },
            ),
            { numRuns: 500, seed: 3 },
        );
    });

    it('finds roots of either sign, and 0', () => {
        expect(rootBetween((x) => x ** 3 + 8, -5, 3)).toBeCloseTo(-2, 14);
        expect(Math.abs(rootBetween((x) => Math.expm1(x), -1, 2))).toBeLessThan(1e-16);
        expect(rootBetween((x) => x - 2, 2, 5)).toBe(2);
        expect(rootBetween((x) => x - 5, 2, 5)).toBe(5);
    });

    it('is quick: some twenty values of a smooth function, not sixty', () => {
        let values = 0;
        const counted = (x: number): number => {
            values++;
            return Math.log(x) - 20 + x ** 0.01;
        };
        expect(rootBetween(counted, 1e-3, 1e30)).toBeGreaterThan(0);
        expect(values).toBeLessThan(20);
    });

    it.each([
        ['no change of sign', (x: number) => x ** 2 + 1],
        ['a pole', (x: number) => 1 / (x - 2)],
        ['a jump', (x: number) => (x < 2 ? -1 : 1)],
        ['no value on the way', (x: number) => (x < 1 ? -1 : x > 3 ? 1 : NaN)],
        ['no value at a limit', (x: number) => Math.log(x - 1)],
        ['zero throughout', () => 0],
    ])('says no root where there is %s', (_, f) => {
        expect(rootBetween(f, 0.5, 4)).toBeNaN();
    });
});
