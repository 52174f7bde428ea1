/** What fitted laws say about rows that they were not fitted to. */
import { chooseRows } from '../chosenRows.js';
import { fit } from '../fit.js';
import { predictedBy } from '../lawOnRows.js';
import type { FitProblem, Patience } from '../problem.js';
import type { FitResult } from '../result.js';
import type { Folds } from './folds.js';

/** One value per scored row, or why there are none. */
export type Forecast =
    { readonly predicted: Float64Array; readonly reason: null } | { readonly predicted: null; readonly reason: string };

/** The law on other rows; `columns` are null where what it needs is not known of them. */
export function forecastRows(
    problem: FitProblem,
    result: FitResult,
    columns: readonly Float64Array[] | null,
    rows: number,
): Forecast {
    if (columns === null) return { predicted: null, reason: 'What the law needs is not known of the held-out rows.' };
    const { parameters, stopped } = result;
    if (parameters.some(({ estimate }) => estimate === null)) return { predicted: null, reason: stopped.message };
    const predicted = predictedBy(problem, parameters, columns, rows);
    const failed = predicted.reduce((count, value) => count + (Number.isFinite(value) ? 0 : 1), 0);
    return failed === 0
        ? { predicted, reason: null }
        : { predicted: null, reason: `The law cannot be computed on ${failed} of ${rows} rows that are scored.` };
}

/** Each row as the fit to the other folds foretells it. */
export async function crossValidate(
    problem: FitProblem,
    folds: Folds,
    nextPatience: () => Promise<Patience>,
): Promise<Forecast> {
    const predicted = new Float64Array(problem.target.length);
    const rows = [...predicted.keys()];
    for (let fold = 0; fold < folds.count; fold++) {
        const patience = await nextPatience();
        if (patience.expired?.() === true)
            return { predicted: null, reason: 'The time ran out before the cross-validation was done.' };
        const isOut = (row: number): boolean => folds.ofRow[row] === fold;
        const training = chooseRows(
            problem,
            rows.filter((row) => !isOut(row)),
        );
        const result = await fit({ ...training, bootstrap: null, intervals: 'standard' }, patience);
        const left = rows.filter(isOut);
        const forecast = forecastRows(problem, result, chooseRows(problem, left).columns, left.length);
        if (forecast.predicted === null)
            return { predicted: null, reason: `Without fold ${fold + 1}: ${forecast.reason}` };
        left.forEach((row, k) => (predicted[row] = forecast.predicted[k]));
    }
    return { predicted, reason: null };
}
