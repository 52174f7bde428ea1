import { describe, expect, it } from 'vitest';
import { fit } from '../../src/fit/fit.js';
import { findConfigurations, hasConfigurations } from '../../src/fit/configurations.js';
import { CHINCHILLA, fitLaw, gridOfRuns, problemOf, simulate } from './support/problems.js';

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

    it('agrees with the standard error of a mean', async () => {
        const values = simulate('a * x', { x: new Float64Array(400).fill(1) }, { a: 5 }, { absolute: 0.5 });
        const { parameters } = await fitLaw('a * x', { x: new Float64Array(400).fill(1) }, values, {
            objective: { kind: 'squares', ofLog: false },
            bootstrap: { replicates: 2000, seed: 3 },
        });
        const mean = values.reduce((sum, v) => sum + v, 0) / 400;
        const deviation = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / 400);
        const [low, high] = parameters[0].interval!;
        expect(parameters[0].estimate).toBeCloseTo(mean, 9);
        expect((high - low) / (2 * 1.96 * (deviation / 20))).toBeCloseTo(1, 0.8);
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
