/** Chooses the runs that are expected to narrow an interval most; `planRuns` is the entrance of this folder. */
import { Pacer } from '../fit/pacing.js';
import type { Patience } from '../fit/problem.js';
import { gridOf } from './candidates.js';
import { chooseRuns, type Offer } from './choose.js';
import { knownDesigns, progressOf } from './evaluate.js';
import { Limits } from './limits.js';
import { noPlan } from './messages.js';
import { momentsOf } from './moments.js';
import { Outcomes } from './outcomes.js';
import { varianceLeft } from './posterior.js';
import type { PlanProblem, Run } from './problem.js';
import { refined, RESOLUTION } from './refine.js';
import type { NoPlan, PlanResult } from './result.js';

/** Without a batch there are at most so many runs, and each takes at least this share of the variance that those before it leave. */
const MOST_RUNS = 32;
const WORTHWHILE = 0.02;
/** Of a batch each takes more than nothing. */
const TELLING = 1e-6;
/** All together must take this share for a plan to mean anything. */
const INFORMING = 1e-3;
/** Of what varies most: a law that meets its runs exactly has no noise, and conditioning on it no digits. */
const LEAST_NOISE = 1e-9;

/**
 * The next runs, in the order in which they are best begun, with what each leaves of the target's standard deviation, and how known
 * designs of the same cost would do. What has no answer says why: never an exception.
 *
 * @throws only what `patience.pause` throws, when the work was cancelled.
 */
export async function planRuns(problem: PlanProblem, patience: Patience): Promise<PlanResult> {
    const pacer = new Pacer(patience, 1);
    const grid = gridOf(problem.axes);
    if (grid === null) return noPlan('too-many');
    const limits = new Limits(problem);
    const outcomes = new Outcomes(problem);
    if (!isUncertain(outcomes.target)) return noPlan('no-uncertainty');
    const candidates = await candidatesAmong(grid.runs, problem, limits, outcomes, pacer);
    if ('reason' in candidates) return candidates;
    const offer = await offerOf(candidates, problem, limits, outcomes, pacer);
    const chosen = await chooseRuns(offer, pacer);
    if (varianceLeft(offer.moments, offer.noise, chosen) > 1 - INFORMING) return noPlan('none-informs');
    const task = { problem: { ...problem, noise: offer.noise }, limits, outcomes, steps: grid.steps, pacer };
    const runs = await refined(
        task,
        chosen.map((candidate) => candidates[candidate]),
    );
    return {
        runs: await progressOf(task, runs),
        known: await knownDesigns(task, runs),
        resolution: grid.steps.some((step) => step > 0) ? RESOLUTION : null,
        candidates: candidates.length,
    };
}

/** Those that may be done, and that the law has a value for. */
async function candidatesAmong(
    runs: readonly Run[],
    problem: PlanProblem,
    limits: Limits,
    outcomes: Outcomes,
    pacer: Pacer,
): Promise<readonly Run[] | NoPlan> {
    const allowed = runs.filter((run) => limits.isAllowed(run));
    if (allowed.length === 0) return noPlan('none-allowed');
    const affordable = allowed.filter((run) => isAffordable(problem, limits, run));
    if (affordable.length === 0) return noPlan('none-affordable');
    const drawn = await outcomes.of(affordable, pacer);
    const computable = affordable.filter((_, index) => drawn[index] !== null);
    return computable.length === 0 ? noPlan('not-computable') : computable;
}

async function offerOf(
    candidates: readonly Run[],
    { noise, total, batch }: PlanProblem,
    limits: Limits,
    outcomes: Outcomes,
    pacer: Pacer,
): Promise<Offer> {
    const drawn = await outcomes.of(candidates, pacer);
    const moments = await momentsOf(
        outcomes.target,
        drawn.filter((values) => values !== null),
        pacer,
    );
    return {
        moments,
        noise: Math.max(noise, LEAST_NOISE * moments.variances.reduce((most, variance) => Math.max(most, variance))),
        costs: total === null ? null : Float64Array.from(candidates, (run) => limits.costOf(run)),
        budget: total?.limit ?? Infinity,
        most: batch ?? MOST_RUNS,
        telling: batch === null ? WORTHWHILE : TELLING,
    };
}

/** Beyond rounding. */
function isUncertain(target: Float64Array): boolean {
    const [least, most] = [target.reduce((a, b) => Math.min(a, b)), target.reduce((a, b) => Math.max(a, b))];
    return most - least > 1e-9 * Math.max(Math.abs(least), Math.abs(most));
}

function isAffordable({ total }: PlanProblem, limits: Limits, run: Run): boolean {
    if (total === null) return true;
    const cost = limits.costOf(run);
    return cost > 0 && cost <= total.limit;
}
