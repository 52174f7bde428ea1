/** How the first two variables of an answer vary together over the draws, in their natural logarithms. */
import type { Optimum } from '../../allocate/result.js';

export interface JointSpread {
    readonly names: readonly [first: string, second: string];
    readonly mean: { readonly u: number; readonly v: number };
    readonly covariance: { readonly uu: number; readonly uv: number; readonly vv: number };
}

const FEWEST_DRAWS = 20;
/** Of a logarithm: a variance that is rounding. */
const FIXED = 1e-20;

/** Null with fewer than two variables, and without enough draws. */
export function jointSpread({ draws, variables }: Optimum): JointSpread | null {
    const [first, second] = variables;
    if (first === undefined || second === undefined) return null;
    // Draws without an answer are part of the spread.
    if ([first, second].some(({ interval }) => interval === null || interval.includes(null))) return null;
    const width = variables.length;
    const points = Array.from({ length: draws?.count ?? 0 }, (_, draw) => ({
        u: Math.log(draws!.values[draw * width]),
        v: Math.log(draws!.values[draw * width + 1]),
    })).filter(({ u, v }) => Number.isFinite(u) && Number.isFinite(v));
    if (points.length < FEWEST_DRAWS) return null;
    const mean = { u: average(points.map(({ u }) => u)), v: average(points.map(({ v }) => v)) };
    return {
        names: [first.name, second.name],
        mean,
        covariance: {
            uu: average(points.map(({ u }) => (u - mean.u) ** 2)),
            uv: average(points.map(({ u, v }) => (u - mean.u) * (v - mean.v))),
            vv: average(points.map(({ v }) => (v - mean.v) ** 2)),
        },
    };
}

/** Null where one of the two does not vary. */
export function correlationOf({ covariance: { uu, uv, vv } }: JointSpread): number | null {
    return Math.min(uu, vv) > FIXED ? Math.max(-1, Math.min(1, uv / Math.sqrt(uu * vv))) : null;
}

function average(values: readonly number[]): number {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
