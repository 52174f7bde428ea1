/**
 * Designs that the field knows, of as many runs as the plan and at a cost as near to its as they come: several sizes at each of a
 * few compute budgets (IsoFLOP curves: Hoffmann et al. 2022, section 3.2), and sizes along rays D = k·N.
 */
import type { Axis, KnownDesign, PlanProblem, Run } from './problem.js';
import { isRange } from './candidates.js';
import { SLACK } from './choose.js';
import type { Limits } from './limits.js';

export interface DesignTask {
    readonly problem: PlanProblem & { readonly roles: NonNullable<PlanProblem['roles']> };
    readonly limits: Limits;
    /** How many runs, and what they may cost together. */
    readonly count: number;
    readonly spend: number;
    /** What a run measures by the estimate. */
    readonly measured: (run: Run) => number;
}

/** On each IsoFLOP curve and each ray. */
const RUNS_PER_LINE = 5;
/** Sizes of an IsoFLOP curve reach this factor to both sides of the best. */
const ISOFLOP_REACH = 4;
/** From one IsoFLOP curve, or one size of a ray, to the next. */
const LEVEL = 4;
const SIZE = 2;
/** Tokens per parameter: about the best, and this factor to its sides. */
const TOKENS_PER_PARAMETER = 20;
const RAY = 4;
/** Scales that are tried, so far down, and sizes among which the best is sought. */
const SCALES = 200;
const DECADES = 6;
const SIZES = 61;

/** Its runs; those that the candidates do not allow are left out, each once. */
export function knownDesign(kind: KnownDesign, task: DesignTask): readonly Run[] {
    const largest = largestCompute(task);
    let best: readonly Run[] = [];
    let most = 0;
    for (let step = 0; step < SCALES; step++) {
        const compute = largest / 10 ** (DECADES * (step / SCALES));
        const runs = distinct(WAYS[kind](task, compute).flatMap((run) => allowed(task, run)));
        const cost = runs.reduce((sum, run) => sum + task.limits.costOf(run), 0);
        if (cost <= task.spend * SLACK && cost > most) [best, most] = [runs, cost];
    }
    return best;
}

type Way = (task: DesignTask, compute: number) => readonly (readonly [N: number, D: number])[];

const WAYS: Readonly<Record<KnownDesign, Way>> = {
    isoflop: (task, compute) =>
        lines(task.count).flatMap((sizes, level) => {
            const budget = compute / LEVEL ** level;
            const middle = bestSize(task, budget);
            return spread(sizes).map((place) => {
                const N = middle * ISOFLOP_REACH ** place;
                return [N, budget / (6 * N)] as const;
            });
        }),
    rays: ({ count }, compute) =>
        lines(count).flatMap((sizes, ray, all) => {
            const k = TOKENS_PER_PARAMETER * RAY ** (ray - (all.length - 1) / 2);
            const largest = Math.sqrt(compute / (6 * k));
            return Array.from({ length: sizes }, (_, step) => largest / SIZE ** step).map((N) => [N, k * N] as const);
        }),
};

/** How many runs are on each line. */
function lines(count: number): number[] {
    const all = Math.max(1, Math.round(count / RUNS_PER_LINE));
    return Array.from({ length: all }, (_, line) => Math.floor(count / all) + (line < count % all ? 1 : 0));
}

/** Evenly from −1 to 1. */
function spread(count: number): number[] {
    return count === 1 ? [0] : Array.from({ length: count }, (_, index) => (2 * index) / (count - 1) - 1);
}

/** Of all candidates. */
function largestCompute({ problem: { axes, roles } }: DesignTask): number {
    return 6 * endsOf(axes[roles.size])[1] * endsOf(axes[roles.tokens])[1];
}

/** By the estimate, among sizes of the candidates. */
function bestSize({ problem: { axes, roles }, measured }: DesignTask, compute: number): number {
    const [lower, upper] = endsOf(axes[roles.size]);
    const sizes = Array.from({ length: SIZES }, (_, step) => lower * (upper / lower) ** (step / (SIZES - 1)));
    const lossAt = (N: number) => measured(axes.map((_, index) => (index === roles.size ? N : compute / (6 * N))));
    return sizes.reduce((best, N) => (lossAt(N) < lossAt(best) ? N : best));
}

function endsOf(axis: Axis): readonly [lower: number, upper: number] {
    return isRange(axis) ? [axis.lower, axis.upper] : [Math.min(...axis.values), Math.max(...axis.values)];
}

/** The nearest candidate, where it may be run. */
function allowed({ problem: { axes, roles }, limits }: DesignTask, [N, D]: readonly [number, number]): Run[] {
    const run = axes.map((axis, index) => {
        const wanted = index === roles.size ? N : D;
        if (isRange(axis)) return wanted;
        const distance = (value: number) => Math.abs(Math.log(value / wanted));
        return axis.values.reduce((near, value) => (distance(value) < distance(near) ? value : near));
    });
    const isInside = run.every((value, index) => isWithin(axes[index], value));
    return isInside && limits.isAllowed(run) ? [run] : [];
}

function isWithin(axis: Axis, value: number): boolean {
    const [lower, upper] = endsOf(axis);
    return lower <= value && value <= upper;
}

function distinct(runs: readonly Run[]): Run[] {
    return [...new Map(runs.map((run) => [run.join(' '), run])).values()];
}
