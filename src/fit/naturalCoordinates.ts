import type { Coordinate } from './coordinates.js';
import type { Criterion } from './criterion.js';
import { createRandom } from './random.js';
import { thin } from './sample.js';
import type { Sample } from './sample.js';
import { parameterScales } from './scales.js';
import type { Start } from './solver.js';

/**
 * An optimum, whichever coordinates it was found in, in those to go on in with other data: logarithms only of what multiplies
 * or divides, so that everything else, an exponent for one, may change its sign.
 */
export function inNaturalCoordinates(
    { model }: Criterion,
    sample: Sample,
): <Optimum extends Pick<Start, 'parameters'>>(optimum: Optimum) => Optimum & Start {
    // Only what multiplies is asked for, whatever the magnitudes of the law and the data.
    const scales = parameterScales(model, thin(sample, 1, createRandom(1)), { low: 0, high: 0 });
    return (optimum) => ({
        ...optimum,
        coordinates: model.parameters.map(({ name }, j) =>
            scales.get(name)!.multiplies ? (Math.sign(optimum.parameters[j]) as Coordinate) : 0,
        ),
    });
}
