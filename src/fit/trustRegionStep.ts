/**
 * The step that minimises a quadratic model g·s + ½ sᵀBs within ‖D s‖ ≤ Δ, B of any signature (Moré and Sorensen 1983,
 * Computing a trust region step; Nocedal and Wright 2006, section 4.3). There are only a handful of parameters, so B is
 * diagonalised and the multiplier λ of s(λ) = −(B + λI)⁻¹g found by Newton's iteration on 1/Δ − 1/‖s(λ)‖.
 */
import { cholesky, choleskySolve, forwardSolve, symmetricEigen } from './linearAlgebra.js';

export interface TrustRegionStep {
    readonly step: Float64Array;
    /** Whether the radius holds the step back. */
    readonly limited: boolean;
    /** −(B + λD²)⁻¹ v: how the same damped model answers another slope. */
    respond(slope: Float64Array): Float64Array;
}

/** `free` lists the coordinates that may move; the others get 0. */
export function trustRegionStep(
    gradient: Float64Array,
    matrix: Float64Array,
    scale: Float64Array,
    free: readonly number[],
    radius: number,
): TrustRegionStep {
    const size = gradient.length;
    const n = free.length;
    const scaled = new Float64Array(n * n);
    const slope = new Float64Array(n);
    for (let a = 0; a < n; a++) {
        slope[a] = gradient[free[a]] / scale[free[a]];
        for (let b = 0; b < n; b++) {
            scaled[a * n + b] = matrix[free[a] * size + free[b]] / (scale[free[a]] * scale[free[b]]);
        }
    }
    const unscaled = (within: Float64Array): Float64Array => {
        const step = new Float64Array(size);
        for (let a = 0; a < n; a++) step[free[a]] = within[a] / scale[free[a]];
        return step;
    };
    const rescaled = (vector: Float64Array): Float64Array => Float64Array.from(free, (j) => vector[j] / scale[j]);
    const { step, limited, respond } =
        positiveDefiniteStep(scaled, slope, radius) ?? stepInEigenbasis(scaled, slope, radius);
    return { step: unscaled(step), limited, respond: (vector) => unscaled(respond(rescaled(vector))) };
}

/** Below this share of the diagonal, a pivot is left to the eigenvalues to judge. */
const SAFE_PIVOT = 1e-8;
/** A step may be this much longer than the radius. */
const NEAR_RADIUS = 1.001;
const MOST_SHIFTS = 30;

/**
 * Where B is safely positive definite, a Cholesky factor for each trial of λ will do; Newton's iteration then comes from
 * below and never passes the λ sought.
 */
function positiveDefiniteStep(matrix: Float64Array, slope: Float64Array, radius: number): TrustRegionStep | null {
    const n = slope.length;
    const least = SAFE_PIVOT * largestDiagonal(matrix, n);
    const shifted = matrix.slice();
    for (let lambda = 0, trial = 0; trial < MOST_SHIFTS; trial++) {
        const lower = cholesky(shifted, n, least);
        if (lower === null) return null;
        const step = negated(choleskySolve(lower, n, slope));
        const length = norm(step);
        if (length <= radius * NEAR_RADIUS) {
            const respond = (vector: Float64Array): Float64Array => negated(choleskySolve(lower, n, vector));
            return { step, limited: lambda > 0, respond };
        }
        const along = norm(forwardSolve(lower, n, step));
        const change = ((length - radius) / radius) * (length / along) ** 2;
        lambda += change;
        for (let k = 0; k < n; k++) shifted[k * n + k] += change;
    }
    return null;
}

function largestDiagonal(matrix: Float64Array, n: number): number {
    let largest = 0;
    for (let k = 0; k < n; k++) largest = Math.max(largest, matrix[k * n + k]);
    return largest;
}

