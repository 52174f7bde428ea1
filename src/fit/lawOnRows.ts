/** A law evaluated on rows. */
import { compileRows } from '../expression/compile.js';
import type { Expr } from '../expression/expr.js';
import type { FitProblem } from './problem.js';
import type { ParameterEstimate } from './result.js';

/**
 * The law's values, one per row; NaN or ±Infinity where it cannot be computed.
 * @param columns one per argument, each of `rows` values
 */
export type LawOnRows = (
    columns: readonly Float64Array[],
    rows: number,
    parameters: ArrayLike<number>,
) => Float64Array<ArrayBuffer>;

/** @param law a formula of the arguments and the parameters */
export function compileLaw(law: Expr, argumentNames: readonly string[], parameterNames: readonly string[]): LawOnRows {
    const evaluate = compileRows([law], argumentNames, parameterNames);
    return (columns, rows, parameters) => {
        const values = new Float64Array(rows);
        evaluate(columns, parameters, [values], 0, rows);
        return values;
    };
}

/** What the law of a problem says of some rows at its estimates; NaN where the fit found none. */
export function predictedBy(
    { law, argumentNames }: FitProblem,
    parameters: readonly ParameterEstimate[],
    columns: readonly Float64Array[],
    rows: number,
): Float64Array {
    const names = parameters.map(({ name }) => name);
    return compileLaw(law, argumentNames, names)(columns, rows, estimatesOf(parameters));
}

/** NaN where the fit found none. */
export function estimatesOf(parameters: readonly ParameterEstimate[]): Float64Array {
    return Float64Array.from(parameters, ({ estimate }) => estimate ?? NaN);
}
