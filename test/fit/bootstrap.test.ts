import { describe, expect, it } from 'vitest';
import { fit } from '../../src/fit/fit.js';
import { findConfigurations, hasConfigurations } from '../../src/fit/configurations.js';
import type { FitResult } from '../../src/fit/result.js';
import { endsOf } from '../support/endsOf.js';
import { CHINCHILLA, fitLaw, gridOfRuns, PATIENT, problemOf, simulate, SQUARES } from './support/problems.js';

const runs = gridOfRuns(5);
const observed = simulate(
    CHINCHILLA,
    runs,
    { E: 1.69, A: 406.4, alpha: 0.34, B: 410.7, beta: 0.28 },
    { relative: 0.01 },
);

describe('the bootstrap', () => {
    it('gives the same draws for the same seed, to the last digit, and others for another', async () => {
        const draws = async (seed: number): Promise<number[]> => {
            const result = await fitLaw(CHINCHILLA, runs, observed, { bootstrap: { replicates: 30, seed } });
            return [...result.draws!.values];
        };
        const first = await draws(7);
        expect(await draws(7)).toEqual(first);
        expect(await draws(8)).not.toEqual(first);
    });

    it('is waited for by nobody who asks for the optimum: that is told first, with standard intervals', async () => {
        const told: FitResult[] = [];
        const asked = problemOf(CHINCHILLA, runs, observed, { bootstrap: { replicates: 30, seed: 7 } });
        const result = await fit(asked, PATIENT, (optimum) => told.push(optimum));
        const standard = await fit({ ...asked, bootstrap: null, intervals: 'standard' }, PATIENT);
        expect(told).toEqual([standard]);
        expect(told[0].parameters.map(({ estimate }) => estimate)).toEqual(
            result.parameters.map(({ estimate }) => estimate),
        );
        await fit({ ...asked, bootstrap: null }, PATIENT, (optimum) => told.push(optimum));
        expect(told).toHaveLength(1);
    });

    it('agrees with the standard error of a mean', async () => {
        const values = simulate('a * x', { x: new Float64Array(400).fill(1) }, { a: 5 }, { absolute: 0.5 });
        const { parameters } = await fitLaw('a * x', { x: new Float64Array(400).fill(1) }, values, {
            objective: SQUARES,
            bootstrap: { replicates: 2000, seed: 3 },
        });
        const mean = values.reduce((sum, v) => sum + v, 0) / 400;
        const deviation = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / 400);
        const [low, high] = endsOf(parameters[0].interval);
        expect(parameters[0].estimate).toBeCloseTo(mean, 9);
        expect((high - low) / (2 * 1.96 * (deviation / 20))).toBeCloseTo(1, 0.8);
    });

    it('is a t interval for the mean of a few rows', async () => {
        const values = Float64Array.of(4.1, 5.3, 4.8, 5.9, 5.0, 4.4);
        const { parameters } = await fitLaw('a * x', { x: new Float64Array(6).fill(1) }, values, {
            objective: SQUARES,
            bootstrap: { replicates: 4000, seed: 1 },
        });
        const [{ estimate, standardError, interval }] = parameters;
        // 2.5706: t₀.₉₇₅ with 5 degrees of freedom. Of six values only the sizes are known, not that they are normal.
        const reach = 2.5706 * standardError!;
        const [low, high] = endsOf(interval);
        expect((high - estimate!) / reach).toBeCloseTo(1, 0.8);
        expect((estimate! - low) / reach).toBeCloseTo(1, 0.8);
    });

    it('is wider where rows of a cluster share their noise', async () => {
        const clusters = Uint32Array.from({ length: 60 }, (_, row) => Math.floor(row / 6));
        const shared = simulate('a * x', { x: new Float64Array(10).fill(1) }, { a: 5 }, { absolute: 0.5 });
        const own = simulate('a * x', { x: new Float64Array(60).fill(1) }, { a: 0 }, { absolute: 0.05 });
        const values = own.map((value, row) => value + shared[clusters[row]]);
        const width = async (options: object): Promise<number> => {
            const spec = { objective: SQUARES, ...options };
            const result = await fitLaw('a * x', { x: new Float64Array(60).fill(1) }, values, spec);
            const [low, high] = endsOf(result.parameters[0].interval);
            return high - low;
        };
        const bootstrap = { replicates: 500, seed: 1 };
        for (const kind of ['rows', 'wild'] as const) {
            const ratio =
                (await width({ bootstrap: { ...bootstrap, kind }, clusters })) /
                (await width({ bootstrap: { ...bootstrap, kind } }));
            // √6 for means of six equal values, and more for the few clusters.
            expect(ratio).toBeGreaterThan(2);
            expect(ratio).toBeLessThan(4);
        }
    });

    it('lets an exponent change its sign', async () => {
        const x = gridOfRuns().N;
        const flat = simulate('E + 0 * N', { N: x }, { E: 2 }, { relative: 0.01 });
        const { parameters } = await fitLaw('K * N^a', { N: x }, flat, { bootstrap: { replicates: 200, seed: 1 } });
        const [low, high] = parameters.find(({ name }) => name === 'a')!.interval!;
        expect(low).toBeLessThan(0);
        expect(high).toBeGreaterThan(0);
    });

    it('ends early when the time allowed runs out, and says after how many refits', async () => {
        const problem = problemOf(CHINCHILLA, runs, observed, { bootstrap: { replicates: 2000, seed: 1 } });
        let refits = 0;
        const result = await fit(problem, { pause: (done) => void (refits = done), expired: () => refits > 20 });
        expect(result.draws!.count).toBeGreaterThan(20);
        expect(result.draws!.count).toBeLessThan(1000);
        const warning = result.warnings.find(({ code }) => code === 'uncertainty-cut-short');
        expect(warning?.message).toContain(`after ${result.draws!.count} of 2000 bootstrap refits`);
    });

    it('is none without rows to spare: nothing tells how large the noise is', async () => {
        const two = await fitLaw('a + b * x', { x: Float64Array.of(1, 2) }, Float64Array.of(1, 3), {
            objective: SQUARES,
            bootstrap: { replicates: 20, seed: 1 },
        });
        expect(two.draws).toBeNull();
        expect(two.parameters.map(({ interval }) => interval)).toEqual([null, null]);
        expect(two.noise).toHaveLength(0);
        expect(two.warnings).toEqual([
            {
                code: 'no-rows-to-spare',
                message:
                    '2 parameters fitted to 2 rows leave none to tell the noise from: there are no intervals. Add runs, or pin parameters.',
                parameters: ['a', 'b'],
            },
        ]);
        const oneRun = await fitLaw('a * x', { x: new Float64Array(5).fill(1) }, Float64Array.of(1, 2, 1, 2, 1), {
            objective: SQUARES,
            clusters: new Uint32Array(5),
            bootstrap: { replicates: 20, seed: 1 },
        });
        expect(oneRun.draws).toBeNull();
        expect(oneRun.warnings[0].message).toContain('All rows belong to one run');
    });

    it('reports progress and can be cancelled', async () => {
        const problem = problemOf(CHINCHILLA, runs, observed, { bootstrap: { replicates: 2000, seed: 1 } });
        const progress: number[] = [];
        const cancelled = fit(problem, {
            pause: (done, total) => {
                expect(total).toBe(2001);
                progress.push(done);
                if (done > 100) throw new Error('cancelled');
            },
        });
        await expect(cancelled).rejects.toThrow('cancelled');
        expect(progress).toEqual([...progress].sort((a, b) => a - b));
        expect(progress.at(-1)).toBeLessThan(500);
    });

    it('counts distinct configurations', () => {
        const found = findConfigurations([Float64Array.of(1, 1, 2), Float64Array.of(5, 5, 5)], 3);
        expect(found.count).toBe(2);
        expect(hasConfigurations(found, Float64Array.of(2, 1, 0), 2)).toBe(false);
        expect(hasConfigurations(found, Float64Array.of(0, 1, 2), 2)).toBe(true);
    });
});
