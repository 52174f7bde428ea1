/**
 * Which parameters the data determine. At the optimum the Jacobian of the law (or of its logarithm), its columns scaled
 * to unit length, must have full rank; a direction v in which it all but vanishes is a combination of parameters that
 * may change without changing the law on any row, and every parameter with a share in v is unidentified (Belsley, Kuh
 * and Welsch 1980, Regression Diagnostics, chapter 3).
 */
import { emptyExpansion } from './criterion.js';
import type { Criterion } from './criterion.js';
import { symmetricEigen } from './linearAlgebra.js';
import { lossOf } from './objectives.js';
import type { Sample } from './sample.js';

/** Smallest ratio of singular values at which a direction counts as determined. */
const RANK_TOLERANCE = 1e-6;
/** Smallest share of a parameter in an undetermined direction that counts. */
const SHARE = 1e-2;

/** A parameter whose doubling changes the law by less than this, relatively, has no effect. */
const NEGLIGIBLE = 1e-10;

/** The indices of the free parameters that the data do not determine. */
export async function undeterminedParameters(
    criterion: Criterion,
    sample: Sample,
    parameters: Float64Array,
): Promise<number[]> {
    const size = criterion.size;
    const expansion = emptyExpansion(size);
    await criterion.expand(sample, lossOf({ kind: 'squares' }), parameters, expansion);
    const information = expansion.gaussNewton;
    const lengths = Array.from({ length: size }, (_, j) => Math.sqrt(information[j * size + j]));
    const scaled = information.map((value, index) => {
        const product = lengths[Math.floor(index / size)] * lengths[index % size];
        return product === 0 ? 0 : value / product;
    });
    const { values, vectors } = symmetricEigen(scaled, size);
    const limit = RANK_TOLERANCE ** 2 * values[size - 1];
    const undetermined = [...values.keys()].filter((k) => values[k] <= limit);
    const whole = Math.sqrt(2 * (criterion.ofLog ? sample.rows : sample.target.reduce((sum, t) => sum + t * t, 0)));
    const isNegligible = (j: number): boolean =>
        lengths[j] === 0 || lengths[j] * Math.max(1, Math.abs(parameters[j])) < NEGLIGIBLE * whole;
    return [...lengths.keys()].filter(
        (j) => isNegligible(j) || undetermined.some((k) => Math.abs(vectors[j * size + k]) > SHARE),
    );
}
