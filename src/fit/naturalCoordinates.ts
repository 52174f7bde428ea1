import type { Coordinate } from './coordinates.js';
import type { Criterion } from './criterion.js';
import { createRandom } from './random.js';
import { thin } from './sample.js';
import type { Sample } from './sample.js';
import { parameterScales } from './scales.js';
import type { Solution } from './solver.js';

/**
 * A solution, whichever coordinates it was found in, in those to go on in with other data: logarithms only of what multiplies
 * or divides, so that everything else, an exponent for one, may change its sign.
 */
export function inNaturalCoordinates({ model }: Criterion, sample: Sample): (solution: Solution) => Solution {
    // Only what multiplies is asked for, whatever the magnitudes of the law and the data.
    const scales = parameterScales(model, thin(sample, 1, createRandom(1)), { low: 0, high: 0 });
    return (solution) => ({
        ...solution,
        coordinates: model.parameters.map(({ name }, j) =>
            scales.get(name)!.multiplies ? (Math.sign(solution.parameters[j]) as Coordinate) : 0,
        ),
    });
}
