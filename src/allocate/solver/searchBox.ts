/** How far the search for an optimum goes, in u = ln x. */
import { limitsOf } from '../formulas/limits.js';
import type { AllocationProblem } from '../problem.js';
import type { Box } from './program.js';

/**
 * Where the user gives no bound. No quantity of a training run comes near these, so an optimum that ends here is none: the
 * objective keeps improving (or a law nears its asymptote) for ever.
 */
const EDGES = { lower: Math.log(1e-30), upper: Math.log(1e60) };
/** Where starts are sown in a direction that has no bound: constraints lead them to where they belong. */
const SOWN = { lower: Math.log(1e-6), upper: Math.log(1e18) };

export function searchBox(problem: AllocationProblem): Box {
    const { variables } = problem;
    const limits = limitsOf(problem);
    const lowerIsEdge = variables.map(({ lower }) => !(lower > 0));
    const upperIsEdge = variables.map(({ upper }) => upper === Infinity);
    const lower = Float64Array.from(variables, (variable, j) =>
        lowerIsEdge[j] ? EDGES.lower : Math.log(variable.lower),
    );
    const upper = Float64Array.from(variables, (variable, j) =>
        upperIsEdge[j] ? EDGES.upper : Math.log(variable.upper),
    );
    return {
        lower,
        upper,
        least: lower.map((end, j) => Math.max(end, Math.log(limits[j][0]))),
        most: upper.map((end, j) => Math.min(end, Math.log(limits[j][1]))),
        lowerIsEdge,
        upperIsEdge,
    };
}

/** The part of the box in which starts are sown. */
export function sownRange(box: Box, variable: number): readonly [lower: number, upper: number] {
    const { lower, upper, lowerIsEdge, upperIsEdge } = box;
    const width = SOWN.upper - SOWN.lower;
    if (lowerIsEdge[variable]) {
        const top = upperIsEdge[variable] ? SOWN.upper : upper[variable];
        return [Math.min(SOWN.lower, top - width / 2), top];
    }
    const top = upperIsEdge[variable] ? Math.max(SOWN.upper, lower[variable] + width / 2) : upper[variable];
    return [lower[variable], top];
}
