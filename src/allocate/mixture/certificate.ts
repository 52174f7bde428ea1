/**
 * What no mixture can exceed. With Q = e^(−θk) for the unbiased chances R of being wrong, ∏Q − ∏R ≤ Σ (Q − R)⁺ because all lie in
 * [0, 1]; so the share solved is at most
 *
 *     f_Q(k) + Σₛ dₛ(kₛ),   dₛ(k) = meanᵢ (Q − R)⁺.
 *
 * f_Q is concave: it lies below its tangent at any a, of slopes g. With a price λ ≥ 0 (Lagrange) what remains is one maximum over whole
 * counts for each arm s of cost wₛ, and the share solved is at most A(λ) + λ w·k,
 *
 *     A(λ) = f_Q(a) − λ w·a + Σₛ maxₖ [ (gₛ − λ wₛ)(k − aₛ) + dₛ(k) ].
 *
 * So within a limit B no mixture solves more than A(λ) + λ B, and none that solves a share costs less than (share − A(λ)) / λ. Every λ,
 * a and θ give a bound. At the optimum of f_Q the slopes of the arms in use are λ w.
 */
import type { Pacer } from '../../fit/pacing.js';
import type { Arm } from './attempts.js';
import type { Coverage } from './coverage.js';
import { roomIn, type Demand } from './demand.js';
import type { Bounds } from './exact.js';
import { logMissing } from './missing.js';
import { powersOf } from './powers.js';
import { Relaxation } from './relaxation.js';

/** Counts are looked at one by one up to here, and from here on in blocks, each so much longer than the one before. */
const LOOKED_AT = 64;
const GROWTH = 1.05;
const PRICES = 60;
/** Counted work: an exponential, and how many of them the powers of a problem take. */
const EXPONENTIAL = 5;
const CHANCES = 50;
/** More than rounding takes from a bound of a share: a small price divides by it. */
const ROUNDING = 1e-12;
/** Lost in the rounding of a share. */
const NOTHING = 1e-17;

interface Excess {
    /** The last count of each block: 0, 1, 2, … */
    readonly blocks: Int32Array;
    /** d(k) in each block of counts, or more. */
    readonly excess: Float64Array;
}

interface ArmBound extends Excess {
    readonly cost: number;
    readonly at: number;
    /** What more adds, at a. */
    readonly slope: number;
}

/** Of mixtures within the limit; near the counts of a good one they are tight. */
export async function boundsNear(
    counts: Int32Array,
    coverage: Coverage,
    within: Pick<Demand, 'limit' | 'share'>,
    pacer: Pacer,
): Promise<Bounds> {
    const { arms } = coverage.attempts;
    let best: Bounds = { solved: coverage.attainable(), cost: 0 };
    const limit = Math.min(within.limit, coverage.cost());
    const ends = arms.map((arm, index) => Math.min(arm.limit, Math.floor(roomIn({ limit }) / coverage.costs[index])));
    const powers: Float64Array[] = [];
    for (const [index, arm] of arms.entries()) {
        const at = { arm, count: counts[index], most: ends[index], others: othersOf(index, counts, coverage) };
        powers.push(powersOf(at, coverage.logFactorial));
        await pacer.spend(arm.problems.length * CHANCES * EXPONENTIAL);
    }
    const relaxation = new Relaxation(coverage, counts, powers, limit);
    const way = await relaxation.maximise(pacer);
    const excesses: Excess[] = [];
    for (const [index, arm] of arms.entries()) {
        const blocks = blocksUpTo(ends[index]);
        excesses.push({ blocks, excess: excessOf(arm, powers[index], blocks, coverage) });
        await pacer.spend(arm.problems.length * blocks.length * EXPONENTIAL);
    }
    for (const place of withMiddles(way)) {
        relaxation.set(place);
        const { solved, cost } = boundsAt(relaxation, coverage.costs, excesses, { ...within, limit });
        best = { solved: Math.min(best.solved, solved), cost: Math.max(best.cost, cost) };
        await pacer.spend(4 * PRICES * excesses.reduce((sum, { blocks }) => sum + blocks.length, 0));
    }
    return best;
}

