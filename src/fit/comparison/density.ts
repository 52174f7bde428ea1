/**
 * The probability density that belongs to an objective F = Σ w ρ(r),
 *
 *     p(r; τ) = exp(−ρ(r)/τ) / Z(τ),     Z(τ) = ∫ exp(−ρ(r)/τ) dr,
 *
 * a row of weight w having the scale τ/w. For every τ the parameters of greatest likelihood are those of least F, so
 * that information criteria judge the very fit that the objective chose:
 *
 *     squares        normal, variance τ/2                        Z = √(πτ)
 *     asymmetric     two half normals of unlike width            Z = ½√(πτ) (1 + 1/√w)      (Aigner, Amemiya and Poirier 1976)
 *     lad            Laplace                                     Z = 2τ
 *     pinball        asymmetric Laplace                          Z = τ/(q(1 − q))           (Koenker and Machado 1999)
 *     Huber          normal in the middle, exponential beyond    Z = √(2πτ) (2Φ(c) − 1) + (2τ/δ) exp(−c²/2),  c = δ/√τ
 *                    δ: Huber's least favourable distribution    (Huber 1964)
 */
import { normalCdf } from '../distributions.js';
import type { ObjectiveKind } from '../problem.js';

export interface Density {
    /** In words. */
    readonly name: string;
    /** ln Z(τ); not finite where the density does not exist. */
    logNormaliser(scale: number): number;
    /** d ln Z/d ln τ: the mean of ρ(r)/τ, from ½ for normal to 1 for exponential tails. */
    meanLoss(scale: number): number;
}

export function densityOf(objective: ObjectiveKind): Density {
    switch (objective.kind) {
        case 'squares':
            return homogeneous('normal', 2, Math.sqrt(Math.PI));
        case 'asymmetric':
            return homogeneous(
                'two half normals of unlike width',
                2,
                0.5 * Math.sqrt(Math.PI) * (1 + 1 / Math.sqrt(objective.weight)),
            );
        case 'lad':
            return homogeneous('Laplace', 1, 2);
        case 'pinball':
            return homogeneous('asymmetric Laplace', 1, 1 / (objective.level * (1 - objective.level)));
        case 'huber':
            return huberDensity(objective.delta);
    }
}

/** Of a loss that grows with the power p of r: Z(τ) = Z(1) τ^(1/p). */
function homogeneous(name: string, power: number, normaliserAtOne: number): Density {
    return {
        name,
        logNormaliser: (scale) => Math.log(normaliserAtOne) + Math.log(scale) / power,
        meanLoss: () => 1 / power,
    };
}

/** Standard deviations beyond which a normal density has nothing left. */
const FAR = 40;

function huberDensity(delta: number): Density {
    const masses = (scale: number): { middle: number; tails: number } => {
        const c = Math.min(delta / Math.sqrt(scale), FAR);
        return {
            middle: Math.sqrt(2 * Math.PI * scale) * (2 * normalCdf(c) - 1),
            tails: ((2 * scale) / delta) * Math.exp(-0.5 * c * c),
        };
    };
    return {
        name: "Huber's, normal in the middle with exponential tails",
        logNormaliser: (scale) => {
            const { middle, tails } = masses(scale);
            return Math.log(middle + tails);
        },
        meanLoss: (scale) => {
            const { middle, tails } = masses(scale);
            return (0.5 * middle + tails) / (middle + tails);
        },
    };
}

const STEPS = 100;

/**
 * The scale of greatest likelihood, where F/τ = Σ m(τ/wᵢ) with m the mean loss. As m rises by at most a quarter of its
 * logarithm's change, τ → F/Σ m(τ/wᵢ) is a contraction; where m is constant, one step is the answer.
 * @param objective F > 0
 * @param weights of the rows
 */
export function likeliestScale(density: Density, objective: number, weights: Float64Array): number {
    let scale = objective / weights.length;
    for (let step = 0; step < STEPS; step++) {
        const next = objective / weights.reduce((sum, weight) => sum + density.meanLoss(scale / weight), 0);
        if (Math.abs(next - scale) <= 4 * Number.EPSILON * next) return next;
        scale = next;
    }
    return scale;
}
