/**
 * How a loss bends on average, E ρ″(r). Where a loss has a kink, or all but one (Huber's with a δ far below the
 * residuals), that depends on the density of the residuals at the kink, which a count within ±δ estimates badly or not at
 * all. The bend is then spread over a bandwidth h in which enough residuals lie (Powell 1991; Koenker 2005, Quantile
 * Regression, section 3.4): ρ″ = 1/h within ±h for lad and pinball, δ/h for Huber's.
 *
 * The bandwidth is half the distance between the quantiles τ ± hₙ of a normal law, hₙ as in Hall and Sheather (1988, J. R.
 * Statist. Soc. B 50).
 */
import { normalQuantile } from './distributions.js';
import { Loss, lossOf } from './objectives.js';
import type { Objective } from './problem.js';
import { median, thinned } from './quantiles.js';

/**
 * @param residuals divided by their standard errors, where there are any
 * @param degrees rows less parameters: residuals of a fit are smaller than the noise by √(degrees/rows)
 */
export function smoothedLoss(objective: Objective, residuals: Float64Array, degrees: number): Loss {
    switch (objective.kind) {
        case 'huber': {
            const width = Math.max(objective.delta, bandwidth(residuals, degrees, 0.5));
            return new Loss(width, objective.delta / width, objective.delta);
        }
        case 'lad': {
            const width = bandwidth(residuals, degrees, 0.5);
            return new Loss(width, 1 / width, 1);
        }
        case 'pinball': {
            const { level } = objective;
            const width = bandwidth(residuals, degrees, level);
            return new Loss(width, 1 / width, 1, level, 1 - level);
        }
        default:
            return lossOf(objective);
    }
}

/** Median of |z| for a normal z. */
const MEDIAN_DEVIATION = normalQuantile(0.75);

function bandwidth(residuals: Float64Array, degrees: number, level: number): number {
    const rows = residuals.length;
    const some = thinned(residuals);
    const centre = median(some);
    const typical = median(some.map((r) => Math.abs(r - centre))) / MEDIAN_DEVIATION;
    const deviation = typical * Math.sqrt(rows / degrees);
    const share = hallSheather(rows, level);
    const above = normalQuantile(Math.min(level + share, 1 - 0.5 / rows));
    const below = normalQuantile(Math.max(level - share, 0.5 / rows));
    return Math.max(0.5 * deviation * (above - below), Number.EPSILON);
}

function hallSheather(rows: number, level: number): number {
    const z = normalQuantile(level);
    const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    return (
        rows ** (-1 / 3) * normalQuantile(0.975) ** (2 / 3) * ((1.5 * density * density) / (2 * z * z + 1)) ** (1 / 3)
    );
}
