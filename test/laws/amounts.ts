/** Amounts and settings of the properties of laws. */
import fc from 'fast-check';

const powerOfTen = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((exponent) => 10 ** exponent);

/** Parameters or tokens. */
export const size = powerOfTen(7, 12);

/** FLOP. */
export const compute = powerOfTen(18, 26);

export const RUNS = { numRuns: 20, seed: 1 };
