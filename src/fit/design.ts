/**
 * The regression that a fit is to first order at its optimum: the columns √c ∂(T(f)/σ)/∂θⱼ that the data tell apart, and
 * their triangular factor.
 */
import type { Criterion } from './criterion.js';
import { addMultiple, dot, forwardSolve } from './linearAlgebra.js';
import { linearise } from './linearise.js';
import type { Pacer } from './pacing.js';
import type { Sample } from './sample.js';
import { factorOf, triangularFactor } from './triangularFactor.js';

export interface Design {
    /** Indices of free parameters, none at a bound, whose columns are independent of each other. */
    readonly columns: readonly number[];
    /** L of GᵀG = L Lᵀ, G the matrix of these columns. */
    readonly factor: Float64Array;
    /** Rows less columns. */
    readonly degrees: number;
}

/** A column is dependent on those before it if less than this is left of its length. */
const INDEPENDENT = 1e-6;

/**
 * @param candidates parameters to have a column, those that the data determine first: of columns that depend on each other
 * the last are left out, which does not change what is said of the determined ones
 */
export async function designOf(
    criterion: Criterion,
    sample: Sample,
    parameters: Float64Array,
    candidates: readonly number[],
    pacer: Pacer,
): Promise<Design> {
    const { size } = criterion;
    const whole = await triangularFactor(linearise(criterion, sample, parameters, pacer), size);
    const columns: number[] = [];
    for (const j of candidates) {
        const length = Math.hypot(...whole.subarray(j * size, (j + 1) * size));
        const left = Math.abs(factorOf(whole, size, [...columns, j]).at(-1)!);
        if (left > INDEPENDENT * length) columns.push(j);
    }
    return { columns, factor: factorOf(whole, size, columns), degrees: sample.rows - columns.length };
}

/**
 * The derivatives of a block's rows in coordinates in which GᵀG is the identity, one array for each column: G L⁻ᵀ. The
 * leverage of a row is the sum of their squares.
 */
export function orthonormalColumns(
    { columns, factor }: Design,
    slopes: readonly Float64Array[],
    rows: number,
): Float64Array[] {
    const size = columns.length;
    const orthonormal: Float64Array[] = [];
    columns.forEach((column, k) => {
        const rest = slopes[column].slice(0, rows);
        orthonormal.forEach((before, j) => addMultiple(rest, -factor[k * size + j], before));
        orthonormal.push(rest.map((value) => value / factor[k * size + k]));
    });
    return orthonormal;
}

/** How much each row steers the fit: h, the sum of the squares of its orthonormal columns, times how much it counts. */
export function leveragesOf(columns: readonly Float64Array[], counts: Float64Array): Float64Array {
    return counts.map((count, i) => count * columns.reduce((sum, column) => sum + column[i] * column[i], 0));
}

/** Each parameter as a sum over the coordinates in which GᵀG is the identity: θₖ = cᵀz with c = L⁻¹eₖ. */
export function parameterContrasts({ columns, factor }: Design): Float64Array[] {
    return columns.map((_, k) => {
        const unit = new Float64Array(columns.length);
        unit[k] = 1;
        return forwardSolve(factor, columns.length, unit);
    });
}

/** Lᵀx: what multiplies scores in orthonormal coordinates, where x multiplies those of the columns. */
export function inOrthonormalCoordinates({ factor }: Design, x: Float64Array): Float64Array {
    return x.map((_, j) => x.reduce((sum, value, k) => sum + factor[k * x.length + j] * value, 0));
}

/** The diagonal of (GᵀG)⁻¹. */
export function inverseDiagonal(design: Design): Float64Array {
    return Float64Array.from(parameterContrasts(design), (contrast) => dot(contrast, contrast));
}
