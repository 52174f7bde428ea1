import type { Schedule } from './schedule.js';

/** Evaluates several formulas at once. What cannot be computed comes back as NaN or ±Infinity. */
export type CompiledScalar = (values: ArrayLike<number>, out: Float64Array) => void;

/** Evaluates several formulas on rows `from` (inclusive) to `to` (exclusive): `out[k][i]` is formula k on row i. */
export type CompiledRows = (
    columns: readonly Float64Array[],
    scalars: ArrayLike<number>,
    out: readonly Float64Array[],
    from: number,
    to: number,
) => void;

/** A way to run a schedule. All ways give the same result to the last bit. */
export interface Backend {
    /** Of a schedule without columns. */
    scalar(schedule: Schedule): CompiledScalar;
    rows(schedule: Schedule): CompiledRows;
}
