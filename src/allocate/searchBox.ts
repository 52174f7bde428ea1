/** How far the search for an optimum goes, in u = ln x. */
import type { Variable } from './problem.js';
import type { Box } from './program.js';

/**
 * Where the user gives no bound. No quantity of a training run comes near these, so an optimum that ends here is none: the
 * objective keeps improving (or a law nears its asymptote) for ever.
 */
const EDGES = { lower: Math.log(1e-30), upper: Math.log(1e60) };
/** Where starts are sown in a direction that has no bound: constraints lead them to where they belong. */
const SOWN = { lower: Math.log(1e-6), upper: Math.log(1e18) };

export function searchBox(variables: readonly Variable[]): Box {
    const lowerIsEdge = variables.map(({ lower }) => !(lower > 0));
    const upperIsEdge = variables.map(({ upper }) => upper === Infinity);
    return {
        lower: Float64Array.from(variables, ({ lower }, j) => (lowerIsEdge[j] ? EDGES.lower : Math.log(lower))),
        upper: Float64Array.from(variables, ({ upper }, j) => (upperIsEdge[j] ? EDGES.upper : Math.log(upper))),
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
