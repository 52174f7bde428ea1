/**
 * How much worse another optimum is, measured by what chance makes of it: with dᵢ the difference of the losses of row i,
 * the disadvantage Σ dᵢ has the standard error √Σ dᵢ² (the comparison of non-nested models of Vuong 1989, Econometrica 57).
 */
import type { Criterion } from './criterion.js';
import type { Loss } from './objectives.js';
import type { Sample } from './sample.js';
import type { Solution } from './solver.js';

/** Σ dᵢ of `other` against `best`, in standard errors; 0 where they are the same on every row. */
export function disadvantage(
    criterion: Criterion,
    loss: Loss,
    sample: Sample,
    best: Pick<Solution, 'parameters'>,
    other: Pick<Solution, 'parameters'>,
): number {
    const { counts, precisions } = sample;
    const residuals = [best, other].map(({ parameters }) => criterion.residuals(sample, parameters));
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < sample.rows; i++) {
        const [own, others] = residuals.map((each) => loss.value(precisions[i] * each[i]));
        const difference = counts[i] * (others - own);
        sum += difference;
        squares += difference * difference;
    }
    return squares === 0 ? 0 : sum / Math.sqrt(squares);
}
