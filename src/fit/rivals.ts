/**
 * How much worse another optimum is, measured by what chance makes of it: with dᵢ the difference of the losses of row i,
 * the disadvantage Σ dᵢ has the standard error √Σ dᵢ² (the comparison of non-nested models of Vuong 1989, Econometrica 57).
 * That is at most √n of them, however much worse it is. Of few rows the ratio of the objectives tells more: as a ratio of
 * likelihoods with ν = n − p degrees of freedom it is √(ν ln F/F̂) standard errors away.
 */
import type { Criterion } from './criterion.js';
import type { Loss } from './objectives.js';
import type { Sample } from './sample.js';
import type { Solution } from './solver.js';

/** Standard errors beyond which hardly one resample in 30,000 would make another optimum the best. */
export const HOPELESS = 4;

/** No more standard errors worse than this, it might well be the best for other rows from the same source. */
export const INDISTINGUISHABLE = 2;

/** Of `other` against `best`, in standard errors, by what tells them apart better; 0 where they are the same on every row. */
export async function disadvantage(
    criterion: Criterion,
    loss: Loss,
    sample: Sample,
    best: Pick<Solution, 'parameters'>,
    other: Pick<Solution, 'parameters'>,
): Promise<number> {
    let [sum, squares, objective] = [0, 0, 0];
    for (const block of sample.blocks) {
        const [own, others] = [best, other].map(({ parameters }) => criterion.residuals(block, parameters));
        for (let i = 0; i < block.rows; i++) {
            const precision = block.precisions[i];
            const value = loss.value(precision * own[i]);
            const difference = block.counts[i] * (loss.value(precision * others[i]) - value);
            objective += block.counts[i] * value;
            sum += difference;
            squares += difference * difference;
        }
        const pause = criterion.pacer.spend(2 * block.rows * (2 + criterion.size));
        if (pause !== undefined) await pause;
    }
    if (squares === 0) return 0;
    const byRows = sum / Math.sqrt(squares);
    const degrees = sample.rows - criterion.size;
    if (degrees <= 0 || sum <= 0) return byRows;
    return Math.max(byRows, Math.sqrt(degrees * Math.log1p(sum / objective)));
}
