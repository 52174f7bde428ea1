/**
 * The least-squares parabola in orthogonal polynomials (Forsythe 1957, J. SIAM 5, 74–88): they keep every digit however
 * far from zero the data lie, and make the coefficients bₖ independent of each other, with variances σ²/Sₖ.
 *
 *     p₀ = 1,  p₁ = x − α₀,  p₂ = (x − α₁) p₁ − β₁,  p₃ = (x − α₂) p₂ − β₂ p₁
 *     Sₖ = Σ w pₖ²,  αₖ = Σ w x pₖ² / Sₖ,  βₖ = Sₖ / Sₖ₋₁,  bₖ = Σ w y pₖ / Sₖ
 */
import { dot } from '../linearAlgebra.js';

export interface Parabola {
    /** Where the slope is zero. */
    readonly vertex: number;
    /** The value there. */
    readonly extreme: number;
    /** b₂, half the second derivative: positive where the parabola opens upwards. */
    readonly curvature: number;
    /** The standard error of the vertex; null without a degree of freedom. */
    readonly vertexError: number | null;
    /** Σ w r² */
    readonly residualSquares: number;
    /** Points that count, minus three. */
    readonly freedom: number;
    /** What the parabola leaves out; null where there is no fourth `x`. */
    readonly cubic: CubicTerm | null;
    at(x: number): number;
    /** p₀, p₁ and p₂ at `x` over √S₀, √S₁ and √S₂. */
    orthonormal(x: number): readonly number[];
    /** By how much the vertex moves with the coefficients of these: the delta method. */
    readonly vertexContrast: Float64Array;
    /** How far the parabola follows a point of weight one at `x`: 0 not at all, 1 wholly. */
    leverage(x: number): number;
}

/** The least-squares coefficient b₃ of p₃, its S₃, and the slope of p₃ at the vertex. */
export interface CubicTerm {
    readonly coefficient: number;
    readonly squares: number;
    readonly slopeAtVertex: number;
}

/** Below this share of the spread, squared, p₃ is rounding. */
const NOTHING_LEFT = 1e-12;

/** @param weights how often each point counts; at least three different `x` must count */
export function fitParabola(x: Float64Array, y: Float64Array, weights: Float64Array): Parabola {
    const p0 = new Float64Array(x.length).fill(1);
    const { squares: s0, centre: a0, coefficient: b0 } = project(p0, x, y, weights);
    const p1 = next(x, a0, p0, 0, p0);
    const { squares: s1, centre: a1, coefficient: b1 } = project(p1, x, y, weights);
    const beta1 = s1 / s0;
    const p2 = next(x, a1, p1, beta1, p0);
    const { squares: s2, centre: a2, coefficient: b2 } = project(p2, x, y, weights);
    const beta2 = s2 / s1;
    const p3 = next(x, a2, p2, beta2, p1);
    const { squares: s3, coefficient: b3 } = project(p3, x, y, weights);

    const second = (value: number): number => (value - a1) * (value - a0) - beta1;
    const at = (value: number): number => b0 + (value - a0) * b1 + second(value) * b2;
    const vertex = (a0 + a1) / 2 - b1 / (2 * b2);
    const thirdSlopeAtVertex = second(vertex) + (vertex - a2) * (2 * vertex - a0 - a1) - beta2;
    let residualSquares = 0;
    for (let i = 0; i < x.length; i++) residualSquares += weights[i] * (y[i] - at(x[i])) ** 2;
    const freedom = s0 - 3;
    const vertexContrast = Float64Array.of(0, -0.5 / (b2 * Math.sqrt(s1)), (0.5 * b1) / (b2 * b2 * Math.sqrt(s2)));
    const orthonormal = (value: number): number[] => [
        1 / Math.sqrt(s0),
        (value - a0) / Math.sqrt(s1),
        second(value) / Math.sqrt(s2),
    ];
    return {
        vertex,
        extreme: at(vertex),
        curvature: b2,
        vertexError: freedom > 0 ? Math.sqrt((residualSquares / freedom) * dot(vertexContrast, vertexContrast)) : null,
        residualSquares,
        freedom,
        cubic:
            s3 > NOTHING_LEFT * s2 * beta1 ? { coefficient: b3, squares: s3, slopeAtVertex: thirdSlopeAtVertex } : null,
        at,
        orthonormal,
        vertexContrast,
        leverage: (value) => orthonormal(value).reduce((sum, p) => sum + p * p, 0),
    };
}

/** pₖ₊₁ = (x − αₖ) pₖ − βₖ pₖ₋₁ */
function next(x: Float64Array, centre: number, p: Float64Array, beta: number, before: Float64Array): Float64Array {
    const following = new Float64Array(x.length);
    for (let i = 0; i < x.length; i++) following[i] = (x[i] - centre) * p[i] - beta * before[i];
    return following;
}

/** Sₖ, αₖ and bₖ of pₖ. */
function project(p: Float64Array, x: Float64Array, y: Float64Array, weights: Float64Array) {
    let [squares, centre, coefficient] = [0, 0, 0];
    for (let i = 0; i < x.length; i++) {
        const weighted = weights[i] * p[i];
        squares += weighted * p[i];
        centre += weighted * p[i] * x[i];
        coefficient += weighted * y[i];
    }
    return { squares, centre: centre / squares, coefficient: coefficient / squares };
}
