/**
 * What the residuals tell of the noise. A fit follows its data, so residuals are smaller than the noise, most of all in rows
 * of high leverage h. With ψ = ρ′ and ψ̄′ the mean of ρ″ (of the smoothed loss), the residual of a row in a fit without it
 * is to first order
 *
 *     r + h/(1 − h) · ψ/ψ̄′
 *
 * for squares r/(1 − h), the HC3 of MacKinnon and White (1985, J. Econometrics 29); for other losses see El Karoui and Purdom
 * (2018, J. Mach. Learn. Res. 19). These deleted residuals are as much too large as the others are too small; brought to
 * the variance Σ r²/(n − p) they stand for the noise itself. Where each row keeps its own noise, it is that of squares
 * r/√(1 − h), HC2, and of losses that are not quadratic throughout the deleted residual: as many as there are parameters have
 * hardly a residual, and what they do near 0 decides (Feng, He and Hu 2011, Biometrika 98). There the draws scatter by how many
 * lie near 0, which no sign changes: so each is spread over a range as wide as that of `smoothedLoss.ts` (De Angelis, Hall and
 * Young 1993, J. Am. Stat. Assoc. 88), all of them shrunk to keep their variance (Silverman and Young 1987, Biometrika 74). The
 * degrees of freedom are those of the variances that it makes (`scoreScatter.ts`).
 */
import { countClusters } from './clusterParts.js';
import type { LinearisedFit } from './clusterParts.js';
import { commonDegrees } from './contrastSums.js';
import { residualsWithoutCluster } from './deletedClusters.js';
import { leveragesOf, orthonormalColumns } from './design.js';
import { chiSquareQuantile } from './distributions.js';
import { linearise } from './linearise.js';
import { lossOf } from './objectives.js';
import type { Loss } from './objectives.js';
import type { FitProblem } from './problem.js';
import { median, thinned } from './quantiles.js';
import type { Sample } from './sample.js';
import { scatterOfScores } from './scoreScatter.js';

export interface NoiseTask extends LinearisedFit {
    readonly problem: FitProblem;
    /** The loss with its kink smoothed. */
    readonly loss: Loss;
}

/** Both in units of the standard errors, where there are any. */
export interface Noise {
    /** What each row or cluster keeps as its own where resamples ask for it: of clusters, and wild ones; else null. */
    readonly own: OwnNoise | null;
    /** Values distributed as the noise: one for each row, or for each of some thousand; their loss is least at 0. */
    readonly errors: Float64Array;
    /** Degrees of freedom with which their size is known: n − p, or clusters − 1. */
    readonly degrees: number;
}

export interface OwnNoise {
    /** Of each row, as large as the noise; of clusters, the residuals of a fit without them. */
    readonly errors: Float64Array;
    /** Each error stands for any within ± this, all as likely. */
    readonly spread: number;
    /** Degrees of freedom with which these tell how the parameters scatter. */
    readonly degrees: number;
}

export async function noiseOf(task: NoiseTask): Promise<Noise> {
    const { problem, criterion, sample, design, parameters, loss } = task;
    const { precisions } = sample;
    const residuals = criterion.residuals(sample, parameters).map((r, i) => r * precisions[i]);
    const exact = lossOf(problem.objective);
    const bend = meanOf(residuals, (r) => loss.curvature(r)) || Infinity;
    const pull = residuals.map((r) => exact.slope(r) / bend);
    const leftOut = await withoutFollowing(task, residuals, pull, (rest) => 1 / rest);
    const variance = (sample.rows / design.degrees) * meanOf(residuals, (r) => r * r);
    const { clusters } = problem;
    return {
        own: await ownNoise(task, residuals, pull),
        errors: centred(scaled(thinned(leftOut), variance), exact),
        degrees: clusters ? countClusters(clusters) - 1 : design.degrees,
    };
}

