import { describe, expect, it } from 'vitest';
import { name } from '../../src/expression/build.js';
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
    optimumOf,
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
