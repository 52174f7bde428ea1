import { describe, expect, it } from 'vitest';
import { name } from '../../src/expression/build.js';
import { num } from '../../src/expression/build.js';
import {
    ask,
    compute,
    constantsOf,
    constraint,
    D,
    frontier,
    HOFFMANN,
    lossOf,
    N,
    optimumOf,
    product,
    relativeError,
    SARDANA,
    surface,
    total,
    valuesOf,
} from './questions.js';

describe('the Chinchilla frontier', () => {
    it('agrees with its closed form from 1e18 to 1e28 FLOP', async () => {
        const values = Array.from({ length: 41 }, (_, step) => 10 ** (18 + step / 4));
        const { sweep } = await ask({
            constraints: [constraint(compute, '<=', name('C'))],
            sweep: { name: 'C', values },
        });
        expect(sweep).toHaveLength(41);
        for (const { value, optimum } of sweep!) {
            const [n, d] = frontier(HOFFMANN, value);
            const [foundN, foundD] = valuesOf(optimum);
            expect(relativeError(foundN, n)).toBeLessThan(1e-9);
            expect(relativeError(foundD, d)).toBeLessThan(1e-9);
            expect(optimum.objective!.estimate).toBeCloseTo(lossOf(HOFFMANN, n, d), 12);
            expect(optimum.binding).toEqual([0]);
            expect(optimum.draws).toBeNull();
        }
    });

    it('has the published values at the compute of Chinchilla', async () => {
        const rounded = { E: 1.69, A: 406.4, B: 410.7, alpha: 0.34, beta: 0.28 };
        const optimum = await optimumOf({
            constants: constantsOf(rounded),
            constraints: [constraint(compute, '<=', 5.76e23)],
        });
        const [n, d] = valuesOf(optimum);
        expect(relativeError(n, 3.21899e10)).toBeLessThan(1e-5);
        expect(relativeError(d, 2.98231e12)).toBeLessThan(1e-5);
        expect(optimum.objective!.estimate).toBeCloseTo(1.930748, 6);
    });

    it('is the same asked backwards: the least compute for a loss', async () => {
        const [n, d] = frontier(HOFFMANN, 1e22);
        const target = lossOf(HOFFMANN, n, d);
        const optimum = await optimumOf({ objective: compute, constraints: [constraint(surface, '<=', target)] });
        expect(relativeError(optimum.objective!.estimate, 1e22)).toBeLessThan(1e-9);
        expect(relativeError(valuesOf(optimum)[0], n)).toBeLessThan(1e-7);
    });

    it('is the same for an equality', async () => {
        const optimum = await optimumOf({ constraints: [constraint(compute, '==', 1e24)] });
        expect(relativeError(valuesOf(optimum)[0], frontier(HOFFMANN, 1e24)[0])).toBeLessThan(1e-9);
    });
});

describe('the inference-aware question', () => {
    // Sardana et al. 2024 (arXiv 2401.00448), section 3: the quality of a compute-optimal model of N0 parameters, for a demand of
    // tokens at inference; model size, ratio of training tokens, and share of all compute saved, as printed there.
    it.each([
        { N0: 13e9, demand: 2e12, size: 6.9686e9, tokens: 2.1646, saving: 0.1745 },
        { N0: 7e9, demand: 1e11, size: 5.9997e9, tokens: 1.1758, saving: 0.00846 },
        { N0: 30e9, demand: 1e13, size: 1.36128e10, tokens: 2.8448, saving: 0.2798 },
    ])(
        'gives the published answer for $N0 parameters and $demand tokens',
        async ({ N0, demand, size, tokens, saving }) => {
            const { A, B, alpha, beta } = SARDANA;
            const C0 = 6 * (N0 / frontier(SARDANA, 6)[0]) ** ((alpha + beta) / beta);
            const D0 = C0 / (6 * N0);
            const optimum = await optimumOf({
                objective: total(compute, product(num(2), N, num(demand))),
                constraints: [constraint(surface, '<=', lossOf(SARDANA, N0, D0), 'surface(N, D) <= target')],
                constants: constantsOf(SARDANA),
            });
            const [n, d] = valuesOf(optimum);
            expect(relativeError(n, size)).toBeLessThan(1e-4);
            expect(relativeError(d / D0, tokens)).toBeLessThan(1e-4);
            expect(1 - optimum.objective!.estimate / (C0 + 2 * N0 * demand)).toBeCloseTo(saving, 4);
            // The first-order condition: α A N^-α / (β B D^-β) = 1 + demand / 3D.
            const marginal = (alpha * A * n ** -alpha) / (beta * B * d ** -beta);
            expect(relativeError(marginal, 1 + demand / (3 * d))).toBeLessThan(1e-9);
            expect(optimum.binding).toEqual([0]);
            expect(optimum.message).toBe('Limited by `surface(N, D) <= target`.');
        },
    );
});

describe('several constraints', () => {
    it('bind together where both matter', async () => {
        const constraints = [constraint(compute, '<=', 1e26), constraint(D, '<=', 15e12), constraint(N, '>=', 1e6)];
        const optimum = await optimumOf({ constraints });
        const [n, d] = valuesOf(optimum);
        expect(relativeError(d, 15e12)).toBeLessThan(1e-12);
        expect(relativeError(n, 1e26 / (6 * 15e12))).toBeLessThan(1e-12);
        expect(optimum.binding).toEqual([0, 1]);
    });

    it('do not bind where they do not matter', async () => {
        const optimum = await optimumOf({ constraints: [constraint(D, '<=', 15e12), constraint(compute, '<=', 1e22)] });
        expect(relativeError(valuesOf(optimum)[0], frontier(HOFFMANN, 1e22)[0])).toBeLessThan(1e-9);
        expect(optimum.binding).toEqual([1]);
    });

    it('may be said twice', async () => {
        const optimum = await optimumOf({
            constraints: [constraint(compute, '<=', 1e21), constraint(compute, '<=', 1e21)],
        });
        expect(relativeError(valuesOf(optimum)[0], frontier(HOFFMANN, 1e21)[0])).toBeLessThan(1e-9);
        expect(optimum.binding).toEqual([0, 1]);
    });

    it('may fix everything', async () => {
        const optimum = await optimumOf({ constraints: [constraint(N, '==', 70e9), constraint(D, '==', 1.4e12)] });
        expect(optimum.objective!.estimate).toBeCloseTo(lossOf(HOFFMANN, 70e9, 1.4e12), 12);
    });
});
