/**
 * How far parabolas misplace the minima of IsoFLOP curves. Along a budget the loss is E + P·e^(−αx) + R·e^(βx),
 * x = ln(N/N*), whose third derivative at the minimum is q = β − α times its second, at every budget alike. A parabola
 * ignores it, and its vertex is off by q·p₃′(vertex)/6 (one Newton step on the cubic; p₃ of parabola.ts). With n sizes
 * spread evenly over a factor e^W to each side that is (α − β)·W²/10 for large n; sizes that are off-centre shift it
 * further, and where the centre drifts from budget to budget the exponent of N* is wrong, too (shown by simulation in
 * arXiv 2603.22339).
 *
 * q is estimated from all budgets together, by least squares of b₃ = q·b₂/3.
 */
import type { Parabola } from './parabola.js';

export interface Lopsidedness {
    /** q: third over second derivative of the loss in ln N. */
    readonly ratio: number;
    readonly ratioError: number;
    /** By how much ln N* of the parabolas is too large: on average, and per unit of ln C (the exponent's error). */
    readonly shift: number;
    readonly exponentShift: number;
}

/** Null where no budget has four sizes, or nothing is left to judge the noise by. */
export function measureLopsidedness(
    logCompute: readonly number[],
    parabolas: readonly Parabola[],
): Lopsidedness | null {
    let [fitted, squares, residual, freedom] = [0, 0, 0, -1];
    for (const { cubic, curvature, residualSquares, freedom: own } of parabolas) {
        residual += residualSquares;
        freedom += own;
        if (cubic === null) continue;
        fitted += (cubic.squares * cubic.coefficient * curvature) / 3;
        squares += cubic.squares * (curvature / 3) ** 2;
    }
    if (squares === 0 || freedom <= 0) return null;
    const ratio = fitted / squares;
    const variance = Math.max(0, residual - ratio * fitted) / freedom;
    const shifts = parabolas.map(({ cubic }) => (cubic === null ? 0 : (ratio * cubic.slopeAtVertex) / 6));
    const { mean, slope } = straightLine(logCompute, shifts);
    return { ratio, ratioError: Math.sqrt(variance / squares), shift: mean, exponentShift: slope };
}

/** Mean and least-squares slope; the slope is 0 where x does not vary. */
export function straightLine(x: readonly number[], y: readonly number[]): { mean: number; slope: number } {
    const meanOf = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
    const [centre, mean] = [meanOf(x), meanOf(y)];
    const products = x.reduce((sum, value, i) => sum + (value - centre) * (y[i] - mean), 0);
    const squares = x.reduce((sum, value) => sum + (value - centre) ** 2, 0);
    return { mean, slope: squares > 0 ? products / squares : 0 };
}
