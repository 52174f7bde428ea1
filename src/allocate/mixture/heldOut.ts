/**
 * Counts chosen on one half of the problems and scored on the other: what is chosen and scored on the same problems is flattered.
 * Halves are drawn within strata, several times, and each half serves for both.
 */
import type { Pacer } from '../../fit/pacing.js';
import { createRandom, type Random } from '../../fit/random.js';
import { attemptsAt, type Attempts } from './attempts.js';
import { Coverage, type Mixture } from './coverage.js';
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
}

const SPLITS = 5;
/** In fewer problems there is nothing to halve. */
const FEWEST_PROBLEMS = 8;

/** Null for too few problems. */
export async function heldOutCheck(
    attempts: Attempts,
    limit: number,
    seed: number,
    pacer: Pacer,
): Promise<HeldOut | null> {
    if (attempts.problems < FEWEST_PROBLEMS) return null;
    const random = createRandom(seed);
    let [chosen, scored, single] = [0, 0, 0];
    for (let split = 0; split < SPLITS; split++) {
        const halves = halve(attempts, random).map((half) => new Coverage(attemptsAt(attempts, half, attempts.problems)));
        for (const [own, other] of [halves, [halves[1], halves[0]]]) {
            const mixture = await search(own, limit, pacer);
            const alone = await bestSingle(own, limit, pacer);
            chosen += mixture.solved;
            scored += solvedAt(other, mixture);
            single += alone === undefined ? 0 : solvedAt(other, alone);
        }
    }
    const halves = 2 * SPLITS;
    return { halves, chosen: chosen / halves, scored: scored / halves, single: single / halves };
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

function solvedAt(coverage: Coverage, { counts }: Mixture): number {
    coverage.set(counts);
    return coverage.solved();
}
