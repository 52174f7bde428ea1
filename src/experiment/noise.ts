/** How much one more run tells a fit. */
import { lossOf } from '../fit/objectives.js';
import { smoothedLoss } from '../fit/smoothedLoss.js';
import type { Objective } from '../fit/problem.js';

/**
 * The variance that the noise of a run has for a fit with this loss ρ: E ψ²/(E ψ′)², ψ = ρ′, that of an M-estimate of one row
 * (Huber 1964, Ann. Math. Stat. 35). For squares it is the plain variance; for absolute residuals of normal noise π/2 times that, for
 * Huber's loss something between; wild values of the noise count for little. Where ρ has a kink, ψ′ is that of a smoothed loss.
 *
 * @param noise values that the noise of a run may have, `FitResult.noise`
 */
export function effectiveVariance(noise: Float64Array, objective: Objective): number {
    if (noise.length === 0) return NaN;
    const exact = lossOf(objective);
    const smoothed = smoothedLoss(objective, noise, noise.length);
    const mean = (of: (r: number) => number) => noise.reduce((sum, r) => sum + of(r), 0) / noise.length;
    return mean((r) => exact.slope(r) ** 2) / mean((r) => smoothed.curvature(r)) ** 2;
}
