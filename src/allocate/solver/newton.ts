/**
 * Unconstrained minimisation by Newton's method with the Hessian's eigenvalues made positive, and a backtracking line search
 * (Nocedal and Wright, Numerical Optimization, 2nd ed., sections 3.4 and 3.1).
 */
import { symmetricEigen } from '../../fit/linearAlgebra.js';
import { dot, largest, norm } from './vectors.js';

export interface SmoothFunction {
    /** Infinity where it cannot be computed. */
    value(u: Float64Array): number;
    /** Undefined where it cannot be computed. */
    expand(
        u: Float64Array,
    ): { readonly value: number; readonly gradient: Float64Array; readonly hessian: Float64Array } | undefined;
}

/** No variable moves by more than a factor e^4 at once. */
const LONGEST_STEP = 4;
const MOST_ITERATIONS = 80;
const SUFFICIENT_DECREASE = 1e-4;
/** Eigenvalues below this part of the largest are raised to it. */
const SMALLEST_CURVATURE = 1e-10;

/** Ends where the gradient is below `tolerance`, or no step improves. */
export function minimize(f: SmoothFunction, start: Float64Array, tolerance: number): Float64Array {
    let u = start;
    for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
        const expansion = f.expand(u);
        if (!expansion || norm(expansion.gradient) <= tolerance) {
            return u;
        }
        const step = newtonStep(expansion.gradient, expansion.hessian);
        const next = search(f, u, expansion.value, step, dot(expansion.gradient, step));
        if (!next) {
            return u;
        }
        u = next;
    }
    return u;
}

function newtonStep(gradient: Float64Array, hessian: Float64Array): Float64Array {
    const n = gradient.length;
    const { values, vectors } = symmetricEigen(hessian, n);
    const smallest = SMALLEST_CURVATURE * largest(values) || 1;
    const step = new Float64Array(n);
    for (let k = 0; k < n; k++) {
        let along = 0;
        for (let i = 0; i < n; i++) {
            along += vectors[i * n + k] * gradient[i];
        }
        along /= Math.max(Math.abs(values[k]), smallest);
        for (let i = 0; i < n; i++) {
            step[i] -= along * vectors[i * n + k];
        }
    }
    const longest = largest(step);
    return longest > LONGEST_STEP ? step.map((part) => (part * LONGEST_STEP) / longest) : step;
}

function search(
    f: SmoothFunction,
    u: Float64Array,
    value: number,
    step: Float64Array,
    slope: number,
): Float64Array | undefined {
    for (let length = 1; length > 1e-10; length /= 2) {
        const candidate = u.map((part, j) => part + length * step[j]);
        if (f.value(candidate) <= value + SUFFICIENT_DECREASE * length * slope) {
            return candidate;
        }
    }
    return undefined;
}
