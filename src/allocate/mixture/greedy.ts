/**
 * The next sample is the one that solves most for its cost, of what is still to be solved. A gain can only fall as samples are added
 * (the share solved is submodular, and so is its minimum with a constant: Wolsey 1982), so one that was computed earlier is an upper
 * bound, and few are computed anew at each step (Minoux 1978).
 */
import type { Pacer } from '../../fit/pacing.js';
import type { Coverage } from './coverage.js';
import { reaches, roomIn, type Demand } from './demand.js';

/**
 * Adds samples as long as any is asked for, fits into the limit and gains something. `bound`: of each arm, what a sample adds for its
 * cost, or more; kept up to date.
 */
export async function fill(
    coverage: Coverage,
    demand: Demand,
    pacer: Pacer,
    bound = new Float64Array(coverage.costs.length).fill(Infinity),
): Promise<void> {
    const { arms } = coverage.attempts;
    const isFresh = new Uint8Array(arms.length);
    let left = roomIn(demand) - coverage.cost();
    let solved = coverage.solved();
    for (let arm = largest(bound); bound[arm] > 0 && !reaches(solved, demand); arm = largest(bound)) {
        if (coverage.costs[arm] > left || !coverage.hasRoom(arm)) bound[arm] = 0;
        else if (isFresh[arm] === 1) {
            coverage.add(arm);
            solved = coverage.solved();
            left -= coverage.costs[arm];
            isFresh.fill(0);
        } else {
            bound[arm] = Math.min(coverage.gainOf(arm), demand.share - solved) / coverage.costs[arm];
            isFresh[arm] = 1;
        }
        const pause = pacer.spend(arms.length + coverage.missed.length);
        if (pause !== undefined) await pause;
    }
}

/** The first of the largest. */
function largest(values: Float64Array): number {
    let best = 0;
    for (let index = 1; index < values.length; index++) if (values[index] > values[best]) best = index;
    return best;
}
