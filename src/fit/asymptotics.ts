/**
 * How far the parameters would scatter in many repetitions of the experiment, to first order. With g = ∂(T(f)/σ)/∂θ of a row
 * and G the matrix of them,
 *
 *     squares       Var θ = s² (GᵀG)⁻¹,  s² = F/(n − p)
 *     otherwise     Var θ = H⁻¹ V H⁻¹ · n/(n − p),  V = Σ (c ρ′ g)(c ρ′ g)ᵀ
 *
 * The first is the classical one; standard errors of the observations are taken as known up to a common factor. The second is
 * the sandwich of Huber (1967), right whatever the noise is like (White 1980): H is the exact Hessian of F, but for ρ″, which
 * is that of the smoothed loss; without the second derivatives of the law where it is not positive definite with them. It is
 * used for squares too where weights say how much rows count, and where rows come in clusters; of these the scores c ρ′ g are
 * summed first, and the factor is m/(m − 1) · (n − 1)/(n − p) for m of them (Liang and Zeger 1986; Cameron and Miller 2015,
 * J. Human Resources 50).
 */
import { emptyExpansion } from './criterion.js';
import type { Criterion } from './criterion.js';
import { inverseDiagonal } from './design.js';
import type { Design } from './design.js';
import { cholesky, choleskySolve } from './linearAlgebra.js';
import { linearise } from './linearise.js';
import { lossOf } from './objectives.js';
import type { Loss } from './objectives.js';
import type { Pacer } from './pacing.js';
import type { FitProblem } from './problem.js';
import type { Sample } from './sample.js';

export interface Asymptotics {
    /** Degrees of freedom of the variances: n − p, or clusters − 1. */
    readonly degrees: number;
    /** Of each free parameter; null where the data do not determine it or a bound holds it. */
    readonly variances: readonly (number | null)[];
    /** The diagonal of H⁻¹: twice what F rises by when the parameter moves by 1 and the others adapt is 1 over it. */
    readonly inverseCurvatures: readonly (number | null)[];
}

export interface AsymptoticsTask {
    readonly problem: FitProblem;
    readonly criterion: Criterion;
    readonly sample: Sample;
    readonly design: Design;
    /** The optimum. */
    readonly parameters: Float64Array;
    /** F there. */
    readonly value: number;
    /** The loss with its kink smoothed. */
    readonly loss: Loss;
    readonly pacer: Pacer;
}

/** Smallest pivot of H, its diagonal scaled to 1, at which F counts as curved upwards. */
const CURVED = 1e-13;

export async function asymptoticsOf(task: AsymptoticsTask): Promise<Asymptotics> {
    const { problem, criterion, design } = task;
    const { objective, weights, clusters } = problem;
    const isClassical = objective.kind === 'squares' && weights === undefined && clusters === undefined;
    const degrees = clusters === undefined ? design.degrees : countClusters(clusters) - 1;
    const found = degrees > 0 && design.degrees > 0 ? await (isClassical ? classical(task) : sandwich(task)) : null;
    const spread = (diagonal: Float64Array | undefined): (number | null)[] =>
        Array.from({ length: criterion.size }, (_, j) => diagonal?.[design.columns.indexOf(j)] ?? null);
    return { degrees, variances: spread(found?.variances), inverseCurvatures: spread(found?.inverseCurvatures) };
}

interface Diagonals {
    readonly variances: Float64Array;
    readonly inverseCurvatures: Float64Array;
}

function classical({ design, value }: AsymptoticsTask): Diagonals {
    const inverse = inverseDiagonal(design);
    const variance = value / design.degrees;
    return {
        variances: inverse.map((element) => variance * element),
        // F is the sum of r², so its Hessian is 2 GᵀG.
        inverseCurvatures: inverse.map((element) => 0.5 * element),
    };
}

async function sandwich(task: AsymptoticsTask): Promise<Diagonals | null> {
    const sums = await sumsOverRows(task);
    const inverse = inverseOf(await hessianOf(task, sums)) ?? inverseOf(sums.bends);
    return (
        inverse && {
            variances: Float64Array.from(
                inverse,
                (row) => smallSampleFactor(task) * quadraticForm(sums.squaredScores, row),
            ),
            inverseCurvatures: Float64Array.from(inverse, (row, k) => row[k]),
        }
    );
}

interface RowSums {
    /** Σ c ρ″ ggᵀ of the smoothed loss, and of the loss itself. */
    readonly bends: Float64Array;
    readonly ownBends: Float64Array;
    /** V. */
    readonly squaredScores: Float64Array;
}

async function sumsOverRows(task: AsymptoticsTask): Promise<RowSums> {
    const { problem, criterion, sample, design, parameters, loss, pacer } = task;
    const { clusters } = problem;
    const exact = lossOf(problem.objective);
    const size = design.columns.length;
    const [bends, ownBends, squaredScores] = Array.from({ length: 3 }, () => new Float64Array(size * size));
    const last = clusters?.reduce((most, cluster) => Math.max(most, cluster), 0) ?? 0;
    const sums = clusters && design.columns.map(() => new Float64Array(1 + last));
    for await (const { first, counts, residuals, slopes } of linearise(criterion, sample, parameters, pacer)) {
        const columns = design.columns.map((column) => slopes[column]);
        const scores = residuals.map((r, i) => counts[i] * exact.slope(r));
        addProducts(
            columns,
            residuals.map((r, i) => counts[i] * loss.curvature(r)),
            bends,
        );
        addProducts(
            columns,
            residuals.map((r, i) => counts[i] * exact.curvature(r)),
            ownBends,
        );
        if (sums === undefined)
            addProducts(
                columns,
                scores.map((score) => score * score),
                squaredScores,
            );
        else
            sums.forEach((sum, j) =>
                scores.forEach((score, i) => (sum[clusters![first + i]] += score * columns[j][i])),
            );
    }
    if (sums !== undefined) addProducts(sums, new Float64Array(sums[0].length).fill(1), squaredScores);
    return { bends, ownBends, squaredScores };
}

/** The Hessian of F with the smoothed ρ″ in place of its own. */
async function hessianOf(task: AsymptoticsTask, { bends, ownBends }: RowSums): Promise<Float64Array> {
    const { problem, criterion, sample, design, parameters } = task;
    const expansion = emptyExpansion(criterion.size);
    await criterion.expand(sample, lossOf(problem.objective), parameters, expansion);
    const size = design.columns.length;
    return bends.map((bend, index) => {
        const [j, k] = [design.columns[Math.floor(index / size)], design.columns[index % size]];
        return expansion.hessian[j * criterion.size + k] - ownBends[index] + bend;
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
    return x.reduce((sum, xj, j) => sum + xj * x.reduce((row, xk, k) => row + matrix[j * x.length + k] * xk, 0), 0);
}

/** Adds the sums of products of any two columns, weighted by row. */
function addProducts(columns: readonly Float64Array[], weights: Float64Array, to: Float64Array): void {
    for (let j = 0; j < columns.length; j++) {
        for (let k = 0; k < columns.length; k++) {
            let sum = 0;
            for (let i = 0; i < weights.length; i++) sum += weights[i] * columns[j][i] * columns[k][i];
            to[j * columns.length + k] += sum;
        }
    }
}

function smallSampleFactor({ problem: { clusters }, sample: { rows }, design: { degrees } }: AsymptoticsTask): number {
    if (clusters === undefined) return rows / degrees;
    const count = countClusters(clusters);
    return ((count / (count - 1)) * (rows - 1)) / degrees;
}

function countClusters(clusters: Uint32Array): number {
    return new Set(clusters).size;
}
