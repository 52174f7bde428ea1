/** What is best by a law: frontiers, precision, granularity. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyOf } from '../study/studyOf.js';
import { RUNS, compute } from './amounts.js';
import { valuesOf } from './valuesOf.js';

describe('optima', () => {
    it.each(['Hoffmann 2022', 'Besiroglu 2024', 'Muennighoff 2023'])(
        'both terms of chinchilla are equally elastic on the frontier: %s',
        (preset) =>
            fc.assert(
                fc.asyncProperty(compute, async (C) => {
                    const [best, smaller, larger, spent] = await valuesOf(`
                        law loss = chinchilla with "${preset}"
                        law n = chinchilla_optimal_size with "${preset}"
                        law d = chinchilla_optimal_tokens with "${preset}"
                        predict loss(N = n(C = ${C}), D = d(C = ${C}))
                        predict loss(N = n(C = ${C}) / 1.01, D = d(C = ${C}) * 1.01)
                        predict loss(N = n(C = ${C}) * 1.01, D = d(C = ${C}) / 1.01)
                        predict 6 * n(C = ${C}) * d(C = ${C}) / ${C}`);
                    expect(spent).toBeCloseTo(1, 12);
                    expect(best).toBeLessThan(Math.min(smaller, larger));
                    // At the optimum a step to either side costs the same, to first order of the step.
                    expect((smaller - best) / (larger - best)).toBeCloseTo(1, 1);
                }),
                RUNS,
            ),
    );

    it('6 · N · D of the diffusion transformer is 1.0090 of compute, whatever compute is', () =>
        fc.assert(
            fc.asyncProperty(compute, async (C) => {
                const [share] = await valuesOf(`
                    law n = optimal_size with "Liang 2024 diffusion transformer"
                    law d = optimal_tokens with "Liang 2024 diffusion transformer"
                    predict 6 * n(C = ${C}) * d(C = ${C}) / ${C}`);
                expect(share).toBeCloseTo(1.009, 4);
            }),
            RUNS,
        ));

    it('7 bits are best for training in low precision, whatever compute is, as Kumar et al. 2024 say', async () => {
        // Computed from table 2 with the offsets of appendix K: 7.002 bits at 1e19 to 1e24 FLOP.
        const { budgets, diagnostics } = await studyOf(`
            law loss = precision with "Kumar 2024"
            budget best {
                minimize loss(N, D, P, P, P)
                subject to precision_flops(N, D, P) <= C
                P in 4 .. 16
                for C in 1e19 .. 1e24 FLOP
            }`);
        expect(diagnostics.filter(({ code }) => code !== 'outside-preset')).toEqual([]);
        const bits = budgets[0].sweep!.points.map(
            ({ variables }) => variables.find(({ name }) => name === 'P')!.estimate!,
        );
        expect(bits.length).toBeGreaterThan(5);
        bits.forEach((estimate) => expect(estimate).toBeCloseTo(7.002, 3));
    });

    it('the best granularity of a mixture of experts is near 12, as Tian et al. 2025 say', async () => {
        // 2^(-beta / (2·gamma)) = 11.337.
        const at = (G: number) => `predict moe_leverage(A = 0.031, G = ${G}, C = 1e22 FLOP)`;
        const [less, best, more] = await valuesOf([11.337 / 1.1, 11.337, 11.337 * 1.1].map(at).join('\n'));
        expect(best).toBeGreaterThan(Math.max(less, more));
        expect(less / more).toBeCloseTo(1, 4);
    });
});
