/** Samples of one arm in exchange for those of others, as long as more is solved, or as much for less. */
import type { Pacer } from '../../fit/pacing.js';
import { mixtureOf, type Coverage, type Mixture } from './coverage.js';
import { isBetter, type Demand } from './demand.js';
import { fill } from './greedy.js';
import { bestSingle } from './rivals.js';

/** More hardly ever find anything. */
const MOST_PASSES = 8;

/** The best that greedy steps and exchanges find. */
export async function search(coverage: Coverage, demand: Demand, pacer: Pacer): Promise<Mixture> {
    const exchange = { coverage, demand, pacer };
    const empty = new Int32Array(coverage.counts.length);
    const fromNothing = await filled(empty, exchange);
    if (!coverage.hasMoreToGain()) return fromNothing;
    const fromOne = await filled((await bestSingle(coverage, demand, pacer))?.counts ?? empty, exchange);
    return improve(isBetter(fromOne, fromNothing, demand) ? fromOne : fromNothing, exchange);
}

async function filled(counts: Int32Array, { coverage, demand, pacer }: Exchange): Promise<Mixture> {
    coverage.set(counts);
    await fill(coverage, demand, pacer);
    return mixtureOf(coverage);
}

async function improve(start: Mixture, exchange: Exchange): Promise<Mixture> {
    let best = start;
    for (let pass = 0; pass < MOST_PASSES; pass++) {
        const before = best;
        for (let arm = 0; arm < start.counts.length; arm++) {
            for (const amount of amountsOf(best.counts[arm])) {
                const other = await without(arm, amount, best, exchange);
                if (isBetter(other, best, exchange.demand)) best = other;
            }
        }
        if (best === before) break;
    }
    return best;
}

/** A few, half, and all. */
function amountsOf(count: number): number[] {
    return [...new Set([1, 2, 3, count >> 1, count])].filter((amount) => amount > 0 && amount <= count);
}

interface Exchange {
    readonly coverage: Coverage;
    readonly demand: Demand;
    readonly pacer: Pacer;
}

/** The counts with fewer samples of an arm, others taken in their place first. */
async function without(
    arm: number,
    amount: number,
    { counts }: Mixture,
    { coverage, demand, pacer }: Exchange,
): Promise<Mixture> {
    const fewer = counts.slice();
    fewer[arm] = Math.max(0, fewer[arm] - amount);
    coverage.set(fewer);
    await pacer.spend(coverage.missed.length * fewer.length);
    await fill(coverage, demand, pacer, arm);
    await fill(coverage, demand, pacer);
    return mixtureOf(coverage);
}
