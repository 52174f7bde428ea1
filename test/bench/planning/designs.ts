/** Runs added to an experiment, by the design. */
import { planRuns } from '../../../src/experiment/planRuns.js';
import type { PlanProblem, Run } from '../../../src/experiment/problem.js';
import type { Random } from '../../../src/fit/random.js';
import { PATIENT } from '../../fit/support/problems.js';
import { LARGEST_SHARE, nearby } from './experiment.js';

export interface Designs {
    readonly planned: readonly Run[];
    readonly isoflop: readonly Run[];
    readonly rays: readonly Run[];
    /** Planned among the runs whose D/N is not far from 20. */
    readonly nearby: readonly Run[];
    /** What the plan expects to be left of the standard deviation. */
    readonly expected: Readonly<Record<'planned' | 'isoflop' | 'rays' | 'nearby', number>>;
}

/** Null where there is no plan. */
export async function designsOf(problem: PlanProblem): Promise<Designs | null> {
    const all = await planRuns(problem, PATIENT);
    const some = await planRuns(nearby(problem), PATIENT);
    if ('reason' in all || 'reason' in some) return null;
    const [isoflop, rays] = all.known;
    return {
        planned: all.runs.map(({ values }) => values),
        isoflop: isoflop.runs,
        rays: rays.runs,
        nearby: some.runs.map(({ values }) => values),
        expected: {
            planned: all.runs.at(-1)?.deviationLeft ?? 1,
            isoflop: isoflop.deviationLeft,
            rays: rays.deviationLeft,
            nearby: some.runs.at(-1)?.deviationLeft ?? 1,
        },
    };
}

/** Runs of a plan alone, not compared with other designs; null where there is none. */
export async function plannedRuns(problem: PlanProblem): Promise<readonly Run[] | null> {
    const plan = await planRuns({ ...problem, against: [] }, PATIENT);
    return 'reason' in plan ? null : plan.runs.map(({ values }) => values);
}

/** So many runs, evenly over the logarithms of the candidates, scaled in D so that they cost the total; drawn again until all may be done. */
export function randomRuns({ axes, total }: PlanProblem, count: number, random: Random): readonly Run[] {
    const spend = total!.limit;
    for (;;) {
        const drawn = Array.from({ length: count }, () =>
            axes.map((axis) => ('lower' in axis ? axis.lower * (axis.upper / axis.lower) ** random.uniform() : NaN)),
        );
        const scale = spend / drawn.reduce((sum, run) => sum + cost(run), 0);
        const runs = drawn.map(([N, D]): Run => [N, D * scale]);
        if (runs.every((run) => isAllowed(axes, run) && cost(run) <= spend * LARGEST_SHARE)) return runs;
    }
}

function isAllowed(axes: PlanProblem['axes'], run: Run): boolean {
    return axes.every((axis, index) => 'lower' in axis && axis.lower <= run[index] && run[index] <= axis.upper);
}

function cost([N, D]: Run): number {
    return 6 * N * D;
}
