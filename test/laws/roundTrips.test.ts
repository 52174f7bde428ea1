/** Inverses, and quantities that follow from each other in two ways. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNS, size } from './amounts.js';
import { valuesOf } from './valuesOf.js';

describe('round trips', () => {
    it('effective_size gives back the size whose score it gets', () =>
        fc.assert(
            fc.asyncProperty(size, async (N) => {
                const loss = 'a = 100  alpha = 0.3  b = 200  beta = 0.3';
                const score = 'c = 0.75  gamma = -20  l = 0.25  d = 0.25';
                const [found] = await valuesOf(`
                    law loss = answer_loss { ${loss} }
                    law score = answer_score { ${score} }
                    law inverse = effective_size { ${loss} ${score} }
                    predict inverse(S = score(L = loss(N = ${N}, D = 1T)))`);
                expect(found / N).toBeCloseTo(1, 6);
            }),
            RUNS,
        ));

    it('effective_size solves the two steps of the densing law', async () => {
        const loss = 'a = 100  alpha = 0.3  b = 200  beta = 0.3';
        const score = 'c = 0.75  gamma = -20  l = 0.25  d = 0.25';
        const [inverse, solved] = await valuesOf(`
            law loss = answer_loss { ${loss} }
            law score = answer_score { ${score} }
            law inverse = effective_size { ${loss} ${score} }
            predict inverse(S = 0.6)
            predict solve(score(L = loss(N = n, D = 1T)) == 0.6 for n in 1M .. 1000T)`);
        expect(solved / inverse).toBeCloseTo(1, 10);
    });

    it('compute_saving is the ratio of the compute at which two laws reach one loss', async () => {
        const [saving, ratio] = await valuesOf(`
            law old = compute_power { E = 1.5  C0 = 3e20  alpha = 0.1 }
            law new = compute_power { E = 1.4  C0 = 1e20  alpha = 0.09 }
            law saving = compute_saving {
                E_old = 1.5  C0_old = 3e20  alpha_old = 0.1
                E_new = 1.4  C0_new = 1e20  alpha_new = 0.09
            }
            predict saving(L = 2.2)
            predict solve(old(C = c) == 2.2 for c in 1e15 .. 1e30) / solve(new(C = c) == 2.2 for c in 1e15 .. 1e30)`);
        expect(ratio / saving).toBeCloseTo(1, 10);
    });

    it('runs of equal loss obey (S / S_min - 1) · (E / E_min - 1) = 1', async () => {
        // Kaplan et al. 2020, equation 5.2: E = B·S examples, and E_min = E at a vanishing batch.
        const [steps, examples] = await valuesOf(`
            predict 1e5 / minimum_steps(S = 1e5, B = 500K, B_crit = 1M) - 1
            predict 1 / (minimum_compute(C = 1 FLOP, B = 500K, B_crit = 1M) / 1 FLOP) - 1`);
        expect(steps * examples).toBeCloseTo(1, 12);
    });
});
