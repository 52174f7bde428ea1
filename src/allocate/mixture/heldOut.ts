/**
 * Counts chosen on one half of the problems and scored on the other: what is chosen and scored on the same problems is flattered.
 * Halves are drawn within strata, several times, and each half serves for both.
 */
import type { Pacer } from '../../fit/pacing.js';
import { createRandom, type Random } from '../../fit/random.js';
import { attemptsAt, type Attempts } from './attempts.js';
import { Coverage, mixtureOf, type Mixture } from './coverage.js';
import type { Demand } from './demand.js';
import { search } from './exchange.js';
import { bestSingle } from './rivals.js';

export interface HeldOut {
    /** How many halves were chosen on. */
    readonly halves: number;
    /** The mean share solved of the halves that were chosen on, and of those that were not. */
    readonly chosen: number;
    readonly scored: number;
    /** Of the best single configuration, chosen and scored on the same halves. */
    readonly single: number;
    /** What a problem that was not chosen on costs in the mean: of the mixture, and of the single configuration. */
    readonly cost: number;
    readonly singleCost: number;
}

const SPLITS = 5;
/** In fewer problems there is nothing to halve. */
const FEWEST_PROBLEMS = 8;

/** Null for too few problems. */
export async function heldOutCheck(
    attempts: Attempts,
    demand: Demand,
    seed: number,
    pacer: Pacer,
): Promise<HeldOut | null> {
    if (attempts.problems < FEWEST_PROBLEMS) return null;
    const random = createRandom(seed);
    const sums = { chosen: 0, scored: 0, single: 0, cost: 0, singleCost: 0 };
    for (let split = 0; split < SPLITS; split++) {
        const halves = halve(attempts, random).map(
            (half) => new Coverage(attemptsAt(attempts, half, attempts.problems)),
        );
        for (const [own, other] of [halves, [halves[1], halves[0]]]) {
            const mixture = await search(own, demand, pacer);
            const alone = await bestSingle(own, demand, pacer);
            const [scored, single] = [mixture, alone].map((each) => mixtureAt(other, each));
            sums.chosen += mixture.solved;
            sums.scored += scored.solved;
            sums.single += single.solved;
            sums.cost += scored.cost;
            sums.singleCost += single.cost;
        }
    }
    const halves = 2 * SPLITS;
    const mean = (sum: number): number => sum / halves;
    const { chosen, scored, single, cost, singleCost } = sums;
    return {
        halves,
        chosen: mean(chosen),
        scored: mean(scored),
        single: mean(single),
        cost: mean(cost),
        singleCost: mean(singleCost),
    };
}

/** The same counts on other problems; none where there was no mixture. */
function mixtureAt(coverage: Coverage, mixture: Mixture | undefined): Mixture {
    coverage.set(mixture?.counts ?? new Int32Array(coverage.counts.length));
    return mixtureOf(coverage);
}

function halve({ problems, arms }: Attempts, random: Random): [Int32Array, Int32Array] {
    const stratum = new Int32Array(problems);
    arms.forEach((arm, index) => arm.problems.forEach((problem) => (stratum[problem] = index)));
    const order = shuffled(problems, random).sort((a, b) => stratum[a] - stratum[b]);
    const half = (side: number): Int32Array => order.filter((_, place) => place % 2 === side).sort();
    return [half(0), half(1)];
}

/** Fisher and Yates. */
function shuffled(count: number, random: Random): Int32Array {
    const order = Int32Array.from({ length: count }, (_, index) => index);
    for (let last = count - 1; last > 0; last--) {
        const other = random.below(last + 1);
        [order[last], order[other]] = [order[other], order[last]];
    }
    return order;
}
