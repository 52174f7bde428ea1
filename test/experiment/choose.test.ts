import { describe, expect, it } from 'vitest';
import { chooseRuns, costOf, type Offer } from '../../src/experiment/choose.js';
import { Moments } from '../../src/experiment/moments.js';
import { varianceLeft } from '../../src/experiment/posterior.js';
import { Pacer } from '../../src/fit/pacing.js';
import { createRandom } from '../../src/fit/random.js';
import { combined, linearDraws } from './linearLaw.js';

const PATIENT = () => new Pacer({ pause: () => undefined }, 1);

/** Twelve random runs of a law of three parameters. */
function offerOf(seed: number, changes: Partial<Offer>): Offer {
    const random = createRandom(seed);
    const row = () => Array.from({ length: 3 }, () => 2 * random.uniform() - 1);
    const law = linearDraws(3, 150, seed);
    const runs = Array.from({ length: 12 }, row);
    const moments = new Moments(
        combined(law, row()),
        runs.map((run) => combined(law, run)),
    );
    const costs = Float64Array.from(runs, () => 0.3 + random.uniform());
    return {
        moments,
        noise: 0.02,
        costs: null,
        budget: Infinity,
        most: 3,
        telling: 1e-9,
        ...(changes.budget && { costs }),
        ...changes,
    };
}

/** The least variance of all sets that fit. */
function leastOfAll(offer: Offer): number {
    let least = 1;
    for (let set = 0; set < 2 ** offer.moments.count; set++) {
        const runs = [...Array(offer.moments.count).keys()].filter((run) => set & (2 ** run));
        if (runs.length > offer.most || costOf(offer, runs) > offer.budget) continue;
        least = Math.min(least, varianceLeft(offer.moments, offer.noise, runs));
    }
    return least;
}

async function leftBy(offer: Offer): Promise<number> {
    return varianceLeft(offer.moments, offer.noise, await chooseRuns(offer, PATIENT()));
}

describe('runs chosen together', () => {
    it('are the best of all batches, or all but', async () => {
        const ratios: number[] = [];
        for (let seed = 1; seed <= 40; seed++) {
            const offer = offerOf(seed, {});
            ratios.push((await leftBy(offer)) / leastOfAll(offer));
        }
        expect(ratios.filter((ratio) => ratio < 1 + 1e-9).length).toBeGreaterThanOrEqual(36);
        expect(Math.max(...ratios)).toBeLessThan(1.15);
    });

    it('make nearly the best use of a budget', async () => {
        const ratios: number[] = [];
        for (let seed = 1; seed <= 40; seed++) {
            const offer = offerOf(seed, { budget: 2.5, most: 12 });
            ratios.push((await leftBy(offer)) / leastOfAll(offer));
        }
        expect(ratios.filter((ratio) => ratio < 1.02).length).toBeGreaterThanOrEqual(28);
        expect(Math.max(...ratios)).toBeLessThan(1.4);
    });

    it('never cost more than the budget, nor come twice, and tell more the more may be spent', async () => {
        let before = 1;
        for (const budget of [0.8, 1.6, 3.2, 6.4]) {
            const offer = offerOf(5, { budget, most: 12 });
            const runs = await chooseRuns(offer, PATIENT());
            expect(new Set(runs).size).toBe(runs.length);
            expect(costOf(offer, runs)).toBeLessThanOrEqual(budget * (1 + 1e-9));
            const left = varianceLeft(offer.moments, offer.noise, runs);
            expect(left).toBeLessThanOrEqual(before);
            before = left;
        }
    });

    it('are worth their while, each beside all others, where that is asked', async () => {
        const offer = offerOf(4, { budget: 100, most: 12, telling: 0.05 });
        const runs = await chooseRuns(offer, PATIENT());
        expect(runs.length).toBeGreaterThan(1);
        const all = varianceLeft(offer.moments, offer.noise, runs);
        for (const run of runs) {
            const without = varianceLeft(
                offer.moments,
                offer.noise,
                runs.filter((each) => each !== run),
            );
            expect(1 - all / without).toBeGreaterThan(0.05 - 1e-9);
        }
    });

    it('begin with the one that tells most for its cost', async () => {
        const offer = offerOf(11, { budget: 3, most: 12 });
        const runs = await chooseRuns(offer, PATIENT());
        const worth = (run: number) => (1 - varianceLeft(offer.moments, offer.noise, [run])) / offer.costs![run]!;
        expect(worth(runs[0]!)).toBe(Math.max(...runs.map(worth)));
    });
});
