import { describe, expect, it } from 'vitest';
import { binary, call, name, num } from '../../../src/expression/build.js';
import { central95 } from '../../../src/fit/quantiles.js';
import {
    ask,
    compute,
    constantsOf,
    constraint,
    D,
    drawsAround,
    free,
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
} from '../questions.js';

const C = 5.76e23;
const budget = [constraint(compute, '<=', C)];
const twenty = { constraints: [constraint(D, '==', product(num(20), N))], goal: null };

/** N and D at a fixed ratio for a compute. */
function atRatio(ratio: number, flops: number): [number, number] {
    const n = Math.sqrt(flops / (6 * ratio));
    return [n, ratio * n];
}

describe('a rival', () => {
    it('with a condition answers the same question under it', async () => {
        const optimum = await optimumOf({ constraints: budget, rivals: [twenty] });
        const [rival] = optimum.rivals;
        const [n, d] = atRatio(20, C);
        expect(rival).toMatchObject({ status: 'optimal', message: '', breaches: [] });
        expect(relativeError(rival.variables[0].estimate, n)).toBeLessThan(1e-9);
        const loss = lossOf(HOFFMANN, n, d);
        expect(rival.objective!.estimate).toBeCloseTo(loss, 12);
        const best = lossOf(HOFFMANN, ...frontier(HOFFMANN, C));
        expect(rival.excess!.estimate).toBeCloseTo(loss - best, 12);
        expect(rival.regret!.estimate).toBeCloseTo(loss / best - 1, 12);
        expect(rival.regret!.interval).toBeNull();
    });

    it('is matched by the optimum of a smaller budget', async () => {
        const optimum = await optimumOf({ constraints: budget, rivals: [twenty] });
        const { saving } = optimum.rivals[0];
        expect(saving!.constraint).toBe(0);
        const reached = lossOf(HOFFMANN, ...frontier(HOFFMANN, C / saving!.ratio));
        expect(reached).toBeCloseTo(lossOf(HOFFMANN, ...atRatio(20, C)), 7);
    });

    it('is compared draw by draw', async () => {
        const draws = drawsAround(HOFFMANN, 200, 0.03);
        const constants = constantsOf(HOFFMANN, draws);
        const optimum = await optimumOf({ constraints: budget, constants, rivals: [twenty] });
        const [n, d] = atRatio(20, C);
        const regrets = draws.map((draw) => lossOf(draw, n, d) / lossOf(draw, ...frontier(draw, C)) - 1);
        central95(Float64Array.from(regrets)).forEach((end, index) => {
            expect(Math.abs(optimum.rivals[0].regret!.interval![index] - end)).toBeLessThan(1e-10);
        });
        const [lower] = optimum.rivals[0].regret!.interval!;
        expect(lower).toBeGreaterThanOrEqual(-1e-12);
    });

    it('with another goal decides by that one and is judged by this one', async () => {
        // A model that is trained and then used: Sardana et al. 2024 (arXiv 2401.00448), section 3, 13B and 2T tokens: 17.45 % saved.
        const { A, B, alpha, beta } = SARDANA;
        const [N0, demand] = [13e9, 2e12];
        const C0 = 6 * (N0 / frontier(SARDANA, 6)[0]) ** ((alpha + beta) / beta);
        const optimum = await optimumOf({
            objective: total(compute, product(num(2), N, num(demand))),
            constraints: [constraint(surface, '<=', lossOf(SARDANA, N0, C0 / (6 * N0)))],
            constants: constantsOf({ E: SARDANA.E, A, B, alpha, beta }),
            rivals: [{ constraints: [], goal: { sense: 'minimize', objective: compute } }],
        });
        const [rival] = optimum.rivals;
        expect(relativeError(rival.variables[0].estimate, N0)).toBeLessThan(1e-6);
        expect(rival.objective!.estimate / (C0 + 2 * N0 * demand)).toBeCloseTo(1, 6);
        expect(1 - 1 / (1 + rival.regret!.estimate)).toBeCloseTo(0.1745, 4);
    });

    it('that spends more than the budget says so and is judged all the same', async () => {
        const gopher = { constraints: [constraint(N, '==', 280e9), constraint(D, '==', 300e9)], goal: null };
        const optimum = await optimumOf({ constraints: [constraint(compute, '<=', 1e23)], rivals: [gopher] });
        const [{ objective, breaches, saving, excess }] = optimum.rivals;
        expect(objective!.estimate).toBeCloseTo(lossOf(HOFFMANN, 280e9, 300e9), 12);
        expect(breaches).toHaveLength(1);
        expect(breaches[0]).toMatchObject({ limit: 0, allowed: 1e23 });
        expect(relativeError(breaches[0].value, 5.04e23)).toBeLessThan(1e-9);
        // Of what it spends, not of the budget.
        const reached = lossOf(HOFFMANN, ...frontier(HOFFMANN, 5.04e23 / saving!.ratio));
        expect(reached).toBeCloseTo(objective!.estimate, 7);
        expect(Math.sign(excess!.estimate)).toBe(Math.sign(objective!.estimate - optimum.objective!.estimate));
    });

    it('may leave the bounds of a variable, or several limits', async () => {
        const big = { constraints: [constraint(N, '==', 1e12)], goal: null };
        const variables = [free('N', 0, 5e11), free('D')];
        const bounded = await optimumOf({ constraints: budget, variables, rivals: [big] });
        expect(bounded.rivals[0].breaches).toEqual([{ limit: 'N', value: expect.closeTo(1e12, -4), allowed: 5e11 }]);
        const both = { constraints: [constraint(N, '==', 1e12), constraint(D, '==', 1e13)], goal: null };
        const several = await optimumOf({
            constraints: [...budget, constraint(D, '<=', 5e12)],
            variables,
            rivals: [both],
        });
        expect(several.rivals[0].breaches.map(({ limit }) => limit)).toEqual([0, 1, 'N']);
    });

    it('without a choice says why', async () => {
        const impossible = { constraints: [constraint(N, '>=', 10), constraint(N, '<=', 5, 'N <= 5')], goal: null };
        const endless = { constraints: [], goal: { sense: 'minimize' as const, objective: D } };
        const optimum = await optimumOf({ constraints: budget, rivals: [impossible, endless] });
        expect(optimum.rivals.map(({ status }) => status)).toEqual(['infeasible', 'unbounded']);
        expect(optimum.rivals[0].message).toContain('cannot be met together');
        expect(optimum.rivals[1].message).toContain('Nothing limits D');
        expect(optimum.rivals[0].objective).toBeNull();
    });

    it('that the goal has no value for says so', async () => {
        const gap = binary('-', D, num(1));
        const optimum = await optimumOf({
            objective: binary('-', N, call('log', gap)),
            constraints: [constraint(N, '>=', D), constraint(N, '<=', 10), constraint(D, '>=', 0.5)],
            rivals: [{ constraints: [], goal: { sense: 'minimize', objective: D } }],
        });
        expect(valuesOf(optimum)[1]).toBeCloseTo(2, 6);
        expect(optimum.rivals[0]).toMatchObject({ status: 'not-computable', objective: null });
        expect(optimum.rivals[0].message).toContain('cannot be computed');
    });

    it('is judged at each value of a sweep', async () => {
        const { sweep } = await ask({
            constraints: [constraint(compute, '<=', name('C'))],
            sweep: { name: 'C', values: [1e20, 1e24] },
            rivals: [twenty],
        });
        sweep!.forEach(({ value, optimum }) => {
            const best = lossOf(HOFFMANN, ...frontier(HOFFMANN, value));
            const expected = lossOf(HOFFMANN, ...atRatio(20, value)) / best - 1;
            expect(optimum.rivals[0].regret!.estimate).toBeCloseTo(expected, 9);
        });
    });

    it('is compared along a sweep in 200 of the draws, evenly spread, in which limits are moved, too', async () => {
        const draws = drawsAround(HOFFMANN, 400, 0.03);
        const { sweep } = await ask({
            constants: constantsOf(HOFFMANN, draws),
            constraints: [constraint(compute, '<=', name('C'))],
            sweep: { name: 'C', values: [1e20, C] },
            rivals: [twenty],
        });
        const every = draws.filter((_, index) => index % 2 === 0);
        const regrets = every.map((draw) => {
            return lossOf(draw, ...atRatio(20, C)) / lossOf(draw, ...frontier(draw, C)) - 1;
        });
        const { rivals, sensitivities } = sweep![1].optimum;
        central95(Float64Array.from(regrets)).forEach((end, index) => {
            expect(Math.abs(rivals[0].regret!.interval![index] - end)).toBeLessThan(1e-10);
        });
        const changes = every.map(
            (draw) => lossOf(draw, ...frontier(draw, 1.1 * C)) - lossOf(draw, ...frontier(draw, C)),
        );
        central95(Float64Array.from(changes)).forEach((end, index) => {
            expect(Math.abs(sensitivities[0].change.interval![index] - end)).toBeLessThan(1e-10);
        });
    });
});
