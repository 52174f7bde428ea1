/** The cheapest mixture that solves a share of the problems. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsNear } from '../../../src/allocate/mixture/certificate.js';
import { Coverage } from '../../../src/allocate/mixture/coverage.js';
import { cheapestFor, mostWithin } from '../../../src/allocate/mixture/demand.js';
import { search } from '../../../src/allocate/mixture/exchange.js';
import { findMixture } from '../../../src/allocate/mixture/mixture.js';
import type { Attempts } from '../../../src/allocate/mixture/attempts.js';
import { attemptsOf, cheapestOf, freshPacer, QUIET, solvedBy } from './attempts.js';
import { small, strata, truth } from './cases.js';

const shares = fc.double({ min: 0.01, max: 1, noNaN: true });

function cheapest(attempts: Attempts, share: number, asksHeldOut = false) {
    return findMixture({ attempts, demand: cheapestFor(share), seed: 3, asksHeldOut }, QUIET);
}

describe('the cheapest mixture for a share', () => {
    it.each([
        ['configurations', small.map(attemptsOf)],
        ['strata', strata],
    ])('is what trying all mixtures finds, and is proven (%s)', async (_, cases) => {
        await fc.assert(
            fc.asyncProperty(cases, shares, async (attempts, share) => {
                const [answer, best] = [await cheapest(attempts, share), cheapestOf(attempts, share)];
                if (answer === null || best === undefined) {
                    expect([answer, best]).toEqual([null, undefined]);
                    return;
                }
                expect(answer.cost.estimate).toBeCloseTo(best.cost, 9);
                expect(answer.bound).toBeCloseTo(best.cost, 9);
                expect(solvedBy(attempts, answer.counts)).toBeGreaterThanOrEqual(share - 1e-10);
                expect(answer.counts.every((count, arm) => count <= attempts.arms[arm].limit)).toBe(true);
            }),
            { numRuns: 400 },
        );
    });

    it('costs what the most within that cost needs: within it the share is solved, within less it is not', async () => {
        await fc.assert(
            fc.asyncProperty(small, shares, async (given, share) => {
                const attempts = attemptsOf(given);
                const answer = await cheapest(attempts, share);
                if (answer === null || answer.cost.estimate === 0) return;
                const within = async (limit: number) => {
                    const question = { attempts, demand: mostWithin(limit), seed: 3, asksHeldOut: false };
                    return (await findMixture(question, QUIET))?.solved.estimate ?? 0;
                };
                expect(await within(answer.cost.estimate)).toBeGreaterThanOrEqual(share - 1e-9);
                expect(await within(answer.cost.estimate * (1 - 1e-6))).toBeLessThan(share);
            }),
            { numRuns: 200 },
        );
    });

    it('has a bound that no mixture undercuts, wherever it is taken', async () => {
        const counts = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 4, maxLength: 4 });
        await fc.assert(
            fc.asyncProperty(small, shares, counts, async (given, share, at) => {
                const attempts = attemptsOf(given);
                const best = cheapestOf(attempts, share);
                if (best === undefined) return;
                const near = Int32Array.from(attempts.arms, ({ limit }, arm) => Math.min(limit, at[arm]));
                const within = { limit: best.cost, share };
                const { cost } = await boundsNear(near, new Coverage(attempts), within, freshPacer());
                expect(cost).toBeLessThanOrEqual(best.cost * (1 + 1e-9));
            }),
            // Rounding over a small price had put the bound beyond what the one sample costs.
            { numRuns: 400, examples: [[{ drawn: 1, right: [[1]], prices: [1] }, 1, [0, 0, 0, 0]]] },
        );
    });

    it('is found nearly by exchanges alone, and is near its bound', async () => {
        const attempts = truth({ problems: 400, drawn: 1000, seed: 3 });
        const demand = cheapestFor(0.6);
        const { counts, cost } = await search(new Coverage(attempts), demand, freshPacer());
        const bounds = await boundsNear(counts, new Coverage(attempts), { limit: cost, share: 0.6 }, freshPacer());
        expect(bounds.cost).toBeLessThanOrEqual(cost);
        expect(bounds.cost).toBeGreaterThan(0.9 * cost);
    });

    it('has none where all samples do not reach the share', async () => {
        const attempts = attemptsOf({ right: [[3, 0]], drawn: 3 });
        expect(await cheapest(attempts, 0.51)).toBeNull();
        expect([...(await cheapest(attempts, 0.5))!.counts]).toEqual([1]);
    });

    it('is nothing at all where nothing is to be solved', async () => {
        const answer = (await cheapest(attemptsOf({ right: [[3, 1]], drawn: 3 }), 0))!;
        expect([answer.cost.estimate, answer.isBinding]).toEqual([0, false]);
        expect(answer.single!.cost).toBe(1);
    });

    it('saves what single configurations cost more, and tells none that does not reach the share', async () => {
        const attempts = attemptsOf({
            right: [
                [9, 0, 5],
                [0, 9, 5],
            ],
            drawn: 10,
            prices: [1, 2],
        });
        const answer = (await cheapest(attempts, 0.9))!;
        expect(answer.single).toBeNull();
        expect(answer.uniform!.cost).toBe(6);
        expect(answer.uniform!.ahead.estimate).toBeCloseTo(6 - answer.cost.estimate, 12);
        expect((await cheapest(attempts, 0.5))!.single!.cost).toBe(2);
    });

    it('tells by held-out problems what the share becomes, and what it costs', async () => {
        const { heldOut, solved } = (await cheapest(truth({ problems: 60, drawn: 20, seed: 5 }), 0.5, true))!;
        expect(solved.interval![0]).toBeLessThan(0.5);
        expect(heldOut!.chosen).toBeGreaterThanOrEqual(0.5);
        expect(heldOut!.cost).toBeLessThanOrEqual(heldOut!.singleCost);
        expect(Math.abs(heldOut!.scored - 0.5)).toBeLessThan(0.1);
    });
});
