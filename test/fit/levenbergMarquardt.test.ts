/** The package ml-levenberg-marquardt as an independent second opinion on our own solver. */
import { describe, expect, it } from 'vitest';
import { CHINCHILLA, estimatesOf, fitLaw, gridOfRuns, simulate, SQUARES } from './support/problems.js';

const runs = gridOfRuns();
const truth = { E: 1.69, A: 406.4, alpha: 0.34, B: 410.7, beta: 0.28 };

describe('solver lm', () => {
    it.each([0, 0.01])('agrees with the default solver at noise %d', async (relative) => {
        const observed = simulate(CHINCHILLA, runs, truth, { relative });
        for (const ofLog of [false, true]) {
            const objective = { ...SQUARES, ofLog };
            const ours = estimatesOf(await fitLaw(CHINCHILLA, runs, observed, { objective }));
            const theirs = estimatesOf(await fitLaw(CHINCHILLA, runs, observed, { objective, solver: 'lm' }));
            for (const name of Object.keys(truth)) expect(theirs[name] / ours[name]).toBeCloseTo(1, 4);
        }
    });

    it('keeps pinned parameters and bounds', async () => {
        const observed = simulate(CHINCHILLA, runs, truth, { relative: 0.01 });
        const specs = { E: { pinned: 1.7 }, alpha: { lower: 0, upper: 0.3 } };
        const result = await fitLaw(CHINCHILLA, runs, observed, { objective: SQUARES, solver: 'lm', specs });
        expect(estimatesOf(result)).toMatchObject({ E: 1.7, alpha: 0.3 });
    });

    it('refuses other objectives', async () => {
        const observed = simulate(CHINCHILLA, runs, truth);
        await expect(fitLaw(CHINCHILLA, runs, observed, { solver: 'lm' })).rejects.toThrow('not huber');
    });
});
