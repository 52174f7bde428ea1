/**
 * How far each row pulls at a fit, without refitting: one Gauss–Newton step from the estimate to the optimum without the
 * row has the length ψ² · jᵀ M⁻¹ j in the metric of M = Σ w j jᵀ, with j the row's gradient, ψ = ρ′ its residual's slope
 * (residual × leverage; Pregibon 1981, Ann. Statist. 9, 705–724).
 */
import { emptyExpansion } from '../criterion.js';
import { cholesky, forwardSolve } from '../linearAlgebra.js';
import { lossOf } from '../objectives.js';
import type { Objective } from '../problem.js';
import type { Refitter } from './refitter.js';

/** A pivot below this means that M, scaled to unit diagonal, does not determine the parameters. */
const LEAST_PIVOT = 1e-12;

/** One value per row of the refitter's sample, the larger the more suspicious. */
export async function suspicionOf(
    { criterion, sample, estimate: free }: Refitter,
    objective: Objective,
): Promise<Float64Array> {
    const { size, model, ofLog } = criterion;
    const loss = lossOf(objective);
    const expansion = emptyExpansion(size);
    await criterion.expand(sample, loss, free, expansion);
    const lengths = Float64Array.from(
        { length: size },
        (_, j) => Math.sqrt(expansion.gaussNewton[j * (size + 1)]) || 1,
    );
    const scaled = expansion.gaussNewton.map(
        (value, at) => value / (lengths[Math.floor(at / size)] * lengths[at % size]),
    );
    const lower = cholesky(scaled, size, LEAST_PIVOT);

    const outputs = Array.from({ length: 1 + size }, () => new Float64Array(sample.rows));
    model.gradient(sample.columns, free, outputs, 0, sample.rows);
    const [predicted, ...gradient] = outputs;
    const residuals = criterion.residuals(sample, free);
    return residuals.map((residual, row) => {
        const precision = sample.precisions[row];
        const pull = sample.counts[row] * loss.slope(precision * residual) * precision;
        const inner = ofLog ? 1 / predicted[row] : 1;
        const step = Float64Array.from(gradient, (column, j) => (pull * inner * column[row]) / lengths[j]);
        const solved = lower === null ? step : forwardSolve(lower, size, step);
        return solved.reduce((sum, value) => sum + value * value, 0);
    });
}
