/**
 * How far data reach. Many laws have a limit as a parameter grows or vanishes: R(1 − e^(−x/R)) is x for every large R. Out there
 * nothing that was observed depends on the parameter any more, and where a search came to rest is chance: the data set a
 * limit only to values at which the parameter still has an effect.
 */
import type { Criterion } from './criterion.js';
import type { ParameterSpec } from './problem.js';
import { createRandom } from './random.js';
import type { OpenInterval } from './result.js';
import { thin } from './sample.js';
import type { Sample } from './sample.js';
import type { Solution } from './solver.js';
import { typicalResidual } from './stagedSolver.js';

/** Whether a parameter of a law, with given values of all free ones, has an effect on what was observed. */
export type Effect = (parameters: Float64Array, parameter: number) => boolean;

/** By what a parameter is moved away from the estimate: a scale itself, others by their distance from it. */
const FARTHER = 10;
/** A change of the law by less than this share of a typical residual is none. */
const NO_EFFECT = 1e-3;
/** So many rows tell. */
const ROWS = 256;

/** @param best the optimum of the fit to the sample */
export function effectNear(criterion: Criterion, all: Sample, best: Solution): Effect {
    const sample = thin(all, ROWS, createRandom(5));
    const least = NO_EFFECT * typicalResidual(criterion, sample, best);
    return (parameters, parameter) => {
        const moved = parameters.slice();
        moved[parameter] = farther(criterion, best, parameters, parameter);
        // A bound is a limit, too.
        if (moved[parameter] === parameters[parameter]) return true;
        const here = criterion.predictInScale(sample, parameters);
        const there = criterion.predictInScale(sample, moved);
        return here.some((value, i) => !(sample.precisions[i] * Math.abs(there[i] - value) <= least));
    };
}

function farther({ model }: Criterion, best: Solution, parameters: Float64Array, parameter: number): number {
    const [value, estimate] = [parameters[parameter], best.parameters[parameter]];
    const { lower, upper } = model.parameters[parameter];
    const isScale = best.coordinates[parameter] !== 0;
    const factor = Math.abs(value) < Math.abs(estimate) ? 1 / FARTHER : FARTHER;
    const moved = isScale ? value * factor : estimate + FARTHER * (value - estimate);
    return Math.min(upper, Math.max(lower, moved));
}

/** What limits a parameter where the data do not: its bounds, null where it has none. */
export function boundsOf({ lower, upper }: ParameterSpec): OpenInterval {
    return [lower === -Infinity ? null : lower, upper === Infinity ? null : upper];
}