async function ownNoise(task: NoiseTask, residuals: Float64Array, pull: Float64Array): Promise<OwnNoise | null> {
    const { clusters, bootstrap } = task.problem;
    if (clusters !== undefined) {
        const errors = await residualsWithoutCluster(task, clusters, residuals, pull);
        return { errors, spread: 0, degrees: countClusters(clusters) - 1 };
    }
    if (bootstrap?.kind !== 'wild') return null;
    const exact = lossOf(task.problem.objective);
    const isQuadratic = exact.isInside(Infinity);
    const errors = await withoutFollowing(task, residuals, pull, (rest) => 1 / (isQuadratic ? Math.sqrt(rest) : rest));
    const { degrees } = await scatterOfScores(task, undefined, pull);
    // ρ″ of width δ, spread so far, has the variance of that of the smoothed loss.
    const spread = isQuadratic ? 0 : Math.sqrt(task.loss.delta ** 2 - exact.delta ** 2);
    return { ...shrunk(errors, spread), degrees: commonDegrees(degrees) };
}

/** By as much as uniform values within ± the spread add to the variance. */
function shrunk(errors: Float64Array, spread: number): Pick<OwnNoise, 'errors' | 'spread'> {
    const variance = meanOf(errors, (error) => error * error);
    const factor = variance > 0 ? Math.sqrt(variance / (variance + spread ** 2 / 3)) : 1;
    return { errors: errors.map((error) => factor * error), spread: factor * spread };
}

/** So many values of the noise are needed to tell its tails. */
const ENOUGH_VALUES = 200;

/**
 * Values that the noise may have in a run of typical standard error. The size of the noise is only known with some degrees of
 * freedom ν: where there are few rows, each of its values comes in several sizes √(ν/χ²).
 */
export function noiseOfNewRun(noise: Noise | null, { precisions }: Pick<Sample, 'precisions'>): Float64Array {
    if (noise === null) return new Float64Array(0);
    const { errors, degrees } = noise;
    const precision = median(thinned(precisions));
    const count = Math.ceil(ENOUGH_VALUES / errors.length);
    const sizes = Array.from({ length: count }, (_, k) => sizeOfNoise((k + 0.5) / count, degrees));
    const { length } = errors;
    return Float64Array.from(
        { length: count * length },
        (_, index) => (sizes[Math.floor(index / length)] * errors[index % length]) / precision,
    );
}

/** √(ν/χ²) at a quantile of χ²: what noise known with ν degrees of freedom may be multiplied with. */
export function sizeOfNoise(quantile: number, degrees: number): number {
    return Math.sqrt(degrees / chiSquareQuantile(quantile, degrees));
}

/** Residuals less a part of how far the fit follows them: the factor that those of squares have, by 1 − h. */
async function withoutFollowing(
    { criterion, sample, design, parameters, pacer }: NoiseTask,
    residuals: Float64Array,
    pull: Float64Array,
    factor: (rest: number) => number,
): Promise<Float64Array> {
    const freed = residuals.slice();
    for await (const { first, rows, counts, slopes } of linearise(criterion, sample, parameters, pacer)) {
        leveragesOf(orthonormalColumns(design, slopes, rows), counts).forEach((h, i) => {
            // A row that alone determines a parameter has no residual: it tells nothing.
            freed[first + i] += (factor(Math.max(1 - h, 1 / sample.rows)) - 1) * pull[first + i];
        });
    }
    return freed;
}

function scaled(values: Float64Array, variance: number): Float64Array {
    const own = meanOf(values, (value) => value * value);
    return own > 0 ? values.map((value) => value * Math.sqrt(variance / own)) : values;
}

/** Shifted so that the loss of all is least where it is. */
function centred(values: Float64Array, loss: Loss): Float64Array {
    let lower = values.reduce((least, value) => Math.min(least, value), Infinity);
    let upper = values.reduce((most, value) => Math.max(most, value), -Infinity);
    for (let step = 0; step < 60; step++) {
        const middle = 0.5 * (lower + upper);
        if (meanOf(values, (value) => loss.slope(value - middle)) > 0) lower = middle;
        else upper = middle;
    }
    const centre = 0.5 * (lower + upper);
    return values.map((value) => value - centre);
}

function meanOf(values: Float64Array, of: (value: number, index: number) => number): number {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += of(values[i], i);
    return sum / values.length;
}
