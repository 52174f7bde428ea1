/**
 * The mixture of sample counts that solves most problems within a cost (Zhang et al. 2024, OSCA, eq. 1), or that solves a share of them
 * for the least cost.
 */
import { Pacer } from '../../fit/pacing.js';
import type { Interval } from '../../fit/result.js';
import type { Patience } from '../../fit/problem.js';
import type { Difference, Estimate } from '../result.js';
import { type Attempts } from './attempts.js';
import { boundsNear } from './certificate.js';
import { Coverage, type Mixture } from './coverage.js';
import { isBetter, mostWithin, reaches, roomIn, type Demand } from './demand.js';
import { prove, type Proof } from './exact.js';
import { search } from './exchange.js';
import { heldOutCheck, type HeldOut } from './heldOut.js';
import { intervalsOfMeans, solvedByProblem, spentByProblem } from './resampled.js';
import { bestSingle, uniform } from './rivals.js';

export interface MixtureQuestion {
    readonly attempts: Attempts;
    readonly demand: Demand;
    readonly seed: number;
    readonly asksHeldOut: boolean;
}

export interface Rival {
    readonly counts: Int32Array;
    readonly solved: number;
    readonly cost: number;
    /** By how much more the mixture solves, or by how much less it costs, problem by problem. */
    readonly ahead: Difference;
}

export interface MixtureAnswer {
    /** Samples of each arm. */
    readonly counts: Int32Array;
    /** The expected share of problems with at least one right sample. */
    readonly solved: Estimate;
    /** The mean cost of a problem. */
    readonly cost: Estimate;
    /** No mixture within the limit solves more, or none that solves the share costs less; where it is the mixture's own, it is proven the best. */
    readonly bound: number;
    /** Whether another limit, or another share, would have another answer. */
    readonly isBinding: boolean;
    /** Null where the limit leaves no sample of any configuration, or none of each; where they do not reach the share. */
    readonly single: Rival | null;
    readonly uniform: Rival | null;
    /** Null where it is not asked for, and for too few problems. */
    readonly heldOut: HeldOut | null;
}

/** Shares that differ by less are told as the same, and so are costs, relatively. */
const ALIKE = 1e-9;

/**
 * Null where not one sample fits into the limit, or all there are do not reach the share.
 *
 * @throws only what `patience.pause` throws, when the work was cancelled.
 */
export async function findMixture(question: MixtureQuestion, patience: Patience): Promise<MixtureAnswer | null> {
    const { attempts, demand, seed, asksHeldOut } = question;
    const coverage = new Coverage(attempts);
    if (!canBegin(coverage, demand)) return null;
    const pacer = new Pacer(patience, 1);
    const proof = await certify(await search(coverage, demand, pacer), coverage, demand, pacer);
    const best = demand.aim === 'cost' ? await mostForItsCost(proof, coverage, pacer) : proof.best;
    const rivals = [await bestSingle(coverage, demand, pacer), uniform(coverage, demand)].map((rival) =>
        rival === undefined || (demand.aim === 'cost' && !reaches(rival.solved, demand)) ? null : rival,
    );
    const leads = rivals.map((rival) => leadsOf(best, rival ?? best, question));
    const rows = [solvedByProblem(attempts, best.counts), spentByProblem(attempts, best.counts), ...leads];
    const [solved, cost, ...intervals] = await intervalsOfMeans(rows, seed, pacer);
    const [single, even] = rivals.map(
        (rival, index) => rival && { ...rival, ahead: leadOf(best, rival, demand, intervals[index]) },
    );
    return {
        counts: best.counts,
        solved: { estimate: best.solved, interval: solved },
        cost: { estimate: best.cost, interval: cost },
        bound: proof.bounds[demand.aim],
        isBinding: demand.aim === 'cost' ? best.cost > 0 : hasMoreToGain(coverage, best),
        single,
        uniform: even,
        heldOut: asksHeldOut ? await heldOutCheck(attempts, demand, seed, pacer) : null,
    };
}

function canBegin(coverage: Coverage, demand: Demand): boolean {
    if (demand.aim === 'cost') return reaches(coverage.attainable(), demand);
    return coverage.attempts.arms.some((arm, index) => arm.limit > 0 && coverage.costs[index] <= roomIn(demand));
}

async function certify(found: Mixture, coverage: Coverage, demand: Demand, pacer: Pacer): Promise<Proof> {
    const hasShare = reaches(found.solved, demand);
    const within = { ...demand, limit: hasShare ? found.cost : demand.limit };
    const near = await boundsNear(found.counts, coverage, within, pacer);
    const isProven = hasShare ? near.cost >= found.cost * (1 - ALIKE) : near.solved <= found.solved + ALIKE;
    if (isProven) return { best: found, bounds: found };
    const { best, bounds } = await prove(found, coverage, demand, pacer);
    const solved = Math.max(best.solved, Math.min(bounds.solved, near.solved));
    const cost = Math.min(best.cost, Math.max(bounds.cost, near.cost));
    return { best, bounds: { solved, cost } };
}

function leadOf(best: Mixture, rival: Mixture, { aim }: Demand, interval: Interval | null): Difference {
    const lead = aim === 'cost' ? rival.cost - best.cost : best.solved - rival.solved;
    const isAlike = Math.abs(lead) < ALIKE * (aim === 'cost' ? best.cost : 1);
    return { estimate: isAlike ? 0 : lead, interval };
}

/** Of mixtures that cost as little the one that solves most. */
async function mostForItsCost({ best, bounds }: Proof, coverage: Coverage, pacer: Pacer): Promise<Mixture> {
    const within = mostWithin(best.cost);
    const other = await search(coverage, within, pacer);
    const most = isBetter(other, best, within) ? other : best;
    const isProven = bounds.cost >= best.cost * (1 - ALIKE);
    return isProven ? (await prove(most, coverage, within, pacer)).best : most;
}

/** Of each problem, by how much a mixture solves more than another, or costs less. */
function leadsOf(best: Mixture, other: Mixture, { attempts, demand }: MixtureQuestion): Float64Array {
    const [own, rival] = [best, other].map(({ counts }) =>
        demand.aim === 'cost' ? spentByProblem(attempts, counts) : solvedByProblem(attempts, counts),
    );
    return own.map((value, problem) => (demand.aim === 'cost' ? rival[problem] - value : value - rival[problem]));
}

function hasMoreToGain(coverage: Coverage, { counts }: Mixture): boolean {
    coverage.set(counts);
    return coverage.hasMoreToGain();
}
