/** The objective along the constraint that binds, and how flat it is around the optimum: what a choice off the optimum costs. */
import type { AllocationProblem } from '../../allocate/problem.js';
import type { Optimum } from '../../allocate/result.js';
import type { Line, Plane } from './budgetPictures.js';
import type { OnPlane } from './plane.js';

/** A stretch is flat where the objective is worse than the optimum by less than this share. */
const FLAT = 0.002;

interface ConstraintLine extends Line {
    readonly binding: boolean;
    readonly excess: OnPlane;
}

export interface AlongQuestion {
    readonly problem: AllocationProblem;
    readonly optimum: Optimum;
    readonly objective: OnPlane;
    readonly lines: readonly ConstraintLine[];
}

/** Null where no constraint binds that leaves x free. */
export function alongConstraint({ problem, optimum, objective, lines }: AlongQuestion): Plane['along'] {
    const line = lines.find(({ binding, x }) => binding && x.length > 2 && x[0] < x[x.length - 1]);
    if (line === undefined) return null;
    const [x, y] = optimum.variables.map(({ estimate }) => estimate);
    const points = [...line.x.map((a, index) => ({ x: a, y: line.y[index] })), { x, y }]
        .sort((a, b) => a.x - b.x)
        .map((point) => ({ ...point, objective: objective(point.x, point.y) }))
        .filter((point) => Number.isFinite(point.objective));
    const best = objective(x, y);
    const sign = problem.sense === 'minimize' ? 1 : -1;
    const cost = points.map((point) => (sign * (point.objective - best)) / Math.abs(best));
    const allowed = points.map((point) => isAllowed(point, problem, lines, line));
    const at = points.findIndex((point) => point.x === x);
    return {
        x: points.map((point) => point.x),
        y: points.map((point) => point.y),
        objective: points.map((point) => point.objective),
        flat: at < 0 ? null : { from: edge(points, cost, allowed, at, -1), to: edge(points, cost, allowed, at, 1) },
    };
}

/** Whether the other constraints hold, up to rounding. */
function isAllowed(
    point: { readonly x: number; readonly y: number },
    { constraints }: AllocationProblem,
    lines: readonly ConstraintLine[],
    followed: ConstraintLine,
): boolean {
    return lines.every((line, index) => {
        if (line === followed) return true;
        const excess = line.excess(point.x, point.y);
        return constraints[index].relation === '>=' ? !(excess < 0) : !(excess > 0);
    });
}

/** Where, going one way from the optimum, the flat stretch ends; between two points by straight interpolation. */
function edge(
    points: readonly { readonly x: number }[],
    cost: readonly number[],
    allowed: readonly boolean[],
    from: number,
    step: 1 | -1,
): number {
    for (let index = from; ; index += step) {
        const next = index + step;
        if (next < 0 || next >= points.length || !allowed[next]) return points[index].x;
        if (cost[next] <= FLAT) continue;
        const share = (FLAT - cost[index]) / (cost[next] - cost[index]);
        return points[index].x + share * (points[next].x - points[index].x);
    }
}
