/** Where a function of a plane's two variables is zero, as a line. */
import type { Line } from './budgetPictures.js';

/** A formula as a function of the plane's two variables, all else held; NaN where it has no value. */
export type OnPlane = (x: number, y: number) => number;

/** Lines have this many points. */
const POINTS = 161;

/** y for each x, or a line straight up where y does not matter. The grids are positive and ascending. */
export function lineWhereZero(
    excess: OnPlane,
    grids: { readonly x: Float64Array; readonly y: Float64Array },
    dependsOnY: boolean,
): Line {
    const [x, y] = [grids.x, grids.y].map(refine);
    if (!dependsOnY) {
        const root = rootIn(x, (a) => excess(a, y[0]));
        return root === undefined ? { x: [], y: [] } : { x: [root, root], y: [y[0], y[y.length - 1]] };
    }
    const points = Array.from(x, (a) => ({ a, b: rootIn(y, (b) => excess(a, b)) })).filter(({ b }) => b !== undefined);
    return { x: points.map(({ a }) => a), y: points.map(({ b }) => b as number) };
}

function refine(values: Float64Array): Float64Array {
    return logSpaced(values[0], values[values.length - 1], POINTS);
}

/** Evenly spaced in the logarithm, both ends included. */
export function logSpaced(from: number, to: number, count: number): Float64Array {
    const [lowest, highest] = [Math.log(from), Math.log(to)];
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
