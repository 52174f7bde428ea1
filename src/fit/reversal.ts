import type { Box, Coordinate } from './coordinates.js';
import type { Start } from './solver.js';

/**
 * Draws of a reversed (basic) bootstrap, θ̂ − (θ* − θ°), θ° what resamples without noise give (Davison and Hinkley 1997, Bootstrap
 * Methods and their Application, section 5.2). Where noise moves the estimate one way, they lie the other way: a bias that
 * refits have as the estimate has it is taken back. What multiplies is reversed in logarithms; bounds are kept.
 *
 * @param estimate θ̂, with the coordinates of its parameters
 */
export function reversal(
    { parameters, coordinates }: Start,
    withoutNoise: Float64Array,
    { lower, upper }: Box,
): (refit: Float64Array) => Float64Array {
    const reversed = (refit: number, j: number, coordinate: Coordinate): number =>
        coordinate === 0 ? parameters[j] + withoutNoise[j] - refit : parameters[j] * Math.abs(withoutNoise[j] / refit);
    return (refit) =>
        refit.map((value, j) => Math.min(Math.max(reversed(value, j, coordinates[j]), lower[j]), upper[j]));
}
