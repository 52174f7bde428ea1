/**
 * With how many degrees of freedom the variance of a contrast c is known from adjusted scores. In the notation of
 * `scoreScatter.ts`, with b = (I − P)^(−1/2) c and u = P b of each cluster,
 *
 *     ν = (Σ Γ_gg)²/Σ Γ_gh²,  Γ_gh = [g = h] bᵀPb − u_gᵀu_h
 *
 * The residuals of equally noisy rows have the covariance Γ once they are adjusted, summed and contrasted; ν is that of the χ²
 * law with the mean and the variance of their sum of squares (Satterthwaite 1946). As Σ (u_gᵀu_h)² = ‖Σ u uᵀ‖², nothing is kept
 * of a cluster.
 */
import { addOuter, addProducts, dot } from './linearAlgebra.js';

/** Where each cluster can be spared, Σ Γ_gg is cᵀc, but for rounding; else part of the contrast's variance leaves no trace. */
const WHOLE = 1 - 1e-6;

export class ContrastSums {
    /** Σ Γ_gg; Σ Γ_gg² less (uᵀu)²; Σ u uᵀ. */
    private trace = 0;
    private diagonal = 0;
    private readonly outer: Float64Array;

    constructor(readonly contrast: Float64Array) {
        this.outer = new Float64Array(contrast.length ** 2);
    }

    /** 0 where the contrast cannot be told without one of the clusters. */
    get degrees(): number {
        if (!(this.trace > WHOLE * dot(this.contrast, this.contrast))) return 0;
        return this.trace ** 2 / (this.diagonal + dot(this.outer, this.outer));
    }

    addCluster(b: Float64Array, u: Float64Array): void {
        this.account(dot(b, u), dot(u, u));
        addOuter(this.outer, u);
    }

    /** Rows that are no clusters: P = k q qᵀ, k how much a row counts, so that bᵀPb = k (qᵀc)²/(1 − h) and uᵀu = h bᵀPb. */
    addRows(columns: readonly Float64Array[], counts: Float64Array, leverages: Float64Array): void {
        const squares = leverages.map((h, i) => {
            const along = columns.reduce((sum, column, j) => sum + column[i] * this.contrast[j], 0);
            const square = (counts[i] * along * along) / (1 - h);
            this.account(square, h * square);
            return counts[i] * square;
        });
        addProducts(this.outer, columns, squares);
    }

    private account(square: number, taken: number): void {
        this.trace += square - taken;
        this.diagonal += square * (square - 2 * taken);
    }
}

/**
 * One number for the variances of several contrasts: the harmonic mean of their degrees, since what an interval is the wider for
 * goes as 1/ν; at least 1. Contrasts without any do not count.
 */
export function commonDegrees(degrees: readonly number[]): number {
    const known = degrees.filter((one) => one > 0);
    return known.length > 0 ? Math.max(1, known.length / known.reduce((sum, one) => sum + 1 / one, 0)) : 1;
}
