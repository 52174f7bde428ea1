import { describe, expect, it } from 'vitest';
import { findConfigurations } from '../../src/fit/configurations.js';
import { compileModel } from '../../src/fit/model.js';
import { Pacer } from '../../src/fit/pacing.js';
import type { FitProblem, Objective } from '../../src/fit/problem.js';
import { createRandom } from '../../src/fit/random.js';
import { resamplerOf } from '../../src/fit/resampling.js';
import { createSample } from '../../src/fit/sample.js';
import type { Sample } from '../../src/fit/sample.js';
import { arithmetic, PATIENT, problemOf, SQUARES } from './support/problems.js';

const ROWS = 120;
const fitted = arithmetic(1, 1, ROWS);
/** Residuals of both signs, none of the same size. */
const residuals = Float64Array.from({ length: ROWS }, (_, i) => (i % 2 === 0 ? 1 : -1) * (0.01 + 0.001 * i));

type Options = Partial<FitProblem>;

async function resampler(options: Options, size = 2): Promise<() => Sample> {
    const x = arithmetic(1, 1, ROWS);
    const target = fitted.map((value, i) => value + residuals[i]);
    const problem = { ...problemOf('a + b * x', { x }, target, { objective: SQUARES }), ...options };
    const sample = await createSample(compileModel(problem), problem, new Pacer(PATIENT, 1));
    const configurations = findConfigurations(problem.columns, ROWS);
    const keepsOwn = options.clusters !== undefined || options.bootstrap?.kind === 'wild';
    const known = { errors: residuals, spread: 0, degrees: 1e6 };
    const noise = { ...known, own: keepsOwn ? known : null };
    const draw = resamplerOf({ problem, sample, configurations, size, fitted, noise });
    const random = createRandom(1);
    return () => draw(random)!;
}

const wild = { replicates: 1, seed: 1, kind: 'wild' } as const;
const clusters = Uint32Array.from({ length: ROWS }, (_, i) => Math.floor(i / 3));
const disturbances = ({ target }: Sample): Float64Array => target.map((value, i) => (value - fitted[i]) / residuals[i]);

describe('drawing rows', () => {
    it('keeps their number, and their values', async () => {
        const sample = (await resampler({}))();
        expect(sample.counts.reduce((sum, count) => sum + count, 0)).toBe(ROWS);
        expect(sample.rows).toBeLessThan(ROWS);
        sample.target.forEach((value, k) => {
            const row = sample.columns[0][k] - 1;
            expect(value).toBe(fitted[row] + residuals[row]);
        });
    });

    it('draws whole clusters where there are many', async () => {
        const sample = (await resampler({ clusters }, 1))();
        const counts = new Map(Array.from(sample.columns[0], (x, k) => [x - 1, sample.counts[k]]));
        for (let row = 0; row < ROWS; row += 3) {
            expect(counts.get(row + 1)).toBe(counts.get(row));
            expect(counts.get(row + 2)).toBe(counts.get(row));
        }
        expect(sample.counts.reduce((sum, count) => sum + count, 0)).toBe(ROWS);
    });
});

describe('redrawing noise', () => {
    it('takes it from all rows where these are few for the parameters', async () => {
        const sample = (await resampler({}, 4))();
        expect(sample.rows).toBe(ROWS);
        const known = [...residuals];
        sample.target.forEach((value, i) => {
            const nearest = Math.min(...known.map((residual) => Math.abs(value - fitted[i] - residual)));
            expect(nearest).toBeLessThan(5e-4);
        });
    });

    it('turns signs at random, each row for itself', async () => {
        const signs = disturbances((await resampler({ bootstrap: wild }))());
        expect(new Set(signs.map((sign) => Math.round(100 * sign) / 100))).toEqual(new Set([1, -1]));
    });

    it('spreads a turned residual as far as it is told', async () => {
        const problem = problemOf('a * x', { x: arithmetic(1, 1, ROWS) }, fitted, { objective: SQUARES });
        const errors = new Float64Array(ROWS).fill(10);
        const noise = { errors, degrees: 1e12, own: { errors, spread: 2, degrees: 1e12 } };
        const draw = resamplerOf({
            problem: { ...problem, bootstrap: wild },
            sample: await createSample(compileModel(problem), problem, new Pacer(PATIENT, 1)),
            configurations: findConfigurations(problem.columns, ROWS),
            size: 1,
            fitted,
            noise,
        });
        const sizes = draw(createRandom(3))!
            .target.map((value, i) => Math.abs(value - fitted[i]))
            .sort();
        expect(sizes[0]).toBeGreaterThan(7.99);
        expect(sizes[0]).toBeLessThan(8.5);
        expect(sizes[ROWS - 1]).toBeGreaterThan(11.5);
        expect(sizes[ROWS - 1]).toBeLessThan(12.01);
    });

    it('turns the signs of a cluster together, also where clusters are few for drawing them', async () => {
        for (const options of [{ clusters, bootstrap: wild }, { clusters }]) {
            const signs = disturbances((await resampler(options, 2))()).map(Math.sign);
            for (let row = 0; row < ROWS; row += 3) {
                expect([signs[row + 1], signs[row + 2]]).toEqual([signs[row], signs[row]]);
            }
            expect(new Set(signs)).toEqual(new Set([1, -1]));
        }
    });

    it('is not for clusters under a pinball loss, which are drawn', async () => {
        const objective: Objective = { kind: 'pinball', level: 0.1, ofLog: false };
        for (const options of [
            { clusters, objective, bootstrap: wild },
            { clusters, objective },
        ]) {
            expect((await resampler(options))().rows).toBeLessThan(ROWS);
        }
    });

    it.each<[string, Objective, (r: number) => number]>([
        ['pinball', { kind: 'pinball', level: 0.2, ofLog: false }, (r) => (r > 0 ? 0.2 : -0.8)],
        ['asymmetric', { kind: 'asymmetric', weight: 0.1, ofLog: false }, (r) => (r > 0 ? 2 * r : 0.2 * r)],
    ])('leaves the slope of a %s loss 0 on average', async (_, objective, slope) => {
        const draw = await resampler({ objective, bootstrap: wild });
        let [sum, square] = [0, 0];
        for (let repetition = 0; repetition < 200; repetition++) {
            draw().target.forEach((value, i) => {
                const each = slope(value - fitted[i]);
                sum += each;
                square += each * each;
            });
        }
        // Within four standard errors of a sum of 24,000.
        expect(Math.abs(sum)).toBeLessThan(4 * Math.sqrt(square));
    });

    it('knows the size of the noise as well as the degrees of freedom allow', async () => {
        const problem = problemOf('a * x', { x: arithmetic(1, 1, ROWS) }, fitted, { objective: SQUARES });
        const sample = await createSample(compileModel(problem), problem, new Pacer(PATIENT, 1));
        const ones = new Float64Array(ROWS).fill(1);
        const draw = resamplerOf({
            problem: { ...problem, bootstrap: wild },
            sample,
            configurations: findConfigurations(problem.columns, ROWS),
            size: 1,
            fitted,
            noise: { errors: ones, degrees: 1e6, own: { errors: ones, spread: 0, degrees: 5 } },
        });
        const random = createRandom(3);
        const squares = Array.from({ length: 4000 }, () => (draw(random)!.target[0] - fitted[0]) ** 2);
        // ν/χ² has the mean ν/(ν − 2).
        expect(squares.reduce((sum, square) => sum + square, 0) / 4000 / (5 / 3)).toBeCloseTo(1, 0.8);
    });
});
