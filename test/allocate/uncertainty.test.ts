import { describe, expect, it } from 'vitest';
import { name } from '../../src/expression/build.js';
import { central95 } from '../../src/fit/quantiles.js';
import {
    ask,
    compute,
    constantsOf,
    constraint,
    drawsAround,
    frontier,
    HOFFMANN,
    optimumOf,
    relativeError,
    surface,
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
        expect(relativeError(interval[0], lower)).toBeLessThan(1e-9);
        expect(relativeError(interval[1], upper)).toBeLessThan(1e-9);
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
        expect(relativeError(swept[0], once.variables[0].interval![0])).toBeLessThan(1e-9);
    });

    it('is null where none is known', async () => {
        const optimum = await optimumOf({ constraints: budget });
        expect(optimum.draws).toBeNull();
        expect([optimum.objective!.interval, optimum.variables[0].interval]).toEqual([null, null]);
    });

    it('leaves out draws without an answer, and says so where they are many', async () => {
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
        expect(optimum.objective!.interval!.every(Number.isFinite)).toBe(true);
    });
});
