/**
 * Which of many candidates to run together. The best first run, then the best beside it, and so on; then each is exchanged for
 * whatever is better beside the others, until none is (Fedorov 1972, "Theory of Optimal Experiments", chapter 3). Under a budget
 * the best first is the one that tells most, or most for its cost: both are followed, from several first runs, and the best end
 * is taken (Khuller, Moss and Naor 1999, Inf. Process. Lett. 70).
 */
import type { Pacer } from '../fit/pacing.js';
import type { Moments } from './moments.js';
import { Posterior } from './posterior.js';

export interface Offer {
    readonly moments: Moments;
    /** Variance of what one run measures about the law, > 0. */
    readonly noise: number;
    /** One for each candidate, > 0; null where nothing is said of cost. */
    readonly costs: Float64Array | null;
    /** What all runs together may cost. */
    readonly budget: number;
    /** How many runs there may be. */
    readonly most: number;
    /** The share of the variance that a run must take to be worth its while. */
    readonly telling: number;
}

/** A budget that is met to rounding is met. */
export const SLACK = 1 + 1e-9;
/** What is better by less is as good. */
const BETTER = 1 + 1e-6;
const MOST_ROUNDS = 20;
const STARTS = 16;
/** Covariances over some hundred draws. */
const OPERATIONS_PER_CANDIDATE = 300;

/** Indices of the candidates, each at most once, in the order in which they are best begun. */
export async function chooseRuns(offer: Offer, pacer: Pacer): Promise<number[]> {
    const ways = offer.costs === null ? [byGain] : [byGain, byGainOverCost];
    let best: number[] = [];
    let least = Infinity;
    for (const worth of ways) {
        for (const first of await firstRuns(offer, worth, pacer)) {
            const begun = await fill(offer, [first], worth, pacer);
            const runs = withoutIdle(offer, await exchanged(offer, begun, pacer));
            const { variance } = posteriorOf(offer, runs);
            if (variance < least) [best, least] = [runs, variance];
        }
    }
    return inOrder(offer, best);
}

/** With which runs to begin in turn, few where many follow: the best, the best beside it … */
async function firstRuns(offer: Offer, worth: Worth, pacer: Pacer): Promise<number[]> {
    const most = Math.ceil(STARTS / Math.sqrt(offer.most));
    const runs = await fill({ ...offer, most, budget: Infinity }, [], worth, pacer);
    return runs.filter((run) => costOf(offer, [run]) <= offer.budget * SLACK);
}

/** What a candidate is worth that lowers the variance by so much. */
type Worth = (offer: Offer, gain: number, candidate: number) => number;

const byGain: Worth = (_, gain) => gain;
const byGainOverCost: Worth = ({ costs }, gain, candidate) => gain / (costs?.[candidate] ?? 1);

/** Goes on from some runs as long as there is place and budget for one that tells something. */
async function fill(offer: Offer, begun: readonly number[], worth: Worth, pacer: Pacer): Promise<number[]> {
    const runs = [...begun];
    const posterior = posteriorOf(offer, runs);
    while (runs.length < offer.most) {
        const next = bestBeside(offer, runs, (candidate) => {
            const gain = posterior.gainOf(candidate);
            return gain > offer.telling * posterior.variance ? worth(offer, gain, candidate) : 0;
        });
        if (next === undefined) break;
        posterior.observe(next);
        runs.push(next);
        await pacer.spend(offer.moments.count * OPERATIONS_PER_CANDIDATE);
    }
    return runs;
}

/** Of those that are worth anything and that the runs leave a budget for. */
function bestBeside(
    { moments, costs, budget }: Offer,
    runs: readonly number[],
    worthOf: (candidate: number) => number,
): number | undefined {
    const left = budget * SLACK - costOf({ costs }, runs);
    let best: number | undefined;
    let most = 0;
    for (let candidate = 0; candidate < moments.count; candidate++) {
        if (costs !== null && costs[candidate] > left) continue;
        const worth = worthOf(candidate);
        if (worth > most && !runs.includes(candidate)) [best, most] = [candidate, worth];
    }
    return best;
}

async function exchanged(offer: Offer, begun: readonly number[], pacer: Pacer): Promise<number[]> {
    let runs = [...begun];
    let posterior = posteriorOf(offer, runs);
    for (let round = 0; round < MOST_ROUNDS; round++) {
        const before = runs;
        for (let place = 0; place < runs.length; place++) {
            const better = await withBetterAt(offer, runs, posterior, place, pacer);
            if (better !== runs) posterior = posteriorOf(offer, better);
            runs = better;
            await pacer.spend(offer.moments.count * OPERATIONS_PER_CANDIDATE);
        }
        if (runs === before) break;
    }
    return runs;
}

/** Without those, one after the other, that are not worth their while beside all others. */
function withoutIdle(offer: Offer, runs: readonly number[]): number[] {
    const posterior = posteriorOf(offer, runs);
    const gains = runs.map((run) => posterior.gainsWithout(run)[run]);
    const least = gains.indexOf(Math.min(...gains));
    const isIdle = runs.length > 1 && gains[least] < offer.telling * (posterior.variance + gains[least]);
    return isIdle
        ? withoutIdle(
              offer,
              runs.filter((_, index) => index !== least),
          )
        : [...runs];
}

/** The same runs where none is better at a place; what a cheaper one leaves of the budget is spent, too. */
async function withBetterAt(
    offer: Offer,
    runs: number[],
    posterior: Posterior,
    place: number,
    pacer: Pacer,
): Promise<number[]> {
    const gains = posterior.gainsWithout(runs[place]);
    const others = runs.filter((_, index) => index !== place);
    const best = bestBeside(offer, others, (candidate) => gains[candidate]);
    const isBetter = best !== undefined && gains[best] > BETTER * gains[runs[place]];
    return isBetter ? fill(offer, [...others, best], byGain, pacer) : runs;
}

/** One at a time, each the best for its cost beside those before it. */
function inOrder(offer: Offer, runs: readonly number[]): number[] {
    const posterior = posteriorOf(offer, []);
    const waiting = new Set(runs);
    const ordered: number[] = [];
    while (waiting.size > 0) {
        const value = (run: number) => byGainOverCost(offer, posterior.gainOf(run), run);
        const next = [...waiting].reduce((best, run) => (value(run) > value(best) ? run : best));
        posterior.observe(next);
        waiting.delete(next);
        ordered.push(next);
    }
    return ordered;
}

function posteriorOf({ moments, noise }: Offer, runs: readonly number[]): Posterior {
    return new Posterior(moments, noise, runs);
}

export function costOf({ costs }: Pick<Offer, 'costs'>, runs: readonly number[]): number {
    return costs === null ? 0 : runs.reduce((sum, run) => sum + costs[run], 0);
}
