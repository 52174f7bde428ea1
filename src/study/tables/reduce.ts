/** One number from the values of several rows. */

/** From the values of the operands in each of the rows. */
export type Reduce = (operands: readonly Float64Array[], rows: Uint32Array) => number | Refusal;

/** Why there is no value though nothing is missing. */
export interface Refusal {
    /** Follows "has no value": `fewer samples are recorded than …`. */
    readonly reason: string;
}
