/**
 * The losses ρ(r) that a fit sums over its rows, with what the solver needs of them. r is the residual: observed −
 * predicted, or the difference of their logarithms.
 *
 *     squares        r²
 *     Huber          r²/2 for |r| ≤ δ,  δ(|r| − δ/2) beyond          (Huber 1964)
 *     lad            |r|
 *     asymmetric     r² for r ≥ 0,  w·r² for r < 0
 *     pinball        τ·r for r ≥ 0,  (1 − τ)·|r| for r < 0            (Koenker and Bassett 1978)
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
            return pinballLoss(0.5, 2);
        case 'pinball':
            return pinballLoss(objective.level, 1);
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
            return deltasDown(spread, LAD_DELTA * spread).map((delta) => smoothPinballLoss(delta, 0.5, 2));
        case 'pinball':
            return deltasDown(spread, LAD_DELTA * spread).map((delta) => smoothPinballLoss(delta, objective.level, 1));
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

function pinballLoss(level: number, factor: number): Loss {
    const side = (r: number): number => factor * (r >= 0 ? level : 1 - level);
    return {
        value: (r) => side(r) * Math.abs(r),
        slope: (r) => side(r) * Math.sign(r),
        curvature: () => 0,
        weight: (r) => side(r) / Math.abs(r),
    };
}

/** The same with a Huber loss in place of the kink, which is twice as wide as `delta`. */
function smoothPinballLoss(delta: number, level: number, factor: number): Loss {
    const smooth = huberLoss(delta, factor / delta);
    const side = (r: number): number => (r >= 0 ? level : 1 - level);
    return {
        value: (r) => side(r) * smooth.value(r),
        slope: (r) => side(r) * smooth.slope(r),
        curvature: (r) => side(r) * smooth.curvature(r),
        weight: (r) => side(r) * smooth.weight(r),
    };
}
