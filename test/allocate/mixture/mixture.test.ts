import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsNear } from '../../../src/allocate/mixture/certificate.js';
import { Coverage } from '../../../src/allocate/mixture/coverage.js';
import { mostWithin } from '../../../src/allocate/mixture/demand.js';
import { search } from '../../../src/allocate/mixture/exchange.js';
import { findMixture } from '../../../src/allocate/mixture/mixture.js';
import { createRandom } from '../../../src/fit/random.js';
import { attemptsOf, bruteForce, freshPacer, QUIET, solvedBy, type Given } from './attempts.js';
import { oneArm, small, truth } from './cases.js';

const limits = fc.integer({ min: 1, max: 12 });

async function answerOf(given: Given, limit: number) {
    const attempts = attemptsOf(given);
    return findMixture({ attempts, demand: mostWithin(limit), seed: 0, asksHeldOut: false }, QUIET);
}

describe('findMixture', () => {
    it('finds what trying all mixtures finds, and proves it', async () => {
        await fc.assert(
            fc.asyncProperty(small, limits, async (given, limit) => {
                const attempts = attemptsOf(given);
                const answer = await findMixture(
                    { attempts, demand: mostWithin(limit), seed: 0, asksHeldOut: false },
                    QUIET,
                );
                const best = bruteForce(attempts, limit);
                if (answer === null) {
                    expect(Math.min(...given.prices)).toBeGreaterThan(limit);
                    return;
                }
                expect(answer.solved.estimate).toBeCloseTo(best.solved, 10);
                expect(answer.bound).toBeCloseTo(best.solved, 10);
                expect(solvedBy(attempts, answer.counts)).toBeCloseTo(answer.solved.estimate, 10);
                expect(answer.cost.estimate).toBeLessThanOrEqual(limit * (1 + 1e-9));
            }),
            { numRuns: 300 },
        );
    });

    it('mixes where OSCA does (Zhang et al. 2024): p = [[.5, 0], [0, .5], [.2, .2]], K = 2', async () => {
        // c = p n for a large n: the limit of many samples, where R(k) = (1 − p)^k.
        const n = 1e6;
        const right = [
            [0.5 * n, 0, 0.2 * n],
            [0, 0.5 * n, 0.2 * n],
        ];
        const answer = await answerOf({ right, drawn: n }, 2);
        expect([...answer!.counts]).toEqual([1, 1]);
        expect(answer!.solved.estimate).toBeCloseTo(0.453333, 6);
        expect(answer!.single!.solved).toBeCloseTo(0.37, 6);
        expect(answer!.uniform!.counts).toEqual(answer!.counts);
    });

    it('has no answer where not one sample fits', async () => {
        expect(await answerOf({ right: [[1, 2]], drawn: 2, prices: [3] }, 2)).toBeNull();
    });

    it('stops where more samples would add nothing, below the limit', async () => {
        const answer = await answerOf({ right: [[3, 0]], drawn: 3 }, 3);
        expect([...answer!.counts]).toEqual([1]);
        expect(answer!.isBinding).toBe(false);
    });

    it('takes what helps where there is no limit', async () => {
        const answer = (await answerOf({ right: [[3, 0, 1]], drawn: 4 }, Infinity))!;
        expect([...answer.counts]).toEqual([4]);
        expect(answer.bound).toBeCloseTo(2 / 3, 12);
        expect(answer.isBinding).toBe(false);
    });

    it('says that a limit binds where only the samples drawn are in the way of more', async () => {
        expect((await answerOf({ right: [[1, 0]], drawn: 3 }, 3))!.isBinding).toBe(false);
        expect((await answerOf({ right: [[1, 0]], drawn: 4 }, 3))!.isBinding).toBe(true);
    });

    it('stops when it is cancelled', async () => {
        const attempts = truth({ problems: 300, drawn: 40, seed: 1 });
        const pause = (): never => {
            throw new Error('cancelled');
        };
        await expect(
            findMixture({ attempts, demand: mostWithin(30), seed: 0, asksHeldOut: true }, { pause }),
        ).rejects.toThrow('cancelled');
    });
});

describe('boundsNear', () => {
    it('is exceeded by no mixture, wherever it is taken', async () => {
        const counts = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 });
        await fc.assert(
            fc.asyncProperty(small, limits, counts, async (given, limit, at) => {
                const attempts = attemptsOf(given);
                const near = Int32Array.from(attempts.arms, ({ limit: most }, arm) => Math.min(most, at[arm]));
                const { solved } = await boundsNear(near, new Coverage(attempts), mostWithin(limit), freshPacer());
                expect(solved).toBeGreaterThanOrEqual(bruteForce(attempts, limit).solved - 1e-9);
            }),
            { numRuns: 500 },
        );
    });

    it('is near the best of many problems with many samples', async () => {
        const attempts = truth({ problems: 400, drawn: 1000, seed: 3 });
        const demand = mostWithin(6);
        const { counts, solved } = await search(new Coverage(attempts), demand, freshPacer());
        const bounds = await boundsNear(counts, new Coverage(attempts), demand, freshPacer());
        expect(bounds.solved - solved).toBeGreaterThanOrEqual(0);
        expect(bounds.solved - solved).toBeLessThan(0.01);
    });
});

describe('uncertainty', () => {
    it('has the true share in its interval in about 95 % of studies', async () => {
        let inside = 0;
        const studies = 100;
        for (let seed = 0; seed < studies; seed++) {
            // One configuration with p uniform in [0, 1): nothing is chosen, and the truth of k samples is k / (k + 1).
            const attempts = oneArm({ problems: 60, drawn: 8, seed });
            const { solved } = (await findMixture(
                { attempts, demand: mostWithin(2), seed, asksHeldOut: false },
                QUIET,
            ))!;
            const [low, high] = solved.interval!;
            if (low! <= 2 / 3 && 2 / 3 <= high!) inside++;
        }
        expect(inside).toBeGreaterThanOrEqual(88);
        expect(inside).toBeLessThanOrEqual(99);
    });

    it('tells by held-out problems that choosing among what is alike flatters', async () => {
        // Twelve configurations that solve each problem by pure chance: none is better than any other.
        const random = createRandom(5);
        const right = Array.from({ length: 12 }, () =>
            Array.from({ length: 24 }, () => Number(random.uniform() < 0.5)),
        );
        const attempts = attemptsOf({ right, drawn: 1 });
        const { heldOut, solved } = (await findMixture(
            { attempts, demand: mostWithin(1), seed: 2, asksHeldOut: true },
            QUIET,
        ))!;
        expect(heldOut!.chosen).toBeGreaterThan(heldOut!.scored + 0.05);
        expect(solved.estimate).toBeGreaterThan(0.55);
        expect(Math.abs(heldOut!.scored - 0.5)).toBeLessThan(0.12);
    });

    it('is the same for the same seed', async () => {
        const attempts = truth({ problems: 40, drawn: 10, seed: 2 });
        const question = { attempts, demand: mostWithin(4), seed: 9, asksHeldOut: true };
        expect(await findMixture(question, QUIET)).toEqual(await findMixture(question, QUIET));
    });

    it('is not told of one problem', async () => {
        const answer = await answerOf({ right: [[2]], drawn: 4 }, 2);
        expect(answer!.solved.interval).toBeNull();
        expect(answer!.heldOut).toBeNull();
    });
});
