/**
 * The losses ρ(r) that a fit sums over its rows. r is the residual: observed − predicted, or the difference of their
 * logarithms.
 *
 *     squares        r²
 *     Huber          r²/2 for |r| ≤ δ,  δ(|r| − δ/2) beyond          (Huber 1964)
 *     lad            |r|
 *     asymmetric     r² for r ≥ 0,  w·r² for r < 0
 *     pinball        τ·r for r ≥ 0,  (1 − τ)·|r| for r < 0            (Koenker and Bassett 1978)
 *
 * All of them are a parabola up to some δ (none, or infinity) and straight lines beyond, each side with its own factor.
 */
import type { Objective, ObjectiveKind } from './problem.js';

export class Loss {
    /**
     * @param delta where the parabola ½ c r² ends
     * @param curvatureInside c
     * @param slopeBeyond of the lines that go on from there
     * @param above factor for residuals ≥ 0
     * @param below factor for residuals < 0
     */
    constructor(
        readonly delta: number,
        private readonly curvatureInside: number,
        private readonly slopeBeyond: number,
        private readonly above = 1,
        private readonly below = 1,
    ) {}

    value(r: number): number {
        const size = Math.abs(r);
        return size <= this.delta
            ? this.side(r) * 0.5 * this.curvatureInside * r * r
            : this.side(r) * this.slopeBeyond * (size - 0.5 * this.delta);
    }

    /** ρ′(r)/r: the weight of a row in iteratively reweighted least squares. */
    weight(r: number): number {
        return this.isInside(r) ? this.side(r) * this.curvatureInside : (this.side(r) * this.slopeBeyond) / Math.abs(r);
    }

    /** ρ′ */
    slope(r: number): number {
        return this.weight(r) * r;
    }

    /** ρ″ */
    curvature(r: number): number {
        return this.isInside(r) ? this.side(r) * this.curvatureInside : 0;
    }

    /** Whether the parabola holds there. */
    isInside(r: number): boolean {
        return Math.abs(r) <= this.delta;
    }

    private side(r: number): number {
        return r >= 0 ? this.above : this.below;
    }
}

export function lossOf(objective: ObjectiveKind): Loss {
    switch (objective.kind) {
        case 'squares':
            return new Loss(Infinity, 2, 0);
        case 'asymmetric':
            return new Loss(Infinity, 2, 0, 1, objective.weight);
        case 'huber':
            return huberLoss(objective.delta);
        case 'lad':
            return new Loss(0, 0, 1);
        case 'pinball':
            return new Loss(0, 0, 1, objective.level, 1 - objective.level);
    }
}

/**
 * The losses to minimise one after the other, each from the last one's optimum: a Huber loss of small δ is approached
 * from wider ones, and a loss with a kink as the limit of losses without (Madsen and Nielsen 1993, SIAM J. Optim. 3).
 * `spread` is the typical size of a residual.
 */
export function lossStages(objective: Objective, spread: number): Loss[] {
    switch (objective.kind) {
        case 'huber':
            return [...deltasDown(spread, 10 * objective.delta), objective.delta].map(huberLoss);
        case 'lad':
            return deltasDown(spread, KINK_DELTA * spread).map((delta) => new Loss(delta, 1 / delta, 1));
        case 'pinball':
            return deltasDown(spread, KINK_DELTA * spread).map(
                (delta) => new Loss(delta, 1 / delta, 1, objective.level, 1 - objective.level),
            );
        default:
            return [lossOf(objective)];
    }
}

/** A kink is computed as a Huber loss of this δ, relative to the spread: the sum is exact to 1e-9. */
export const KINK_DELTA = 1e-9;

function deltasDown(from: number, to: number): number[] {
    const deltas: number[] = [];
    for (let delta = from; delta >= to && delta > 0; delta /= 10) deltas.push(delta);
    return deltas;
}

function huberLoss(delta: number): Loss {
    return new Loss(delta, 1, delta);
}
