/** The densities that belong to objectives, and the criteria made of their likelihoods. */
import { describe, expect, it } from 'vitest';
import { densityOf } from '../../../src/fit/comparison/density.js';
import { bayesian, correctedAkaike, rowLogLikelihoods } from '../../../src/fit/comparison/likelihood.js';
import type { FitProblem, Objective, ObjectiveKind } from '../../../src/fit/problem.js';
import { lossOf } from '../../../src/fit/objectives.js';
import { SQUARES, problemOf } from '../support/problems.js';

/** ∫ exp(−ρ(r)/τ) dr and the mean of ρ/τ by Simpson's rule. */
function integrate(objective: ObjectiveKind, scale: number): { normaliser: number; meanLoss: number } {
    const loss = lossOf(objective);
    const [reach, steps] = [400 * Math.max(scale, Math.sqrt(scale)), 400_000];
    let [normaliser, moment] = [0, 0];
    for (let k = 0; k <= steps; k++) {
        const r = reach * (k / steps - 0.5);
        const weight = k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2;
        const lost = loss.value(r) / scale;
        normaliser += weight * Math.exp(-lost);
        moment += weight * lost * Math.exp(-lost);
    }
    return { normaliser: (normaliser * reach) / steps / 3, meanLoss: moment / normaliser };
}

const OBJECTIVES: readonly ObjectiveKind[] = [
    { kind: 'squares' },
    { kind: 'huber', delta: 0.7 },
    { kind: 'lad' },
    { kind: 'asymmetric', weight: 0.1 },
    { kind: 'pinball', level: 0.2 },
];

describe('densityOf', () => {
    it.each(OBJECTIVES)('integrates to one: $kind', (objective) => {
        const density = densityOf(objective);
        for (const scale of [0.3, 2, 50]) {
            const { normaliser, meanLoss } = integrate(objective, scale);
            expect(Math.exp(density.logNormaliser(scale)) / normaliser).toBeCloseTo(1, 6);
            expect(density.meanLoss(scale)).toBeCloseTo(meanLoss, 5);
        }
    });

    it('of Huber: values by adaptive quadrature (SciPy 1.17, integrate.quad)', () => {
        const density = densityOf({ kind: 'huber', delta: 0.7 });
        const golden = [
            [0.01, 0.2506628274631127, 0.5000000000013048],
            [0.3, 1.4754167618349783, 0.628361467856866],
            [2, 6.400336677564662, 0.8949372172626391],
            [50, 143.55657175021972, 0.9951318261721708],
        ];
        for (const [scale, normaliser, meanLoss] of golden) {
            expect(Math.exp(density.logNormaliser(scale)) / normaliser).toBeCloseTo(1, 12);
            expect(density.meanLoss(scale)).toBeCloseTo(meanLoss, 10);
        }
    });
});

describe('rowLogLikelihoods', () => {
    const x = Float64Array.from({ length: 8 }, (_, i) => i + 1);
    const y = Float64Array.of(2.1, 3.9, 6.2, 7.7, 10.4, 11.8, 14.3, 21);

    /** Of the line b0 + b1·x. */
    function logLikelihood(objective: Objective, [b0, b1]: number[], more: Partial<FitProblem> = {}): number {
        const problem = { ...problemOf('b0 + b1 * x', { x }, y, { objective }), ...more };
        const likelihoods = rowLogLikelihoods(
            problem,
            x.map((at) => b0 + b1 * at),
        )!;
        return likelihoods.reduce((sum, value) => sum + value, 0);
    }

    /** SciPy 1.17: numpy.linalg.lstsq and stats.norm. */
    const LEAST_SQUARES = [-1.242857142857143, 2.426190476190476];

    it.each([
        [SQUARES, LEAST_SQUARES, -13.63717479192579],
        [{ kind: 'lad', ofLog: false }, [1 / 15, 61 / 30], -11.332119554357996],
        [{ kind: 'pinball', level: 0.2, ofLog: true }, [-0.05, 1.975], -5.546239567995606],
        [{ kind: 'asymmetric', weight: 0.1, ofLog: true }, [-0.38883951, 2.4614112], -10.40590112022982],
    ] as [Objective, number[], number][])('is the greatest over parameters and scale: %o', (objective, at, golden) => {
        // Nelder and Mead's method over b0, b1 and the scale together (SciPy 1.17), on the densities as the docs give them.
        expect(logLikelihood(objective, at)).toBeCloseTo(golden, 8);
        for (const shift of [-0.01, 0.01]) {
            expect(logLikelihood(objective, [at[0] + shift, at[1]])).toBeLessThan(golden);
            expect(logLikelihood(objective, [at[0], at[1] + shift])).toBeLessThan(golden);
        }
    });

    it('gives rows of more weight less noise', () => {
        const weights = Float64Array.of(1, 2, 1, 0.5, 1, 3, 1, 1);
        const huber: Objective = { kind: 'huber', delta: 0.5, ofLog: false };
        // As above.
        expect(logLikelihood(huber, [-0.14255319, 2.04760638], { weights })).toBeCloseTo(-11.5336927673759, 9);
    });

    it('knows standard errors: twice their size changes nothing but the scale', () => {
        const errors = Float64Array.of(0.1, 0.2, 0.1, 0.3, 0.1, 0.4, 0.2, 3);
        const once = logLikelihood(SQUARES, [0, 2], { errors });
        const twice = logLikelihood(SQUARES, [0, 2], { errors: errors.map((error) => 2 * error) });
        expect(twice).toBeCloseTo(once, 10);
        expect(once).toBeGreaterThan(logLikelihood(SQUARES, [0, 2]));
    });

    it('is null without noise to speak of, and where one side costs nothing', () => {
        const flat = problemOf('a', {}, new Float64Array(3), { objective: SQUARES });
        expect(rowLogLikelihoods(flat, new Float64Array(3))).toBeNull();
        const oneSided = problemOf('a', {}, Float64Array.of(1, 2), {
            objective: { kind: 'asymmetric', weight: 0, ofLog: false },
        });
        expect(rowLogLikelihoods(oneSided, Float64Array.of(1, 1))).toBeNull();
    });
});

it('AICc and BIC are those of the normal regression', () => {
    // n = 8, two coefficients and the variance: Burnham and Anderson 2002, section 2.4.
    expect(correctedAkaike(-13.63717479192579, 3, 8)).toBeCloseTo(39.27434958385158, 12);
    expect(bayesian(-13.63717479192579, 3, 8)).toBeCloseTo(33.512674208891085, 12);
});
