/** Draws of the parameters of a law that is linear in them, and the algebra of Bayesian linear regression, computed apart. */
import { createRandom } from '../../src/fit/random.js';

export interface LinearDraws {
    /** One array of p parameters for each draw. */
    readonly draws: readonly (readonly number[])[];
    /** Their covariance matrix. */
    readonly covariance: readonly (readonly number[])[];
}

/** Uniform parameters, mixed: nothing lies far out, so that no value is drawn in. */
export function linearDraws(p: number, count: number, seed: number): LinearDraws {
    const random = createRandom(seed);
    const mix = matrix(p, (i, j) => (i === j ? 1 : 0.4 * (random.uniform() - 0.5)));
    const draws = Array.from({ length: count }, () => {
        const plain = Array.from({ length: p }, () => random.uniform() - 0.5);
        return mix.map((row) => dot(row, plain));
    });
    const means = draws[0]!.map((_, j) => draws.reduce((sum, draw) => sum + draw[j]!, 0) / count);
    const covariance = matrix(
        p,
        (i, j) => draws.reduce((sum, draw) => sum + (draw[i]! - means[i]!) * (draw[j]! - means[j]!), 0) / count,
    );
    return { draws, covariance };
}

/** What a linear combination of the parameters is in each draw. */
export function combined({ draws }: LinearDraws, weights: readonly number[]): Float64Array {
    return Float64Array.from(draws, (draw) => dot(draw, weights));
}

/** Var(cᵀβ | observations of xᵢᵀβ with noise s²) = cᵀ (Σ⁻¹ + Σᵢ xᵢxᵢᵀ/s²)⁻¹ c. */
export function regressionVariance(
    { covariance }: LinearDraws,
    c: readonly number[],
    observed: readonly (readonly number[])[],
    noise: number,
): number {
    const precision = inverse(covariance).map((row, i) =>
        row.map((value, j) => value + observed.reduce((sum, x) => sum + (x[i]! * x[j]!) / noise, 0)),
    );
    return dot(
        c,
        inverse(precision).map((row) => dot(row, c)),
    );
}

function dot(a: readonly number[], b: readonly number[]): number {
    return a.reduce((sum, value, index) => sum + value * b[index]!, 0);
}

function matrix(p: number, at: (i: number, j: number) => number): number[][] {
    return Array.from({ length: p }, (_, i) => Array.from({ length: p }, (__, j) => at(i, j)));
}

/** Gauss–Jordan elimination. */
function inverse(of: readonly (readonly number[])[]): number[][] {
    const p = of.length;
    const rows = of.map((row, i) => [...row, ...Array.from({ length: p }, (_, j) => (i === j ? 1 : 0))]);
    for (let k = 0; k < p; k++) {
        const pivot = rows[k]!.map((value) => value / rows[k]![k]!);
        rows[k] = pivot;
        rows.forEach((row, i) => {
            if (i !== k) rows[i] = row.map((value, j) => value - row[k]! * pivot[j]!);
        });
    }
    return rows.map((row) => row.slice(p));
}
