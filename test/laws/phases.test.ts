/** The exponents of random features: Paquette et al. 2024, phases Ia, II and III. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNS } from './amounts.js';
import { valuesOf } from './valuesOf.js';

describe('the phases of random features', () => {
    const alpha = fc.double({ min: 0.51, max: 3, noNaN: true });
    const exponentsAt = (a: number, b: number) =>
        valuesOf(`
            predict phases_size_exponent(alpha = ${a}, beta = ${b})
            predict phases_loss_exponent(alpha = ${a}, beta = ${b})`);

    it('have the exponents of Paquette et al. 2024 inside', () =>
        fc.assert(
            fc.asyncProperty(alpha, fc.double({ min: 0.1, max: 3, noNaN: true }), async (a, b) => {
                const expected =
                    b < 0.5
                        ? [1 / (2 * a + 1), -(1 / (2 * a + 1) - 1) * (1 + b / a - 1 / (2 * a))]
                        : b < a
                          ? [b / (a + b), (2 * a + 2 * b - 1) / (2 * (a + b))]
                          : [0.5, (4 * a - 1) / (4 * a)];
                const found = await exponentsAt(a, b);
                found.forEach((value, index) => expect(value).toBeCloseTo(expected[index], 12));
            }),
            RUNS,
        ));

    it('meet where they touch', () =>
        fc.assert(
            fc.asyncProperty(alpha, async (a) => {
                for (const b of [0.5, a]) {
                    const below = await exponentsAt(a, b * (1 - 1e-9));
                    const above = await exponentsAt(a, b * (1 + 1e-9));
                    below.forEach((value, index) => expect(value).toBeCloseTo(above[index], 8));
                }
            }),
            RUNS,
        ));
});
