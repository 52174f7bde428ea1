/** One law within another: Kaplan and Chinchilla in a common form, each extension without what it adds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNS, size } from './amounts.js';
import { valuesOf } from './valuesOf.js';

describe('a law within another', () => {
    it('chinchilla_nested is kaplan without a floor and with q = alpha_D', () =>
        fc.assert(
            fc.asyncProperty(size, size, async (N, D) => {
                const [nested, kaplan] = await valuesOf(`
                    law nested = chinchilla_nested {
                        E = 0  A = 6.4e13^0.076  B = 1.8e13^0.103  alpha = 0.076  beta = 0.103  q = 0.103
                    }
                    law table_2 = kaplan with "Kaplan 2020"
                    predict nested(N = ${N}, D = ${D})
                    predict table_2(N = ${N}, D = ${D})`);
                expect(nested / kaplan).toBeCloseTo(1, 12);
            }),
            RUNS,
        ));

    it('chinchilla_nested is chinchilla with q = 1', () =>
        fc.assert(
            fc.asyncProperty(size, size, fc.double({ min: 0.1, max: 0.9, noNaN: true }), async (N, D, alpha) => {
                const constants = `E = 1.69  A = 406.4  B = 410.7  alpha = ${alpha}  beta = 0.28`;
                const [nested, chinchilla] = await valuesOf(`
                    law nested = chinchilla_nested { ${constants}  q = 1 }
                    law plain = chinchilla { ${constants} }
                    predict nested(N = ${N}, D = ${D})
                    predict plain(N = ${N}, D = ${D})`);
                expect(nested / chinchilla).toBeCloseTo(1, 12);
            }),
            RUNS,
        ));

    it('overtraining is chinchilla with one exponent for both terms', async () => {
        // Gadre et al. 2024, section 2: alpha = beta = 2·eta, a = A·6^eta, b = B·6^eta.
        const [left, right] = await valuesOf(`
            law left = overtraining { E = 1.69  a = 406.4 * 6^0.17  b = 410.7 * 6^0.17  eta = 0.17 }
            law right = chinchilla { E = 1.69  A = 406.4  B = 410.7  alpha = 0.34  beta = 0.34 }
            predict left(N = 1e9, D = 2e10)
            predict right(N = 1e9, D = 2e10)`);
        expect(left).toBeCloseTo(1.69 + 0.483133423, 8);
        expect(right).toBeCloseTo(left, 12);
    });

    it('data_constrained is chinchilla where no token is repeated and N is not too large for them', async () => {
        const [constrained, base] = await valuesOf(`
            law constrained = data_constrained with "Muennighoff 2023"
            law base = chinchilla with "Muennighoff 2023"
            predict constrained(N = 1B, D = 100B, U = 200B)
            predict base(N = 1B, D = 100B)`);
        expect(constrained).toBeCloseTo(base, 12);
    });

    it('broken_power_3 is broken_power where the other breaks change no slope', async () => {
        const first = 'a = 0.1  b = 3  c_0 = 0.1  c_1 = 0.3  d_1 = 1e3  f_1 = 0.5';
        const [three, two, one] = await valuesOf(`
            law three = broken_power_3 { ${first}  c_2 = 0  d_2 = 1e6  f_2 = 1  c_3 = 0  d_3 = 1e9  f_3 = 1 }
            law two = broken_power_2 { ${first}  c_2 = 0  d_2 = 1e6  f_2 = 1 }
            law one = broken_power { ${first} }
            predict three(x = 1e5)
            predict two(x = 1e5)
            predict one(x = 1e5)`);
        expect(two).toBeCloseTo(one, 12);
        expect(three).toBeCloseTo(one, 12);
    });

    it('kaplan_trajectory is kaplan_steps at batches far above the critical one', () =>
        fc.assert(
            fc.asyncProperty(size, async (N) => {
                const [trajectory, steps] = await valuesOf(`
                    law trajectory = kaplan_trajectory with "Kaplan 2020"
                    law steps = kaplan_steps with "Kaplan 2020"
                    predict trajectory(N = ${N}, S = 1e5, B = 1e24)
                    predict steps(N = ${N}, S = 1e5)`);
                expect(trajectory / steps).toBeCloseTo(1, 12);
            }),
            RUNS,
        ));

    it('kaplan_trajectory counts its steps by the critical batch at its own loss', async () => {
        const at = 'N = 1B, S = 1e5, B = 524288 tokens';
        const [loss, again] = await valuesOf(`
            law trajectory = kaplan_trajectory with "Kaplan 2020"
            law steps = kaplan_steps with "Kaplan 2020"
            law critical = critical_batch with "Kaplan 2020 appendix"
            predict trajectory(${at})
            predict steps(N = 1B, S = minimum_steps(S = 1e5, B = 524288, B_crit = critical(L = trajectory(${at}))))`);
        expect(again).toBeCloseTo(loss, 12);
    });

    it('data_filtering of one pass depends on the samples alone', async () => {
        const [part, all] = await valuesOf(`
            law error = data_filtering { a = 0.02  b = -0.18  tau = 2 }
            predict error(n = 10M, pool = 12.8M)
            predict error(n = 10M, pool = 10M)`);
        expect(part).toBeCloseTo((0.02 * 100) ** -0.18 + 0.1, 12);
        expect(all).toBe(part);
    });

    it('qat_loss is chinchilla of a model that is smaller by qat_effective_share', async () => {
        const quantised = 'k = 0.1582  gamma_D = 0.0745  gamma_G = 0.7779  gamma_N = 0.2186';
        const [loss, equivalent] = await valuesOf(`
            law loss_4_bits = qat_loss { E = 1.9  A = 200  B = 500  alpha = 0.3  ${quantised} }
            law share = qat_effective_share { A = 200  alpha = 0.3  ${quantised} }
            law plain = chinchilla { E = 1.9  A = 200  B = 500  alpha = 0.3  beta = 0.3 }
            predict loss_4_bits(N = 594M, D = 100B, G = 128)
            predict plain(N = 594M * share(N = 594M, D = 100B, G = 128), D = 100B)`);
        expect(equivalent).toBeCloseTo(loss, 12);
    });
});
