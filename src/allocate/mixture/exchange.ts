/** Samples of one arm in exchange for those of others, as long as more is solved, or as much for less. */
import type { Pacer } from '../../fit/pacing.js';
import { mixtureOf, type Coverage, type Mixture, type Samples } from './coverage.js';
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
    /** Arms that were tried in vain since the mixture last changed. */
    const settled = new Set<number>();
    for (let pass = 0; pass < MOST_PASSES && settled.size < start.counts.length; pass++) {
        for (let arm = 0; arm < start.counts.length; arm++) {
            if (settled.has(arm)) continue;
            const other = await exchanged(arm, best, exchange);
            if (other === best) settled.add(arm);
            else settled.clear();
            best = other;
        }
    }
    return best;
}

/** With fewer samples of an arm, where that is better. */
async function exchanged(arm: number, start: Mixture, exchange: Exchange): Promise<Mixture> {
    let best = start;
    let others: Others | undefined;
    for (const amount of amountsOf(start.counts[arm])) {
        others ??= await othersOf(arm, best, exchange);
        const other = await refilled(arm, Math.max(0, best.counts[arm] - amount), others, exchange);
        if (isBetter(other, best, exchange.demand)) [best, others] = [other, undefined];
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

/** A mixture without one of its arms, and what a sample of each arm would add to it for its cost. */
interface Others {
    readonly samples: Samples;
    readonly gains: Float64Array;
}

async function othersOf(arm: number, { counts }: Mixture, { coverage, pacer }: Exchange): Promise<Others> {
    coverage.set(counts.map((count, index) => (index === arm ? 0 : count)));
    await pacer.spend(coverage.missed.length * counts.length);
    return { samples: coverage.samples(), gains: coverage.costs.map((cost, index) => coverage.gainOf(index) / cost) };
}

/** So many samples of an arm beside the others, and others taken first, in the place of more. */
async function refilled(arm: number, count: number, others: Others, exchange: Exchange): Promise<Mixture> {
    const { coverage, demand, pacer } = exchange;
    coverage.restore(others.samples);
    coverage.take(arm, count);
    const gains = others.gains.map((gain, index) => (index === arm ? 0 : gain));
    await fill(coverage, demand, pacer, gains);
    await fill(coverage, demand, pacer, others.gains.slice());
    return mixtureOf(coverage);
}
