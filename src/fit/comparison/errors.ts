/** How far forecasts are from what was observed. */
import { lossOf } from '../objectives.js';
import type { Objective } from '../problem.js';
import type { ErrorMeasure } from './result.js';

/**
 * The middle of the observations is sought by a symmetric objective and scored by the absolute error, of the logarithm where all
 * are positive. A quantile or an expectile is scored by its own loss, the only kind that it is best for (Gneiting 2011).
 */
export function measureFor({ kind }: Objective, observed: Float64Array): ErrorMeasure {
    if (kind === 'pinball' || kind === 'asymmetric') return 'objective';
    return observed.every((value) => value > 0) ? 'log' : 'absolute';
}

/** The error of each row; null where the measure needs a logarithm that does not exist. */
export function rowErrors(
    measure: ErrorMeasure,
    objective: Objective,
    observed: Float64Array,
    predicted: Float64Array,
): Float64Array | null {
    const loss = lossOf(objective);
    const transform = measure === 'log' || (measure === 'objective' && objective.ofLog) ? Math.log : (x: number) => x;
    const size = (r: number): number => (measure === 'objective' ? loss.value(r) : Math.abs(r));
    const errors = observed.map((y, i) => size(transform(y) - transform(predicted[i])));
    return errors.every(Number.isFinite) ? errors : null;
}
