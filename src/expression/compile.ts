/**
 * Formulas as functions: by generated code where the host allows it, else by an interpreter with the same digits.
 */
import type { Backend, CompiledRows, CompiledScalar } from './backend.js';
import type { Expr } from './expr.js';
import { canGenerateCode, generated } from './generate.js';
import { interpreted } from './interpret.js';
import { scheduleOf } from './schedule.js';

export type { CompiledRows, CompiledScalar } from './backend.js';

const allowed: Backend = canGenerateCode() ? generated : interpreted;

/** @throws if a formula has a name that is not among the inputs: an error of the caller. */
export function compileScalar(exprs: readonly Expr[], inputs: readonly string[], backend = allowed): CompiledScalar {
    return backend.scalar(scheduleOf(exprs, { columns: [], scalars: inputs }));
}

/**
 * `columnNames` change from row to row, `scalarNames` do not; what depends on scalars alone is computed once per call.
 * @throws if a formula has any other name: an error of the caller.
 */
export function compileRows(
    exprs: readonly Expr[],
    columnNames: readonly string[],
    scalarNames: readonly string[],
    backend = allowed,
): CompiledRows {
    return backend.rows(scheduleOf(exprs, { columns: columnNames, scalars: scalarNames }));
}
