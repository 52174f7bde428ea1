/** Values of a formula with their uncertainty, a few hundred rows at a time. */
import type { Constants } from '../../allocate/problem.js';
import type { Expr } from '../../expression/expr.js';
import { predictRows, predictWithDraws, type FittedParameters, type Prediction } from '../../fit/predict.js';
import { Pacer } from '../../fit/pacing.js';
import type { Patience } from '../../fit/problem.js';

/** Their values for all draws are in memory at once. */
const BLOCK_ROWS = 256;

/** A few functions, and its share of a sort. */
const OPERATIONS_PER_VALUE = 20;

/** The formula may hold the names of the inputs, one column each, and of the constants. */
export async function bandsOf(
    expr: Expr,
    names: readonly string[],
    columns: readonly Float64Array[],
    constants: Constants,
    patience: Patience,
): Promise<Prediction[]> {
    const rowCount = columns.length > 0 ? columns[0].length : 0;
    const bands: Prediction[] = [];
    const pacer = new Pacer(patience, rowCount);
    for (let from = 0; from < rowCount; from += BLOCK_ROWS) {
        const block = columns.map((column) => column.subarray(from, from + BLOCK_ROWS));
        const predicted = predictRows(expr, constants, names, block);
        bands.push(...predicted);
        predicted.forEach(() => pacer.advance());
        await pacer.spend(predicted.length * ((constants.draws?.count ?? 0) + 1) * OPERATIONS_PER_VALUE);
    }
    return bands;
}

/** The value of a formula of constants alone. */
export function bandOf(expr: Expr, constants: FittedParameters): Prediction {
    return predictWithDraws(expr, constants, new Map());
}
