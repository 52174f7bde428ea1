/**
 * How far the parameters would scatter in many repetitions of the experiment, to first order. With g = ∂(T(f)/σ)/∂θ of a row
 * and G the matrix of them,
 *
 *     squares       Var θ = s² (GᵀG)⁻¹,  s² = F/(n − p)
 *     otherwise     Var θ = H⁻¹ V H⁻¹,  V the scatter of the scores ρ′ g
 *
 * The first is the classical one; standard errors of the observations are taken as known up to a common factor. The second is
 * the sandwich of Huber (1967), right whatever the noise is like (White 1980): H is the exact Hessian of F, but for ρ″, which
 * is that of the smoothed loss; without the second derivatives of the law where it is not positive definite with them. It is
 * used for squares too where weights say how much rows count, and where rows come in clusters. V makes up for what the fit
 * takes of the residuals, and its degrees of freedom are those of each parameter (`scoreScatter.ts`).
 */
import { countClusters } from './clusterParts.js';
import type { LinearisedFit } from './clusterParts.js';
import { emptyExpansion } from './criterion.js';
import { inOrthonormalCoordinates, inverseDiagonal } from './design.js';
import { addProducts, cholesky, choleskySolve, dot, multiply } from './linearAlgebra.js';
import { linearise } from './linearise.js';
import { lossOf } from './objectives.js';
import type { Loss } from './objectives.js';
import type { FitProblem } from './problem.js';
import { scatterOfScores } from './scoreScatter.js';

export interface Asymptotics {
    /** Of each free parameter; null where the data, or all clusters but one, do not determine it, or a bound holds it. */
    readonly variances: readonly (number | null)[];
    /** With which degrees of freedom each of them is known. */
    readonly degrees: readonly (number | null)[];
    /** The diagonal of H⁻¹: twice what F rises by when the parameter moves by 1 and the others adapt is 1 over it. */
    readonly inverseCurvatures: readonly (number | null)[];
}

export interface AsymptoticsTask extends LinearisedFit {
    readonly problem: FitProblem;
    /** F at the optimum. */
    readonly value: number;
    /** The loss with its kink smoothed. */
    readonly loss: Loss;
}

/** Smallest pivot of H, its diagonal scaled to 1, at which F counts as curved upwards. */
const CURVED = 1e-13;

/** Whether rows are left to tell the noise by, of more than one cluster. */
export function hasDegrees({ problem: { clusters }, design }: Pick<AsymptoticsTask, 'problem' | 'design'>): boolean {
    return design.degrees > 0 && (clusters === undefined || countClusters(clusters) > 1);
}

export async function asymptoticsOf(task: AsymptoticsTask): Promise<Asymptotics> {
    const { criterion, design } = task;
    const { objective, weights, clusters } = task.problem;
    const isClassical = objective.kind === 'squares' && weights === undefined && clusters === undefined;
    const found = hasDegrees(task) ? await (isClassical ? classical(task) : sandwich(task)) : null;
    const spread = (diagonal: ArrayLike<number | null> | undefined): (number | null)[] =>
        Array.from({ length: criterion.size }, (_, j) => diagonal?.[design.columns.indexOf(j)] ?? null);
    return {
        variances: spread(found?.variances),
        degrees: spread(found?.degrees),
        inverseCurvatures: spread(found?.inverseCurvatures),
    };
}

/** Of each column of the design. */
interface Spread {
    readonly degrees: readonly number[];
    readonly variances: readonly (number | null)[];
    readonly inverseCurvatures: Float64Array;
}

function classical({ design, value }: AsymptoticsTask): Spread {
    const inverse = inverseDiagonal(design);
    const variance = value / design.degrees;
    return {
        degrees: design.columns.map(() => design.degrees),
        variances: Array.from(inverse, (element) => variance * element),
        // F is the sum of r², so its Hessian is 2 GᵀG.
        inverseCurvatures: inverse.map((element) => 0.5 * element),
    };
}

async function sandwich(task: AsymptoticsTask): Promise<Spread | null> {
    const { problem, criterion, sample, design, parameters } = task;
    const bends = await bendsOf(task);
    const inverse = inverseOf(await hessianOf(task, bends)) ?? inverseOf(bends.smoothed);
    if (inverse === null) return null;
    const loss = lossOf(problem.objective);
    const scores = criterion.residuals(sample, parameters).map((r, i) => loss.slope(r * sample.precisions[i]));
    const { squares, degrees } = await scatterOfScores(task, problem.clusters, scores);
    return {
        degrees,
        variances: inverse.map((row, k) =>
            degrees[k] > 0 ? quadraticForm(squares, inOrthonormalCoordinates(design, row)) : null,
        ),
        inverseCurvatures: Float64Array.from(inverse, (row, k) => row[k]),
    };
}

/** Σ c ρ″ ggᵀ of the smoothed loss, and of the loss itself. */
interface Bends {
    readonly smoothed: Float64Array;
    readonly own: Float64Array;
}

async function bendsOf({
    problem,
    criterion,
    sample,
    design,
    parameters,
    loss,
    pacer,
}: AsymptoticsTask): Promise<Bends> {
    const exact = lossOf(problem.objective);
    const [smoothed, own] = Array.from({ length: 2 }, () => new Float64Array(design.columns.length ** 2));
    for await (const { counts, residuals, slopes } of linearise(criterion, sample, parameters, pacer)) {
        const columns = design.columns.map((column) => slopes[column]);
        const weightsBy = (of: Loss): Float64Array => residuals.map((r, i) => counts[i] * of.curvature(r));
        addProducts(smoothed, columns, weightsBy(loss));
        addProducts(own, columns, weightsBy(exact));
    }
    return { smoothed, own };
}

/** The Hessian of F with the smoothed ρ″ in place of its own. */
async function hessianOf(task: AsymptoticsTask, { smoothed, own }: Bends): Promise<Float64Array> {
    const { problem, criterion, sample, design, parameters } = task;
    const expansion = emptyExpansion(criterion.size);
    await criterion.expand(sample, lossOf(problem.objective), parameters, expansion);
    const size = design.columns.length;
    return smoothed.map((bend, index) => {
        const [j, k] = [design.columns[Math.floor(index / size)], design.columns[index % size]];
        return expansion.hessian[j * criterion.size + k] - own[index] + bend;
    });
}

/** The rows of the inverse; null where the matrix is not safely positive definite. */
function inverseOf(matrix: Float64Array): Float64Array[] | null {
    const size = Math.sqrt(matrix.length);
    const scale = Float64Array.from({ length: size }, (_, j) => Math.sqrt(matrix[j * size + j]));
    const scaled = matrix.map((element, index) => element / (scale[Math.floor(index / size)] * scale[index % size]));
    const factor = cholesky(scaled, size, CURVED);
    if (factor === null) return null;
    return Array.from(scale, (length, k) => {
        const unit = new Float64Array(size);
        unit[k] = 1 / length;
        return choleskySolve(factor, size, unit).map((element, j) => element / scale[j]);
    });
}

/** xᵀVx. */
function quadraticForm(matrix: Float64Array, x: Float64Array): number {
    return dot(x, multiply(matrix, x));
}
