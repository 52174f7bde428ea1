/**
 * NumPy: parabolas by `pinv` of the Vandermonde matrix, H their hat matrices. With A the weights of the adjusted residuals
 * (I − H)ε/√(1 − h) in Σ f·v, summed by unit, Γ is their covariance, and ν = (tr Γ)²/‖Γ‖².
 */
import { describe, expect, it } from 'vitest';
import { commonDegrees } from '../../../src/fit/contrastSums.js';
import { noiseOfBudget } from '../../../src/fit/methods/budgetNoise.js';
import { groupIntoBudgets } from '../../../src/fit/methods/budgets.js';
import { degreesOfTrend } from '../../../src/fit/methods/trendDegrees.js';
import { arithmetic } from '../support/problems.js';

/** Nine sizes at each of three budgets. */
const places = Array.from({ length: 27 }, (_, row) => ({ budget: Math.floor(row / 9), x: -1 + 0.25 * (row % 9) }));
const column = (of: (place: (typeof places)[number]) => number): Float64Array => Float64Array.from(places, of);
const runs = {
    compute: column(({ budget }) => 10 ** (20 + budget)),
    size: column(({ x }) => 1e9 * Math.exp(x)),
    loss: column(({ budget, x }) => 3 + 0.1 * x * x + 0.01 * Math.cos((7 + budget) * x)),
};
const vertices = groupIntoBudgets(runs, [...places.keys()]).map(
    (budget) => noiseOfBudget(budget, runs, 'parabola').vertex,
);

const nine = (first: number): number[] => [...arithmetic(first, 1, 9)];
const alone = [nine(0), nine(9), nine(18)];
const shared = [nine(0), nine(0), nine(0)];
const partly = [nine(0), nine(0), nine(9)];

describe('degrees of freedom of a trend', () => {
    it.each([
        [alone, [1, 1, 1], 9.064710563638073],
        [alone, [-1, 0, 1], 6.004454799915799],
        [alone, [-1, 0.25, 0.75], 6.483957695276893],
        [partly, [1, 1, 1], 5.812571254673636],
        [partly, [-1, 0.25, 0.75], 5.94258674168274],
    ])('are those of the sum of squares that the units make', (units, factors, expected) => {
        expect(degreesOfTrend(vertices, units, factors)).toBeCloseTo(expected, 8);
    });

    it('are those of one budget where each run goes through all of them, for the level and for the exponent', () => {
        for (const factors of [
            [1, 1, 1],
            [-1, 0, 1],
        ]) {
            expect(degreesOfTrend(vertices, shared, factors)).toBeCloseTo(3.0636444066212665, 8);
        }
        expect(degreesOfTrend(vertices.slice(0, 1), alone, [1])).toBeCloseTo(3.0636444066212665, 8);
    });

    it('of several contrasts lie between them, nearer to the fewest, and are not asked of those without any', () => {
        expect(commonDegrees([2, 6])).toBe(3);
        expect(commonDegrees([4, 0, NaN])).toBe(4);
        expect(commonDegrees([0.5])).toBe(1);
        expect(commonDegrees([0])).toBe(1);
    });
});
