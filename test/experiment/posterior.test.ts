import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Moments } from '../../src/experiment/moments.js';
import { Posterior, varianceLeft } from '../../src/experiment/posterior.js';
import { combined, linearDraws, regressionVariance } from './linearLaw.js';

const weights = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 3, maxLength: 3 });
const question = fc.record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    target: weights.filter((c) => c.some((value) => Math.abs(value) > 0.1)),
    runs: fc.array(weights, { minLength: 1, maxLength: 6 }),
    noise: fc.double({ min: 1e-3, max: 1, noNaN: true }),
});

describe('the posterior variance', () => {
    it('is that of Bayesian linear regression, where the law is linear', () => {
        fc.assert(
            fc.property(question, ({ seed, target, runs, noise }) => {
                const law = linearDraws(3, 200, seed);
                const moments = new Moments(
                    combined(law, target),
                    runs.map((run) => combined(law, run)),
                );
                const posterior = new Posterior(moments, noise, [...runs.keys()]);
                expect(posterior.variance / regressionVariance(law, target, runs, noise)).toBeCloseTo(1, 8);
            }),
            { numRuns: 100 },
        );
    });

    it('falls with each run by what was foretold, and depends on neither order nor scale', () => {
        fc.assert(
            fc.property(question, ({ seed, target, runs, noise }) => {
                const law = linearDraws(3, 100, seed);
                const outcomes = runs.map((run) => combined(law, run));
                const moments = new Moments(combined(law, target), outcomes);
                const posterior = new Posterior(moments, noise);
                for (const run of runs.keys()) {
                    const [before, gain] = [posterior.variance, posterior.gainOf(run)];
                    posterior.observe(run);
                    expect(posterior.variance).toBeLessThanOrEqual(before);
                    expect(before - posterior.variance).toBeCloseTo(gain, 10);
                }
                const backwards = varianceLeft(moments, noise, [...runs.keys()].reverse());
                expect(backwards).toBeCloseTo(posterior.variance / moments.ofTarget, 8);
                const scaled = new Moments(
                    combined(law, target).map((value) => 1e6 * value + 3),
                    outcomes.map((y) => y.map((value) => 1e-3 * value - 7)),
                );
                expect(varianceLeft(scaled, 1e-6 * noise, [...runs.keys()])).toBeCloseTo(backwards, 6);
            }),
            { numRuns: 60 },
        );
    });

    it('knows what each candidate would tell without one of the runs', () => {
        fc.assert(
            fc.property(question, ({ seed, target, runs, noise }) => {
                const law = linearDraws(3, 100, seed);
                const moments = new Moments(
                    combined(law, target),
                    runs.map((run) => combined(law, run)),
                );
                const all = [...runs.keys()];
                const gains = new Posterior(moments, noise, all).gainsWithout(0);
                const others = new Posterior(moments, noise, all.slice(1));
                for (const run of all)
                    expect(gains[run]! / moments.ofTarget).toBeCloseTo(others.gainOf(run) / moments.ofTarget, 7);
            }),
            { numRuns: 60 },
        );
    });

    it('knows a run that measures the target itself, exactly or with as much noise as it is uncertain', () => {
        const law = linearDraws(2, 300, 7);
        const target = combined(law, [1, 2]);
        const moments = new Moments(target, [target]);
        expect(varianceLeft(moments, 0, [0])).toBeCloseTo(0, 12);
        expect(varianceLeft(moments, moments.ofTarget, [0])).toBeCloseTo(0.5, 12);
    });

    it('is not led by a few draws that went astray', () => {
        const law = linearDraws(2, 400, 3);
        const [target, y] = [combined(law, [1, 0.5]), combined(law, [0.5, 1])];
        const clean = varianceLeft(new Moments(target, [y]), 0.01, [0]);
        const astray = target.map((value, draw) => (draw % 100 === 0 ? 1e6 : value));
        expect(Math.abs(varianceLeft(new Moments(astray, [y]), 0.01, [0]) - clean)).toBeLessThan(0.1);
    });
});
