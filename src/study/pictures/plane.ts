/** The plane of a budget's first two variables: the objective on a grid, the constraints as lines, the runs, the optimum. */
import type { AllocationProblem } from '../../allocate/problem.js';
import type { Optimum } from '../../allocate/result.js';
import { slotsAt } from '../../allocate/choices/slots.js';
import { compileScalar } from '../../expression/compile.js';
import type { Expr } from '../../expression/expr.js';
import { freeNames } from '../../expression/names.js';
import { unitsOf } from '../answers/budgetValues.js';
import { objectiveOf } from '../decisionWords.js';
import { alongConstraint } from './alongConstraint.js';
import { inUnits } from './planeUnits.js';
import { jointRegion } from './jointRegion.js';
import type { BudgetPlan } from '../lower/budgetPlan.js';
import type { Plane } from './budgetPictures.js';
import { finiteOrNull } from './numbers.js';
import type { StudyRun } from '../run.js';
import { runsOnPlane } from './runsOnPlane.js';
import { lineWhereZero, logSpaced, type OnPlane } from './zeroLine.js';

const GRID_POINTS = 49;

/** What is shown reaches at least this factor beyond the optimum on each side. */
const REACH = 10;
/** Rivals within this factor of the optimum are shown, with this factor around them. */
const FARTHEST_RIVAL = 1e4;
const BESIDE = 1.5;

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
    const runs = await runsOnPlane(plan.calls, first.name, second.name, run);
    const rivals = rivalsOnPlane(plan, optimum);
    const [besideX, besideY] = [rivals.map((rival) => rival.x), rivals.map((rival) => rival.y)];
    const x = grid(first.estimate, runs?.x, besideX);
    const y = grid(second.estimate, runs?.y, besideY);
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
        runs,
        optimum: { x: first.estimate, y: second.estimate },
        region: jointRegion(optimum),
        along: alongConstraint({ optimum, objective, lines, units: plan.units }),
        rivals,
    };
    return inUnits(plane, {
        x: units.get(first.name),
        y: units.get(second.name),
        objective: plan.units[objectiveOf(plan.goal)],
    });
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
function grid(optimum: number, runs: readonly number[] | undefined, rivals: readonly number[]): Float64Array {
    const near = rivals.filter((value) => value > optimum / FARTHEST_RIVAL && value < optimum * FARTHEST_RIVAL);
    const shown = [...(runs ?? []), ...near.flatMap((value) => [value / BESIDE, value * BESIDE])].filter(
        (value) => value > 0,
    );
    return logSpaced(
        shown.reduce((least, value) => Math.min(least, value), optimum / REACH),
        shown.reduce((most, value) => Math.max(most, value), optimum * REACH),
        GRID_POINTS,
    );
}
