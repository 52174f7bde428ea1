/**
 * With how many degrees of freedom it is known how a power law through the vertices of parabolas scatters, where units turn
 * their signs: runs of one row or of several. A sum Σ f·v of the budgets' vertices moves by Σ f·a·r with the residuals r of
 * their rows, a = cᵀq/√(1 − h), q a row's orthonormal polynomials, h = qᵀq, and c the contrast of the vertex. Residuals i and j of
 * a budget, of rows with equal noise, have the covariance [i = j] − qᵢᵀqⱼ; so what units g and h add to the sum has
 *
 *     Γ_gh = Σ f² aᵢaⱼ ([i = j] − qᵢᵀqⱼ)  over i of g and j of h in one budget
 *
 * and ν = (Σ Γ_gg)²/Σ Γ_gh² (Satterthwaite 1946), as in `../contrastSums.ts`.
 */
import { dot } from '../linearAlgebra.js';

/** How the vertex of a budget moves with the residuals of its rows. */
export interface VertexMoves {
    /** q of each. */
    readonly orthonormal: readonly Float64Array[];
    /** a of each. */
    readonly moves: readonly number[];
}

/**
 * @param units of each row of each budget
 * @param factors f of each budget; NaN is the answer where all are 0
 */
export function degreesOfTrend(
    budgets: readonly VertexMoves[],
    units: readonly (readonly number[])[],
    factors: readonly number[],
): number {
    const covariances = new Map<number, Map<number, number>>();
    budgets.forEach(({ orthonormal, moves }, k) => {
        orthonormal.forEach((q, i) => {
            const ofUnit = covariances.get(units[k][i]) ?? new Map<number, number>();
            covariances.set(units[k][i], ofUnit);
            orthonormal.forEach((other, j) => {
                const covariance = factors[k] ** 2 * moves[i] * moves[j] * ((i === j ? 1 : 0) - dot(q, other));
                ofUnit.set(units[k][j], (ofUnit.get(units[k][j]) ?? 0) + covariance);
            });
        });
    });
    let [trace, squares] = [0, 0];
    for (const [unit, ofUnit] of covariances) {
        trace += ofUnit.get(unit)!;
        for (const covariance of ofUnit.values()) squares += covariance ** 2;
    }
    return trace ** 2 / squares;
}
