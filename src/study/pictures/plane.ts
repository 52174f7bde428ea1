/** The plane of a budget's first two variables: the objective on a grid, the constraints as lines, the runs, the optimum. */
import type { AllocationProblem } from '../../allocate/problem.js';
import type { Optimum } from '../../allocate/result.js';
import { slotsAt } from '../../allocate/choices/slots.js';
import { compileScalar } from '../../expression/compile.js';
import type { Expr } from '../../expression/expr.js';
import { freeNames } from '../../expression/names.js';
import { unitsOf } from '../answers/budgetValues.js';
import { alongConstraint } from './alongConstraint.js';
import { inUnits } from './planeUnits.js';
import { jointRegion } from './jointRegion.js';
import type { BudgetPlan } from '../lower/budgetPlan.js';
import { measuredRows, type MeasuredRows } from '../tables/measuredRows.js';
import type { Line, Plane } from './budgetPictures.js';
import type { StudyRun } from '../run.js';

const GRID_POINTS = 49;
const LINE_POINTS = 161;
const MOST_RUNS = 2000;

/** What is shown reaches at least this factor beyond the optimum on each side. */
const REACH = 10;
/** Rivals within this factor of the optimum are shown, with this factor around them. */
const FARTHEST_RIVAL = 1e4;
const BESIDE = 1.5;

/** A formula as a function of the plane's two variables, all else held; NaN where it has no value. */
export type OnPlane = (x: number, y: number) => number;

/** Null with fewer than two variables, and without an optimum. */
export async function planeOf(
    plan: BudgetPlan,
    problem: AllocationProblem,
    optimum: Optimum | null,
    run: StudyRun,
): Promise<Plane | null> {
    const [first, second] = optimum?.variables ?? [];
    if (optimum === null || optimum.status !== 'optimal' || first === undefined || second === undefined) return null;
    const onPlane = planeFormulas(problem, optimum, first.name, second.name);
    const runs = await measuredRows(plan, [first.name, second.name], run);
    const rivals = rivalsOnPlane(plan, optimum);
    const [besideX, besideY] = [rivals.map((rival) => rival.x), rivals.map((rival) => rival.y)];
    const x = grid(first.estimate, runs?.columns.get(first.name), besideX);
    const y = grid(second.estimate, runs?.columns.get(second.name), besideY);
    const objective = onPlane(problem.objective);
    const binding = new Set(optimum.binding);
    const lines = problem.constraints.map(({ left, right, text }, index) => {
        const depends = new Set([left, right].flatMap(freeNames));
        const [l, r] = [onPlane(left), onPlane(right)];
        const excess: OnPlane = (a, b) => l(a, b) - r(a, b);
        const line = lineWhereZero(excess, { x, y }, depends.has(second.name));
        return { ...line, text, binding: binding.has(index) };
    });
    const units = unitsOf(plan);
    const plane: Plane = {
        xName: first.name,
        yName: second.name,
        xUnit: null,
        yUnit: null,
        x: [...x],
        y: [...y],
        objective: Array.from(y, (b) => Array.from(x, (a) => finiteOrNull(objective(a, b)))),
        constraints: lines,
        runs: runs && runsOnPlane(runs, first.name, second.name),
        optimum: { x: first.estimate, y: second.estimate },
        region: jointRegion(optimum),
        along: alongConstraint({ optimum, objective, lines, units: plan.units }),
        rivals,
    };
    return inUnits(plane, units.get(first.name), units.get(second.name));
}

/** Those that have an answer. */
function rivalsOnPlane({ rivals }: BudgetPlan, optimum: Optimum): Plane['rivals'] {
    return optimum.rivals.flatMap(({ variables: [x, y] }, index) =>
        y === undefined ? [] : [{ label: rivals[index].label, x: x.estimate, y: y.estimate }],
    );
}

function chosenSlots({ choices, constants }: AllocationProblem, { choice }: Optimum): Map<string, number> {
    return choices === undefined || choice === null
        ? new Map()
        : slotsAt(choice.contenders[0].labels, choices, constants.values);
}

