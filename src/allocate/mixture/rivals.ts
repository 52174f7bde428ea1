/** What a mixture is compared with: the best that one configuration does alone, and as many samples of each. */
import type { Pacer } from '../../fit/pacing.js';
import { mixtureOf, type Coverage, type Mixture } from './coverage.js';
import { isBetter, reaches, roomIn, type Demand } from './demand.js';

/** Counts that are tried of one. */
const TRIALS = 10;

/** Of one configuration, with the same count in every stratum; undefined where the limit leaves no sample of any. */
export async function bestSingle(coverage: Coverage, demand: Demand, pacer: Pacer): Promise<Mixture | undefined> {
    const { arms } = coverage.attempts;
    let best: Mixture | undefined;
    // Where one reaches the share, those that cost more need not be looked at.
    let within = demand;
    for (const configuration of new Set(arms.map((arm) => arm.configuration))) {
        const own = [...arms.keys()].filter((index) => arms[index].configuration === configuration);
        const single = evenly(coverage, own, within);
        if (single !== undefined && (best === undefined || isBetter(single, best, demand))) {
            best = single;
            if (reaches(single.solved, demand)) within = { ...demand, limit: single.cost };
        }
        await pacer.spend(own.length * coverage.missed.length * TRIALS);
    }
    return best;
}

/** Undefined where the limit leaves no sample of each. */
export function uniform(coverage: Coverage, demand: Demand): Mixture | undefined {
    return evenly(coverage, [...coverage.attempts.arms.keys()], demand);
}

/** As many samples of each of these arms as fit into the limit, or as few as reach the share; one at least. */
function evenly(coverage: Coverage, used: readonly number[], demand: Demand): Mixture | undefined {
    const { attempts, costs } = coverage;
    const cost = used.reduce((sum, arm) => sum + costs[arm], 0);
    const most = Math.min(...used.map((arm) => attempts.arms[arm].limit), Math.floor(roomIn(demand) / cost));
    if (!(most > 0)) return undefined;
    const ofEach = (count: number): Mixture => {
        const counts = new Int32Array(costs.length);
        for (const arm of used) counts[arm] = count;
        coverage.set(counts);
        return mixtureOf(coverage);
    };
    let [best, tooFew] = [ofEach(most), 0];
    for (let enough = most; reaches(best.solved, demand) && enough - tooFew > 1;) {
        const middle = (enough + tooFew) >> 1;
        const other = ofEach(middle);
        if (reaches(other.solved, demand)) [best, enough] = [other, middle];
        else tooFew = middle;
    }
    return best;
}
