/** The mixture of sample counts that solves most problems within a cost (Zhang et al. 2024, OSCA, eq. 1). */
import { Pacer } from '../../fit/pacing.js';
import type { Patience } from '../../fit/problem.js';
import type { Difference, Estimate } from '../result.js';
import { costsOf, type Attempts } from './attempts.js';
import { upperBound } from './certificate.js';
import { Coverage, type Mixture } from './coverage.js';
import { prove, type Proof } from './exact.js';
import { search } from './exchange.js';
import { heldOutCheck, type HeldOut } from './heldOut.js';
import { intervalsOfMeans, solvedByProblem, spentByProblem } from './resampled.js';
import { bestSingle, uniform } from './rivals.js';

export interface MixtureQuestion {
    readonly attempts: Attempts;
    /** Of the mean cost of a problem. */
    readonly limit: number;
    readonly seed: number;
    readonly asksHeldOut: boolean;
}

export interface Rival {
    readonly counts: Int32Array;
    readonly solved: number;
    readonly cost: number;
    /** By how much more the mixture solves, problem by problem. */
    readonly ahead: Difference;
}

export interface MixtureAnswer {
    /** Samples of each arm. */
    readonly counts: Int32Array;
    /** The expected share of problems with at least one right sample. */
    readonly solved: Estimate;
    /** The mean cost of a problem. */
    readonly cost: Estimate;
    /** No mixture within the limit solves more; where it is the share itself, the mixture is proven the best. */
    readonly bound: number;
    /** Whether more samples would do better if the limit allowed them. */
    readonly isBinding: boolean;
    /** Null where the limit leaves no sample of any configuration, or none of each. */
    readonly single: Rival | null;
    readonly uniform: Rival | null;
    /** Null where it is not asked for, and for too few problems. */
    readonly heldOut: HeldOut | null;
}

/** Shares that differ by less are the same. */
const SAME = 1e-9;

/**
 * Null where not one sample fits into the limit.
 *
 * @throws only what `patience.pause` throws, when the work was cancelled.
 */
export async function findMixture(question: MixtureQuestion, patience: Patience): Promise<MixtureAnswer | null> {
    const { attempts, limit, seed, asksHeldOut } = question;
    const costs = costsOf(attempts);
    const canBegin = attempts.arms.some((arm, index) => arm.limit > 0 && costs[index] <= limit * (1 + SAME));
    if (!canBegin) return null;
    const pacer = new Pacer(patience, 1);
    const { best, bound } = await certify(await search(attempts, limit, pacer), attempts, limit, pacer);
    const rivals = [bestSingle(attempts, limit), uniform(attempts, limit)];
    const values = [best, ...rivals].map((each) => each && solvedByProblem(attempts, each.counts));
    const ahead = values.slice(1).map((other) => values[0]!.map((own, problem) => own - (other?.[problem] ?? 0)));
    const rows = [values[0]!, spentByProblem(attempts, best.counts), ...ahead];
    const [solved, cost, ...leads] = await intervalsOfMeans(rows, seed, pacer);
    const [single, even] = rivals.map((rival, index): Rival | null => {
        const ahead = best.solved - (rival?.solved ?? 0);
        const lead = { estimate: Math.abs(ahead) < SAME ? 0 : ahead, interval: leads[index] };
        return rival === undefined ? null : { ...rival, ahead: lead };
    });
    return {
        counts: best.counts,
        solved: { estimate: best.solved, interval: solved },
        cost: { estimate: best.cost, interval: cost },
        bound,
        isBinding: hasMoreToGain(attempts, best),
        single,
        uniform: even,
        heldOut: asksHeldOut ? await heldOutCheck(attempts, limit, seed, pacer) : null,
    };
}

async function certify(found: Mixture, attempts: Attempts, limit: number, pacer: Pacer): Promise<Proof> {
    const coverage = new Coverage(attempts);
    const concave = await upperBound(attempts, found.counts, limit, pacer);
    if (concave <= found.solved + SAME) return { best: found, bound: found.solved };
    const { best, bound } = await prove(found, coverage, limit, pacer);
    return { best, bound: Math.max(best.solved, Math.min(bound, concave)) };
}

function hasMoreToGain(attempts: Attempts, { counts }: Mixture): boolean {
    const coverage = new Coverage(attempts);
    coverage.set(counts);
    return coverage.hasMoreToGain();
}
