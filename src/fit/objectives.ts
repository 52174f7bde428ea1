/**
 * The losses ρ(r) that a fit sums over its rows, with what the solver needs of them. r is the residual: observed −
 * predicted, or the difference of their logarithms.
 *
 *     squares        r²
 *     Huber          r²/2 for |r| ≤ δ,  δ(|r| − δ/2) beyond          (Huber 1964)
 *     lad            |r|
 *     asymmetric     r² for r ≥ 0,  w·r² for r < 0
 */
import type { Objective, ObjectiveKind } from './problem.js';

export interface Loss {
    value(residual: number): number;
    /** ρ′ */
    slope(residual: number): number;
    /** ρ″ */
    curvature(residual: number): number;
    /** ρ′(r)/r: the weight of a row in iteratively reweighted least squares. */
    weight(residual: number): number;
}

export function lossOf(objective: ObjectiveKind): Loss {
    switch (objective.kind) {
        case 'squares':
            return asymmetricLoss(1);
        case 'asymmetric':
            return asymmetricLoss(objective.weight);
        case 'huber':
            return huberLoss(objective.delta, 1);
        case 'lad':
            return { ...huberLoss(Number.MIN_VALUE, 1 / Number.MIN_VALUE), value: Math.abs };
    }
}

/**
 * The losses to minimise one after the other, each from the last one's optimum: a Huber loss of small δ is approached
 * from wider ones, and least absolute deviations as the limit of Huber losses (Madsen and Nielsen 1993, SIAM J. Optim.
 * 3). `spread` is the typical size of a residual.
 */
export function lossStages(objective: Objective, spread: number): Loss[] {
    switch (objective.kind) {
        case 'huber':
            return [...deltasDown(spread, 10 * objective.delta), objective.delta].map((delta) => huberLoss(delta, 1));
        case 'lad':
            return deltasDown(spread, LAD_DELTA * spread).map((delta) => huberLoss(delta, 1 / delta));
        default:
            return [lossOf(objective)];
    }
}

/**
 * Least absolute deviations are computed as a Huber loss of this δ, relative to the spread: the sum is exact to 1e-9.
 */
export const LAD_DELTA = 1e-9;

function deltasDown(from: number, to: number): number[] {
    const deltas: number[] = [];
    for (let delta = from; delta >= to && delta > 0; delta /= 10) deltas.push(delta);
    return deltas;
}

function asymmetricLoss(weightBelow: number): Loss {
    const weight = (r: number): number => (r >= 0 ? 2 : 2 * weightBelow);
    return { value: (r) => 0.5 * weight(r) * r * r, slope: (r) => weight(r) * r, curvature: weight, weight };
}

function huberLoss(delta: number, factor: number): Loss {
    return {
        value: (r) => factor * (Math.abs(r) <= delta ? 0.5 * r * r : delta * (Math.abs(r) - 0.5 * delta)),
        slope: (r) => factor * (Math.abs(r) <= delta ? r : delta * Math.sign(r)),
        curvature: (r) => (Math.abs(r) <= delta ? factor : 0),
        weight: (r) => (Math.abs(r) <= delta ? factor : (factor * delta) / Math.abs(r)),
    };
}