/** Places, and those halfway from each to the last. */
function withMiddles(way: readonly Float64Array[]): Float64Array[] {
    const last = way[way.length - 1];
    return way.flatMap((place) => [place, place.map((count, arm) => (count + last[arm]) / 2)]);
}

/** By the tangent at the relaxation's counts. */
function boundsAt(
    relaxation: Relaxation,
    costs: Float64Array,
    excesses: readonly Excess[],
    { limit, share }: Pick<Demand, 'limit' | 'share'>,
): Bounds {
    const bounds = excesses.map((excess, arm): ArmBound => {
        return { ...excess, cost: costs[arm], at: relaxation.counts[arm], slope: relaxation.slopes[arm] };
    });
    const [solved, spent] = [relaxation.solved(), relaxation.cost()];
    const valueAt = (price: number): number =>
        solved - price * spent + bounds.reduce((sum, each) => sum + termOf(each, price), 0);
    const highest = highestPrice(bounds);
    return {
        solved: minimum((price) => valueAt(price) + price * limit, highest),
        cost: -minimum((price) => (price > 0 ? (valueAt(price) + ROUNDING - share) / price : 0), highest),
    };
}

/** Of each problem of an arm, the chance that all samples of the others are wrong. */
function othersOf(arm: number, counts: Int32Array, coverage: Coverage): Float64Array {
    const others = counts.slice();
    others[arm] = 0;
    coverage.set(others);
    return Float64Array.from(coverage.attempts.arms[arm].problems, (problem) => coverage.missed[problem]);
}

function blocksUpTo(most: number): Int32Array {
    const ends: number[] = [];
    for (let end = 0; end < most; end = end < LOOKED_AT ? end + 1 : Math.ceil(end * GROWTH)) ends.push(end);
    return Int32Array.from([...ends, most]);
}

/** d(k) = meanᵢ (e^(−θk) − R)⁺; in a block of counts, e^(−θk) at its first and R at its last. */
function excessOf(arm: Arm, powers: Float64Array, blocks: Int32Array, coverage: Coverage): Float64Array {
    const { drawn, right } = arm;
    const { logFactorial, missed } = coverage;
    const excess = new Float64Array(blocks.length);
    for (let i = 0; i < drawn.length; i++) {
        if (powers[i] === 0) continue;
        for (let block = 0; block < blocks.length; block++) {
            const wrong = Math.exp(-powers[i] * (block === 0 ? 0 : blocks[block - 1] + 1));
            if (wrong < NOTHING) break;
            const missing = Math.exp(logMissing(drawn[i], right[i], blocks[block], logFactorial));
            excess[block] += Math.max(0, wrong - missing) / missed.length;
        }
    }
    return excess;
}

/** maxₖ [ (g − λw)(k − a) + d(k) ] */
function termOf({ cost, at, slope, blocks, excess }: ArmBound, price: number): number {
    const net = slope - price * cost;
    let most = -Infinity;
    for (let block = 0; block < blocks.length; block++) {
        const first = block === 0 ? 0 : blocks[block - 1] + 1;
        most = Math.max(most, net * ((net > 0 ? blocks[block] : first) - at) + excess[block]);
    }
    return most;
}

function highestPrice(bounds: readonly ArmBound[]): number {
    return Math.max(0, ...bounds.map(({ cost, slope }) => slope / cost));
}

/** Golden section between 0 and a price at which nothing is worth its cost; any price gives a bound. */
function minimum(boundAt: (price: number) => number, highest: number): number {
    const golden = (Math.sqrt(5) - 1) / 2;
    let [low, high] = [0, highest];
    let best = Math.min(boundAt(low), boundAt(high));
    for (let step = 0; step < PRICES; step++) {
        const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
        const [atLeft, atRight] = [boundAt(left), boundAt(right)];
        if (atLeft < atRight) high = right;
        else low = left;
        best = Math.min(best, atLeft, atRight);
    }
    return best;
}