/** Constants at their estimates, what is chosen and further variables at the optimum. */
function planeFormulas(problem: AllocationProblem, optimum: Optimum, x: string, y: string): (expr: Expr) => OnPlane {
    const held = new Map<string, number>([
        ...problem.constants.names.map((name, index) => [name, problem.constants.values[index]] as const),
        ...chosenSlots(problem, optimum),
        ...optimum.variables.map(({ name, estimate }) => [name, estimate] as const),
    ]);
    const names = [...held.keys()];
    const values = Float64Array.from(held.values());
    const [atX, atY] = [names.indexOf(x), names.indexOf(y)];
    const out = new Float64Array(1);
    return (expr) => {
        const evaluate = compileScalar([expr], names);
        return (a, b) => {
            values[atX] = a;
            values[atY] = b;
            evaluate(values, out);
            return out[0];
        };
    };
}

/** Evenly spaced in the logarithm, over the optimum's surroundings, the runs, and the rivals that are not all too far. */
function grid(optimum: number, runs: Float64Array | undefined, rivals: readonly number[]): Float64Array {
    const near = rivals.filter((value) => value > optimum / FARTHEST_RIVAL && value < optimum * FARTHEST_RIVAL);
    const shown = [...(runs ?? []), ...near.flatMap((value) => [value / BESIDE, value * BESIDE])].filter(
        (value) => value > 0,
    );
    const lowest = Math.log(shown.reduce((least, value) => Math.min(least, value), optimum / REACH));
    const highest = Math.log(shown.reduce((most, value) => Math.max(most, value), optimum * REACH));
    return Float64Array.from({ length: GRID_POINTS }, (_, index) =>
        Math.exp(lowest + ((highest - lowest) * index) / (GRID_POINTS - 1)),
    );
}

/** Where the function is zero: y for each x, or a line straight up where y does not matter. */
function lineWhereZero(excess: OnPlane, grids: { x: Float64Array; y: Float64Array }, dependsOnY: boolean): Line {
    const [x, y] = [grids.x, grids.y].map((each) => refine(each, LINE_POINTS));
    if (!dependsOnY) {
        const root = rootIn(x, (a) => excess(a, y[0]));
        return root === undefined ? { x: [], y: [] } : { x: [root, root], y: [y[0], y[y.length - 1]] };
    }
    const points = Array.from(x, (a) => ({ a, b: rootIn(y, (b) => excess(a, b)) })).filter(({ b }) => b !== undefined);
    return { x: points.map(({ a }) => a), y: points.map(({ b }) => b as number) };
}

function refine(values: Float64Array, count: number): Float64Array {
    const [lowest, highest] = [Math.log(values[0]), Math.log(values[values.length - 1])];
    return Float64Array.from({ length: count }, (_, index) =>
        Math.exp(lowest + ((highest - lowest) * index) / (count - 1)),
    );
}

const BISECTIONS = 50;

/** The first change of sign on the grid, closed in on by bisection in the logarithm. */
function rootIn(grid: Float64Array, f: (value: number) => number): number | undefined {
    let previous = f(grid[0]);
    for (let index = 1; index < grid.length; index++) {
        const current = f(grid[index]);
        if (previous === 0) return grid[index - 1];
        if (previous * current < 0) return bisect(grid[index - 1], grid[index], previous, f);
        previous = current;
    }
    return previous === 0 ? grid[grid.length - 1] : undefined;
}

function bisect(from: number, to: number, atFrom: number, f: (value: number) => number): number {
    let [low, high] = [from, to];
    for (let step = 0; step < BISECTIONS; step++) {
        const middle = Math.sqrt(low) * Math.sqrt(high);
        if (f(middle) * atFrom > 0) low = middle;
        else high = middle;
    }
    return Math.sqrt(low) * Math.sqrt(high);
}

function runsOnPlane({ sources, lines, columns }: MeasuredRows, x: string, y: string): Plane['runs'] {
    const every = Math.max(1, Math.ceil(lines.length / MOST_RUNS));
    const shown = <T>(_: T, index: number): boolean => index % every === 0;
    return {
        sources,
        lines: lines.filter(shown),
        x: [...(columns.get(x) ?? [])].filter(shown),
        y: [...(columns.get(y) ?? [])].filter(shown),
    };
}

function finiteOrNull(value: number): number | null {
    return Number.isFinite(value) ? value : null;
}
