/** Relations between laws that their authors publish, and counts that hold by definition. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNS } from './amounts.js';
import { valuesOf } from './valuesOf.js';

describe('published relations', () => {
    it('errors of quantised weights and activations add up to 0.906 of that of both', async () => {
        // Chen et al. 2025: delta_W4A4 is about 0.906 of the sum.
        const at = 'N = 145M, D = 50B, G = 128';
        const [both, weights, activations] = await valuesOf(`
            law both = qat_error with "Chen 2025 W4A4"
            law weights = qat_error with "Chen 2025 W4A16"
            law activations = qat_error with "Chen 2025 W16A4"
            predict both(${at})
            predict weights(${at})
            predict activations(${at})`);
        expect(both / (weights + activations)).toBeCloseTo(0.907, 3);
    });

    it('with attention to earlier tokens the count of a 73M model is 1.03 of 6 · N · D', async () => {
        // Hoffmann et al. 2022, table A4.
        const [share] = await valuesOf(`
            predict chinchilla_body_flops(s = 2048, d = 640, k = 64, h = 10, d_ff = 2560, L = 10) / (6 * 73M * 2048)`);
        expect(Math.abs(share - 1.03)).toBeLessThan(0.01);
    });

    it('ARISE of a problem solved at the second of three levels is -1.5', async () => {
        // Yin et al. 2025, code: accuracies 0, 1, 0 with 100, 200, 400 tokens.
        const [sum] = await valuesOf(`
            predict arise_step(a_0 = 0, a_1 = 1, t_0 = 100, t_1 = 200) + arise_step(a_0 = 1, a_1 = 0, t_0 = 200, t_1 = 400)`);
        expect(sum).toBe(-1.5);
    });
});

describe('pass_at_k', () => {
    const counts = fc
        .integer({ min: 1, max: 200 })
        .chain((n) => fc.record({ n: fc.constant(n), c: fc.integer({ min: 0, max: n }) }));

    it('is the share of passes for one sample, and sure or impossible for all of them', () =>
        fc.assert(
            fc.asyncProperty(counts, async ({ n, c }) => {
                const [one, all] = await valuesOf(`
                    predict pass_at_k(n = ${n}, c = ${c}, k = 1)
                    predict pass_at_k(n = ${n}, c = ${c}, k = ${n})`);
                expect(one).toBeCloseTo(c / n, 12);
                expect(all).toBeCloseTo(c === 0 ? 0 : 1, 12);
            }),
            RUNS,
        ));
});
