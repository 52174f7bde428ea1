/** Repeated data: Muennighoff et al. (2023), arXiv 2305.16264. */
import { describe, expect, it } from 'vitest';
import { endsOf } from '../support/endsOf.js';
import { estimatesOf, fitLaw, objectiveOf } from './support/problems.js';
import { dataConstrained } from './support/publishedFits.js';

const PUBLISHED = { RD: 15.387756, RN: 5.309743 };
/** As in the authors' code, which searches the logarithms. */
const POSITIVE = { RD: { lower: 0 }, RN: { lower: 0 } };

describe('data-constrained scaling', () => {
    it('has the published objective at the published constants', async (ctx) => {
        const { law, columns, target } = dataConstrained() ?? ctx.skip('the shared data are absent');
        const specs = { RD: { pinned: PUBLISHED.RD }, RN: { pinned: PUBLISHED.RN } };
        expect(objectiveOf(await fitLaw(law, columns, target, { specs }))).toBeCloseTo(0.01582593525801614, 14);
    });

    it('finds the optimum that is better than the published one', async (ctx) => {
        const { law, columns, target } = dataConstrained() ?? ctx.skip('the shared data are absent');
        const result = await fitLaw(law, columns, target, { specs: POSITIVE });
        const { RD, RN } = estimatesOf(result);
        // SciPy's Nelder–Mead from there.
        expect(objectiveOf(result)).toBeCloseTo(0.015804662474, 12);
        expect([RD, RN]).toEqual([expect.closeTo(95.36517, 3), expect.closeTo(1.705905, 5)]);
    });

    it.for(['bootstrap', 'profile'] as const)(
        'sets no upper limit to R_D*, and says so (%s)',
        async (intervals, ctx) => {
            const { law, columns, target } = dataConstrained() ?? ctx.skip('the shared data are absent');
            const options = { specs: POSITIVE, intervals, bootstrap: { replicates: 200, seed: 1 } };
            const { parameters, warnings } = await fitLaw(law, columns, target, options);
            const [RN, RD] = ['RN', 'RD'].map((each) => parameters.find(({ name }) => name === each)!.interval!);
            expect(RD).toEqual([expect.any(Number), null]);
            expect(RD[0]).toBeLessThan(PUBLISHED.RD);
            const [lower, upper] = endsOf(RN);
            expect([lower < PUBLISHED.RN, upper > PUBLISHED.RN]).toEqual([true, true]);
            expect(warnings.filter(({ code }) => code === 'interval-without-limit')).toHaveLength(1);
        },
    );

    it('says that other optima, the published one among them, are as good', async (ctx) => {
        const { law, columns, target } = dataConstrained() ?? ctx.skip('the shared data are absent');
        const { search, parameters } = await fitLaw(law, columns, target, { specs: POSITIVE });
        expect(search.optima).toBeGreaterThan(1);
        expect(search.rivals.every(({ indistinguishable }) => indistinguishable)).toBe(true);
        const RD = parameters.findIndex(({ name }) => name === 'RD');
        const rivals = search.rivals.map((rival) => rival.parameters[RD]);
        // Local minima by Nelder–Mead: RD 46.990, 160.71 and, as published, 15.372.
        expect(Math.min(...rivals)).toBeLessThan(50);
    });
});
