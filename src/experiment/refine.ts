/**
 * Free values between those of the grid: each chosen run moves within its cell, the others held, by steps that are halved until
 * they are small (a compass search: Kolda, Lewis and Torczon 2003, SIAM Rev. 45).
 */
import type { Pacer } from '../fit/pacing.js';
import { SLACK } from './choose.js';
import type { Limits } from './limits.js';
import { momentsOf } from './moments.js';
import type { Outcomes } from './outcomes.js';
import { Posterior } from './posterior.js';
import type { Axis, PlanProblem, Run } from './problem.js';
import { isRange } from './candidates.js';

/** Steps of the logarithm end below this. */
const SMALLEST_STEP = 0.01;
const MOST_ROUNDS = 3;

/** Free values are found to within this factor. */
export const RESOLUTION = 1 + 2 * SMALLEST_STEP;

export interface Refinement {
    readonly problem: PlanProblem;
    readonly limits: Limits;
    readonly outcomes: Outcomes;
    /** The distance of neighbouring candidates in the logarithm. */
    readonly steps: readonly number[];
    readonly pacer: Pacer;
}

export async function refined(task: Refinement, runs: readonly Run[]): Promise<readonly Run[]> {
    if (!task.steps.some((step) => step > SMALLEST_STEP)) return runs;
    let current = runs;
    for (let round = 0; round < MOST_ROUNDS; round++) {
        const before = current;
        for (const place of runs.keys()) current = await movedAt(task, runs[place], current, place);
        if (current.every((run, place) => run === before[place])) break;
    }
    return current;
}

/** The runs with one of them where it tells most beside the others. */
async function movedAt(task: Refinement, cell: Run, runs: readonly Run[], place: number): Promise<readonly Run[]> {
    const others = runs.filter((_, index) => index !== place);
    const isAffordable = affordableBeside(task, others);
    let best = runs[place];
    for (let share = 0.5; share * Math.max(...task.steps) > SMALLEST_STEP; share /= 2) {
        const moves = movesFrom(task, cell, best, share).filter(isAffordable);
        best = await bestOf(task, others, [best, ...moves]);
    }
    return runs.map((run, index) => (index === place ? best : run));
}

function affordableBeside({ problem, limits }: Refinement, others: readonly Run[]): (run: Run) => boolean {
    const { total } = problem;
    const left =
        total === null ? Infinity : total.limit * SLACK - others.reduce((sum, run) => sum + limits.costOf(run), 0);
    return (run) => limits.isAllowed(run) && (total === null || limits.costOf(run) <= left);
}

/** Neighbours along each free axis and across, by a share of the grid's steps, within half a step of where the cell's middle is. */
function movesFrom({ problem: { axes }, steps }: Refinement, cell: Run, run: Run, share: number): Run[] {
    const all = axes.reduce<readonly Run[]>(
        (moved, axis, index) =>
            moved.flatMap((values) =>
                (isRange(axis) ? [-1, 0, 1] : [0]).map((sign) => [
                    ...values,
                    within(axis, cell[index], steps[index], run[index] * Math.exp(sign * share * steps[index])),
                ]),
            ),
        [[]],
    );
    return all.filter((values) => values.some((value, index) => value !== run[index]));
}

function within(axis: Axis, middle: number, step: number, value: number): number {
    if (!isRange(axis)) return value;
    const [lower, upper] = [middle * Math.exp(-step / 2), middle * Math.exp(step / 2)];
    return Math.min(Math.max(value, axis.lower, lower), axis.upper, upper);
}

/** The first of equals. */
async function bestOf(
    { problem, outcomes, pacer }: Refinement,
    others: readonly Run[],
    trials: readonly Run[],
): Promise<Run> {
    const drawn = await outcomes.of([...others, ...trials], pacer);
    const usable = drawn.flatMap((values, index) => (values === null ? [] : [{ values, index }]));
    const moments = await momentsOf(
        outcomes.target,
        usable.map(({ values }) => values),
        pacer,
    );
    const posterior = new Posterior(moments, problem.noise, [...others.keys()]);
    let [best, most] = [trials[0], -Infinity];
    usable.slice(others.length).forEach(({ index }, trial) => {
        const gain = posterior.gainOf(others.length + trial);
        if (gain > most) [best, most] = [trials[index - others.length], gain];
    });
    return best;
}
