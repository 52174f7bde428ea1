/**
 * Some laws are the same function for several values of their parameters: a·tanh(b·x) for both signs, two exponentials
 * in either order. Which of them a search meets first is chance, so one is chosen: fewest negative parameters, then the
 * smallest, then the first in order.
 */
import type { Solution } from './solver.js';

/** Objectives nearer than this, relatively, are equal up to rounding. */
const EQUAL = 1e-10;

/** The one to report of solutions of about the same objective, given best first. */
export function representative(group: readonly Solution[]): Solution {
    const [best] = group;
    const equal = group.filter(({ value, stop }) => stop === 'converged' && value - best.value <= EQUAL * best.value);
    return equal.length === 0 ? best : equal.reduce((a, b) => (isPreferred(b.parameters, a.parameters) ? b : a));
}

function isPreferred(a: Float64Array, b: Float64Array): boolean {
    const byNegatives = negatives(a) - negatives(b);
    if (byNegatives !== 0) return byNegatives < 0;
    const [sizeA, sizeB] = [size(a), size(b)];
    if (Math.abs(sizeA - sizeB) > 1e-4 * sizeA) return sizeA < sizeB;
    const first = a.findIndex((value, j) => Math.abs(value - b[j]) > 1e-4 * Math.abs(value));
    return first >= 0 && a[first] < b[first];
}

function negatives(parameters: Float64Array): number {
    return parameters.filter((value) => value < 0).length;
}

function size(parameters: Float64Array): number {
    return parameters.reduce((sum, value) => sum + Math.abs(value), 0);
}
