/** The likelihood of the observed values under a fitted law, and the information criteria made of it. */
import { lossOf } from '../objectives.js';
import type { FitProblem } from '../problem.js';
import { densityOf, likeliestScale } from './density.js';

/** What rounding may leave of a residual, relative to the observed value. */
const ROUNDING = 16 * Number.EPSILON;

/**
 * ln p of each observed value, at the likeliest scale of the noise; null where there is none: where all is 0, and for
 * an objective that takes no account of one side.
 *
 *     ln p(y) = −w ρ(r)/τ − ln Z(τ/w) − ln s,     r = (T(y) − T(ŷ))/s
 *
 * s is the standard error of T(y), where there is one. If T is the logarithm, −ln y turns the density of ln y into that
 * of y.
 */
export function rowLogLikelihoods(problem: FitProblem, predicted: Float64Array): Float64Array | null {
    const { target, objective, errors } = problem;
    const rows = target.length;
    const density = densityOf(objective);
    const loss = lossOf(objective);
    const weights = problem.weights ?? new Float64Array(rows).fill(1);
    const scaled = objective.ofLog ? target.map(Math.log) : target;
    const deviations = errors?.map((error, i) => (objective.ofLog ? error / target[i] : error));
    const size = objective.ofLog ? 1 : target.reduce((most, y) => Math.max(most, Math.abs(y)), 0);

    const losses = new Float64Array(rows);
    let [sum, rounding] = [0, 0];
    for (let i = 0; i < rows; i++) {
        const deviation = deviations?.[i] ?? 1;
        const residual = (scaled[i] - (objective.ofLog ? Math.log(predicted[i]) : predicted[i])) / deviation;
        losses[i] = weights[i] * loss.value(residual);
        sum += losses[i];
        rounding += weights[i] * loss.value((ROUNDING * Math.max(size, Math.abs(scaled[i]))) / deviation);
    }
    // A law that meets every observation has no noise to speak of; its rounding errors are no merit.
    const objectiveValue = Math.max(sum, rounding);
    if (!(objectiveValue > 0)) return null;
    const scale = likeliestScale(density, objectiveValue, weights);
    const likelihoods = losses.map((lost, i) => {
        const logDeviation = Math.log(deviations?.[i] ?? 1) + (objective.ofLog ? scaled[i] : 0);
        return -lost / scale - density.logNormaliser(scale / weights[i]) - logDeviation;
    });
    return likelihoods.every(Number.isFinite) ? likelihoods : null;
}

/**
 * Akaike's criterion with the correction for few rows (Hurvich and Tsai 1989; Burnham and Anderson 2002, section 2.4).
 * @param parameters K, the scale of the noise among them; K < rows − 1
 */
export function correctedAkaike(logLikelihood: number, parameters: number, rows: number): number {
    return -2 * logLikelihood + 2 * parameters + (2 * parameters * (parameters + 1)) / (rows - parameters - 1);
}

/** Schwarz's Bayesian criterion (1978); `parameters` as above. */
export function bayesian(logLikelihood: number, parameters: number, rows: number): number {
    return -2 * logLikelihood + parameters * Math.log(rows);
}
