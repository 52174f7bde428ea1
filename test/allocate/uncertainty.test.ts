import { describe, expect, it } from 'vitest';
import { binary, call, name, num } from '../../src/expression/build.js';
import { central95, quantile } from '../../src/fit/quantiles.js';
import {
    ask,
    compute,
    constantsOf,
    constraint,
    drawsAround,
    frontier,
    HOFFMANN,
    lossOf,
    N,
    numberChoices,
    optimumOf,
    product,
    relativeError,
    surface,
    type Surface,
} from './questions.js';

const draws = drawsAround(HOFFMANN, 400, 0.05);
const budget = [constraint(compute, '<=', 5.76e23)];

describe('the uncertainty of an answer', () => {
    it('is that of the closed form, draw by draw', async () => {
        const optimum = await optimumOf({ constants: constantsOf(HOFFMANN, draws), constraints: budget });
        expect(optimum.draws!.count).toBe(draws.length);
        draws.forEach((draw, index) => {
            frontier(draw, 5.76e23).forEach((expected, j) => {
                expect(relativeError(optimum.draws!.values[2 * index + j], expected)).toBeLessThan(1e-9);
            });
        });
        const sizes = Float64Array.from(draws, (draw) => frontier(draw, 5.76e23)[0]);
        const [lower, upper] = central95(sizes);
        const interval = optimum.variables[0].interval!;
        expect(relativeError(interval[0]!, lower)).toBeLessThan(1e-9);
        expect(relativeError(interval[1]!, upper)).toBeLessThan(1e-9);
        expect(optimum.objective!.interval![0]).toBeLessThan(optimum.objective!.estimate);
        expect(optimum.message).not.toContain('draws');
    });

    it('is that of the best of several optima, draw by draw', async () => {
        const [C, gap] = [5.76e23, 1.1];
        const [n] = frontier(HOFFMANN, C);
        const apart = call('abs', call('log', binary('/', N, num(n))));
        const optimum = await optimumOf({
            constants: constantsOf(HOFFMANN, draws),
            constraints: [...budget, constraint(apart, '>=', gap)],
        });
        const sides = [n * Math.exp(-gap), n * Math.exp(gap)];
        const best = draws.map((draw) => {
            const own = frontier(draw, C)[0];
            // Beyond the gap the best of the draw is its own.
            const sizes = sides.map((side, index) => (index === 0 ? Math.min(side, own) : Math.max(side, own)));
            const losses = sizes.map((size) => lossOf(draw, size, C / (6 * size)));
            return losses[0] < losses[1] ? sizes[0] : sizes[1];
        });
        best.forEach((expected, index) => {
            expect(relativeError(optimum.draws!.values[2 * index], expected)).toBeLessThan(1e-6);
        });
        expect(new Set(best.map((size) => size < n)).size).toBe(2);
    });

    it('is the same every time, and in a sweep', async () => {
        const constants = constantsOf(HOFFMANN, draws);
        const once = await optimumOf({ constants, constraints: budget });
        expect(await optimumOf({ constants, constraints: budget })).toEqual(once);
        const { sweep } = await ask({
            constants,
            constraints: [constraint(compute, '<=', name('C'))],
            sweep: { name: 'C', values: [1e21, 5.76e23] },
        });
        const swept = sweep![1].optimum.variables[0].interval!;
        expect(relativeError(swept[0]!, once.variables[0].interval![0]!)).toBeLessThan(1e-9);
    });

    it('is null where none is known', async () => {
        const optimum = await optimumOf({ constraints: budget });
        expect(optimum.draws).toBeNull();
        expect([optimum.objective!.interval, optimum.variables[0].interval]).toEqual([null, null]);
    });

    it('is open where draws without an answer lie, and says so where they are many', async () => {
        // A loss that a third of the draws cannot reach.
        const floors = Float64Array.from(draws, ({ E }) => E).sort();
        const target = floors[Math.floor((2 / 3) * floors.length)];
        const constants = constantsOf(HOFFMANN, draws);
        const optimum = await optimumOf({
            objective: compute,
            constants,
            constraints: [constraint(surface, '<=', target)],
        });
        expect(optimum.status).toBe('optimal');
        const reachable = draws.filter(({ E }) => E < target).length;
        expect(optimum.draws!.count).toBe(reachable);
        expect(optimum.message).toContain(`${draws.length - reachable} of 400 draws`);
        expect(optimum.message).toContain('have no answer: intervals are open on the side where they lie');
        for (const { interval } of [optimum.objective!, ...optimum.variables]) {
            expect(interval![0]).toBeGreaterThan(0);
            expect(interval![1]).toBeNull();
        }
        expect(optimum.sensitivities[0].change.interval).toBeNull();
        // The lower end is that of all draws: those without an answer need more than any other.
        const spent = Float64Array.from(draws, (draw) => leastCompute(draw, target)).sort();
        expect(relativeError(optimum.objective!.interval![0]!, quantile(spent, 0.025))).toBeLessThan(1e-6);
    });

    it('is open in a choice beside free variables, too, where no combination has an answer', async () => {
        const floors = Float64Array.from(draws, ({ E }) => E).sort();
        const target = floors[Math.floor((2 / 3) * floors.length)];
        // A third factor of compute for each of three options, none of which lowers the loss that can be reached.
        const optimum = await optimumOf({
            objective: product(compute, name('k')),
            constants: constantsOf(HOFFMANN, draws),
            constraints: [constraint(surface, '<=', target)],
            choices: numberChoices({ k: [3, 1, 2] }),
        });
        const spent = Float64Array.from(draws, (draw) => leastCompute(draw, target)).sort();
        expect(optimum.choice!.chosen[0].label).toBe('1');
        for (const { interval } of [optimum.objective!, ...optimum.variables]) expect(interval![1]).toBeNull();
        expect(relativeError(optimum.objective!.interval![0]!, quantile(spent, 0.025))).toBeLessThan(1e-6);
    });
});

/** Infinite where a loss is out of reach; by bisection on the logarithm of the closed form otherwise. */
function leastCompute(law: Surface, target: number): number {
    if (law.E >= target) return Infinity;
    let [below, above] = [0, 400];
    for (let step = 0; step < 100; step++) {
        const middle = (below + above) / 2;
        if (lossOf(law, ...frontier(law, Math.exp(middle))) > target) below = middle;
        else above = middle;
    }
    return Math.exp(above);
}
