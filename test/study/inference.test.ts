/** The inference-aware question of Sardana et al. 2024 (arXiv:2401.00448), with the constants of that paper. */
import { describe, expect, it } from 'vitest';
import { studyOf } from './studyOf.js';

const [A, B, E, alpha, beta] = [406.4, 410.7, 1.69, 0.336, 0.283];

/** Loss of a model of N parameters on its compute-optimal tokens, where αA·N^−α = βB·D^−β. */
function qualityOf(N: number): { readonly loss: number; readonly D: number } {
    const D = ((beta * B) / (alpha * A * N ** -alpha)) ** (1 / beta);
    return { loss: E + A / N ** alpha + B / D ** beta, D };
}

describe('the cheapest model of a given quality', () => {
    it.each([
        // Published: a model of 13B quality that serves 2e12 tokens has 7B parameters and saves 17 %.
        [13e9, 2e12, { N: 6.9686e9, saving: 0.1745 }],
        // Published: 7B quality, 1e11 tokens: 6B parameters on 1.18 times the data.
        [7e9, 1e11, { N: 5.9997e9, data: 1.1758 }],
        // Published: 30B quality, 1e13 tokens: 13.6B parameters on 2.84 times the data, 28 % saved.
        [30e9, 1e13, { N: 1.36128e10, data: 2.8448, saving: 0.2798 }],
    ] as const)('of %d parameters that serves %d tokens', async (size, demand, expected) => {
        const { loss, D: optimalD } = qualityOf(size);
        const { budgets } = await studyOf(`
law sardana = chinchilla { E = ${E}  A = ${A}  B = ${B}  alpha = ${alpha}  beta = ${beta} }
budget serving {
  minimize 6 * N * D + 2 * N * ${demand} tokens
  subject to sardana(N, D) <= ${loss}
}
`);
        const [N, D] = budgets[0].variables.map(({ estimate }) => estimate);
        const cost = (n: number, d: number) => 6 * n * d + 2 * n * demand;
        expect(N / expected.N).toBeCloseTo(1, 4);
        if ('data' in expected) expect(D / optimalD).toBeCloseTo(expected.data, 3);
        if ('saving' in expected) expect(1 - cost(N, D) / cost(size, optimalD)).toBeCloseTo(expected.saving, 3);
    });
});