function stepInEigenbasis(matrix: Float64Array, slope: Float64Array, radius: number): TrustRegionStep {
    const n = slope.length;
    const { values, vectors } = symmetricEigen(matrix, n);
    const toEigenbasis = (vector: Float64Array): Float64Array => {
        const along = new Float64Array(n);
        for (let k = 0; k < n; k++) for (let a = 0; a < n; a++) along[k] += vectors[a * n + k] * vector[a];
        return along;
    };
    const fromEigenbasis = (coefficients: Float64Array): Float64Array => {
        const step = new Float64Array(n);
        for (let a = 0; a < n; a++) for (let k = 0; k < n; k++) step[a] += vectors[a * n + k] * coefficients[k];
        return step;
    };
    const { coefficients, limited, curvatures } = alongEigenvectors(toEigenbasis(slope), values, radius);
    const respond = (vector: Float64Array): Float64Array =>
        fromEigenbasis(toEigenbasis(vector).map((g, k) => -g / curvatures[k]));
    return { step: fromEigenbasis(coefficients), limited, respond };
}

interface EigenbasisStep {
    readonly coefficients: Float64Array;
    readonly limited: boolean;
    /** The eigenvalues of B + λI. */
    readonly curvatures: Float64Array;
}

function alongEigenvectors(along: Float64Array, values: Float64Array, radius: number): EigenbasisStep {
    // Curvatures below this are rounding: the data say nothing in that direction, and the step hardly moves along it.
    const floor = 1e-13 * Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]), Number.MIN_VALUE);
    const shifted = (lambda: number): Float64Array => values.map((value) => Math.max(value + lambda, floor));
    const at = (lambda: number): Float64Array => shifted(lambda).map((curvature, k) => -along[k] / curvature);
    const unconstrained = at(0);
    if (values[0] > -floor && norm(unconstrained) <= radius) {
        return { coefficients: unconstrained, limited: false, curvatures: shifted(0) };
    }
    const least = Math.max(0, -values[0]);
    if (norm(at(least)) < radius) {
        return { coefficients: hardCase(at(least), radius), limited: true, curvatures: shifted(least) };
    }
    const lambda = multiplier(along, shifted, least, radius, floor);
    return { coefficients: at(lambda), limited: true, curvatures: shifted(lambda) };
}

/** The λ for which the step is as long as the radius, to a thousandth. */
function multiplier(
    along: Float64Array,
    shifted: (lambda: number) => Float64Array,
    least: number,
    radius: number,
    floor: number,
): number {
    let lower = least;
    let upper = least + norm(along) / radius + floor;
    let lambda = upper;
    for (let iteration = 0; iteration < 60; iteration++) {
        const curvatures = shifted(lambda);
        let [square, slope] = [0, 0];
        for (let k = 0; k < along.length; k++) {
            const coefficient = along[k] / curvatures[k];
            square += coefficient ** 2;
            slope += coefficient ** 2 / curvatures[k];
        }
        const length = Math.sqrt(square);
        if (Math.abs(length - radius) <= (NEAR_RADIUS - 1) * radius) break;
        if (length > radius) lower = lambda;
        else upper = lambda;
        const newton = lambda + ((length - radius) / radius) * (square / slope);
        lambda = newton > lower && newton < upper ? newton : Math.max(0.5 * (lower + upper), 1e-3 * upper);
    }
    return lambda;
}

/** The gradient says nothing along the most negative curvature: go there as far as the radius allows. */
function hardCase(coefficients: Float64Array, radius: number): Float64Array {
    const others = norm(coefficients.subarray(1));
    const completed = Float64Array.from(coefficients);
    completed[0] = (coefficients[0] < 0 ? -1 : 1) * Math.sqrt(Math.max(0, radius ** 2 - others ** 2));
    return completed;
}

function negated(x: Float64Array): Float64Array {
    for (let k = 0; k < x.length; k++) x[k] = -x[k];
    return x;
}

function norm(x: Float64Array): number {
    let sum = 0;
    for (let k = 0; k < x.length; k++) sum += x[k] * x[k];
    return Math.sqrt(sum);
}
