/** Profile-likelihood intervals and those from standard errors. */
import { describe, expect, it } from 'vitest';
import { fit } from '../../src/fit/fit.js';
import type { FitResult } from '../../src/fit/result.js';
import { endsOf } from '../support/endsOf.js';
import { arithmetic, CHINCHILLA, fitLaw, problemOf, SQUARES, type Options } from './support/problems.js';
import { chinchillaRuns } from './support/publishedRuns.js';

const intervalsOf = ({ parameters }: FitResult): unknown => parameters.map(({ interval }) => interval);

/** Biochemical oxygen demand (Bates and Watts 1988, appendix A1.4). */
const days = { x: Float64Array.of(1, 2, 3, 4, 5, 7) };
const demand = Float64Array.of(8.3, 10.3, 19, 16, 15.6, 19.8);
const saturation = (options: Options): Promise<FitResult> =>
    fitLaw('a * (1 - exp(-k * x))', days, demand, { objective: SQUARES, ...options });

describe('intervals by profile', () => {
    it('are where the sum of squares reaches the F quantile', async () => {
        // SciPy: brentq on the profiled sum of squares.
        const [a, k] = (await saturation({ intervals: 'profile' })).parameters.map(({ interval }) => endsOf(interval));
        expect([a[0] / 14.04936416282619, a[1] / 38.45619796806838]).toEqual([closeTo1(3), closeTo1(2)]);
        expect([k[0] / 0.13139774670255996, k[1] / 1.808169594734494]).toEqual([closeTo1(2), closeTo1(2)]);
    });

    it('and from standard errors are t intervals for a straight line', async () => {
        const x = arithmetic(1, 1, 8);
        const y = Float64Array.of(2.1, 3.9, 6.2, 7.7, 10.4, 11.8, 14.3, 15.1);
        // t₀.₉₇₅ with 6 degrees of freedom is 2.446911848791681.
        const expected = [
            [0.23214285714285793, 0.3241999134796721],
            [1.934523809523809, 0.06420114955302954],
        ].map(([estimate, error]) =>
            [-1, 1].map((side) => expect.closeTo(estimate + side * 2.446911848791681 * error, 3)),
        );
        for (const intervals of ['profile', 'standard'] as const) {
            expect(intervalsOf(await fitLaw('a + b * x', { x }, y, { objective: SQUARES, intervals }))).toEqual(
                expected,
            );
        }
    });

    it('end at a bound that is met first', async () => {
        const bounded = await saturation({ intervals: 'profile', specs: { a: { upper: 30 }, k: { lower: 0.3 } } });
        const [a, k] = bounded.parameters.map(({ interval }) => interval!);
        expect(a[1]).toBeLessThan(30);
        expect(k[0]).toBe(0.3);
        const standard = await saturation({ intervals: 'standard', specs: { a: { upper: 24 }, k: { lower: 0.3 } } });
        expect(standard.parameters[0].interval![1]).toBe(24);
    });

    it('have no end where the data set no limit, and the fit says so', async () => {
        // Two days: the demand may rise for ever.
        const columns = { x: Float64Array.of(1, 1, 2, 2) };
        const result = await fitLaw('a * (1 - exp(-k * x))', columns, Float64Array.of(1, 1.3, 2, 2.3), {
            objective: SQUARES,
            intervals: 'profile',
        });
        const [a] = result.parameters;
        expect(a.interval).toEqual([expect.any(Number), null]);
        expect(a.interval![0]).toBeLessThan(a.estimate!);
        const [unlimited] = result.warnings.filter(({ code }) => code === 'interval-without-limit');
        expect(unlimited.parameters).toEqual(['a']);
        expect(unlimited.message).toMatch(/^The data set no upper limit to a: larger values fit as well\./);
    });

    it('are near those of the bootstrap on the Chinchilla points (Besiroglu et al. 2024)', async (ctx) => {
        const runs = chinchillaRuns() ?? ctx.skip('the shared data are absent');
        const { parameters } = await fitLaw(CHINCHILLA, runs.columns, runs.loss, { intervals: 'profile' });
        const published: Record<string, readonly [number, number]> = {
            E: [1.769, 1.871],
            alpha: [0.317, 0.373],
            beta: [0.331, 0.415],
        };
        for (const { name, interval } of parameters.filter((one) => one.name in published)) {
            const [low, high] = published[name];
            const [lower, upper] = endsOf(interval);
            expect(Math.abs(lower - low)).toBeLessThan(0.3 * (high - low));
            expect(Math.abs(upper - high)).toBeLessThan(0.3 * (high - low));
        }
    });

    it('can be cancelled', async () => {
        const problem = problemOf('a * (1 - exp(-k * x))', days, demand, { objective: SQUARES, intervals: 'profile' });
        let pauses = 0;
        const cancelled = fit(
            { ...problem, columns: [arithmetic(1, 0.001, 60000)], target: arithmetic(8, 0.0002, 60000) },
            {
                pause: () => {
                    if (++pauses > 20) throw new Error('cancelled');
                },
            },
        );
        await expect(cancelled).rejects.toThrow('cancelled');
    });
});

function closeTo1(digits: number): unknown {
    return expect.closeTo(1, digits);
}
