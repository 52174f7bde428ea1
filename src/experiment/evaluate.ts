/** What designs leave of the target's deviation. */
import { compileScalar } from '../expression/compile.js';
import type { Pacer } from '../fit/pacing.js';
import { knownDesign } from './knownDesigns.js';
import type { Limits } from './limits.js';
import { momentsOf } from './moments.js';
import type { Outcomes } from './outcomes.js';
import { Posterior } from './posterior.js';
import type { PlanProblem, Run } from './problem.js';
import type { KnownDesignResult, Plan } from './result.js';

export interface Evaluation {
    readonly problem: PlanProblem;
    readonly limits: Limits;
    readonly outcomes: Outcomes;
    readonly pacer: Pacer;
}

/** Each run with what it and those before it leave; runs that the law has no value for are left out. */
export async function progressOf(task: Evaluation, runs: readonly Run[]): Promise<Plan['runs']> {
    const { problem, limits, outcomes, pacer } = task;
    const drawn = await outcomes.of(runs, pacer);
    const usable = runs.filter((_, index) => drawn[index] !== null);
    const moments = await momentsOf(
        outcomes.target,
        drawn.filter((values) => values !== null),
        pacer,
    );
    const posterior = new Posterior(moments, problem.noise);
    return usable.map((values, index) => {
        posterior.observe(index);
        const deviationLeft = Math.sqrt(posterior.variance / moments.ofTarget);
        return { values, cost: problem.total === null ? null : limits.costOf(values), deviationLeft };
    });
}

/** Designs to compare with, of as many runs as the plan and of its cost. */
export async function knownDesigns(task: Evaluation, planned: readonly Run[]): Promise<KnownDesignResult[]> {
    const { problem, limits } = task;
    const { roles, against, total } = problem;
    if (roles === null || total === null) return [];
    const spend = planned.reduce((sum, run) => sum + limits.costOf(run), 0);
    const measured = atEstimate(problem);
    const found: KnownDesignResult[] = [];
    for (const kind of against) {
        const design = { problem: { ...problem, roles }, limits, count: planned.length, spend, measured };
        const runs = await progressOf(task, knownDesign(kind, design));
        found.push({
            kind,
            runs: runs.map(({ values }) => values),
            cost: runs.reduce((sum, { cost }) => sum + (cost ?? 0), 0),
            deviationLeft: runs.at(-1)?.deviationLeft ?? 1,
        });
    }
    return found;
}

/** What a run measures by the estimate. */
function atEstimate({ measured, axes, constants }: PlanProblem): (run: Run) => number {
    const evaluate = compileScalar([measured], [...axes.map(({ name }) => name), ...constants.names]);
    const result = new Float64Array(1);
    return (run) => {
        evaluate(Float64Array.of(...run, ...constants.values), result);
        return result[0];
    };
}
