/** Fits a law again to other rows, quickly: from the estimate of a fit and from the rival optima that it met. */
import { Criterion } from '../criterion.js';
import type { Coordinate } from '../coordinates.js';
import { rangeOf } from '../dataRanges.js';
import { compileModel } from '../model.js';
import type { Pacer } from '../pacing.js';
import type { FitProblem } from '../problem.js';
import type { FitResult } from '../result.js';
import { createSample } from '../sample.js';
import type { Sample } from '../sample.js';
import { parameterScales } from '../scales.js';
import type { Solution, Start } from '../solver.js';
import { createStagedSolver } from '../stagedSolver.js';

export interface Refitter {
    readonly criterion: Criterion;
    /** The rows of the fit itself. */
    readonly sample: Sample;
    /** The free parameters of the fit. */
    readonly estimate: Float64Array;
    /** Rows of another table with the same columns. */
    sampleOf(problem: FitProblem): Sample;
    /** The best optimum near the estimate and its rivals; null where none can be computed. */
    refit(sample: Sample): Promise<Solution | null>;
    /** The free parameters as all of the problem's, pinned ones at their value. */
    complete(free: Float64Array): Float64Array;
}

/** What a refit costs however few its rows, in the pacer's operations. */
export const OPERATIONS_OF_A_REFIT = 20_000;

/** @param point a fit of `problem` that has an estimate */
export function createRefitter(problem: FitProblem, point: FitResult, pacer: Pacer): Refitter {
    const model = compileModel(problem);
    const criterion = new Criterion(model, problem.objective.ofLog, pacer);
    const sample = createSample(model, problem);
    const solve = createStagedSolver(criterion, problem.objective);
    const scales = parameterScales(model, sample, rangeOf(problem.target).magnitude ?? { low: 0, high: 0 });
    const isFree = problem.parameters.map(({ pinned }) => pinned === undefined);
    const estimate = point.parameters.map((parameter) => parameter.estimate!);
    const starts = [estimate, ...point.search.rivals.map(({ parameters }) => parameters)].map((parameters): Start => {
        const free = Float64Array.from(parameters.filter((_, j) => isFree[j]));
        const coordinates = model.parameters.map(({ name }, j) =>
            scales.get(name)?.multiplies ? (Math.sign(free[j]) as Coordinate) : 0,
        );
        return { parameters: free, coordinates };
    });
    return {
        criterion,
        sample,
        estimate: starts[0].parameters,
        sampleOf: (other) => createSample(model, other),
        refit: async (rows) => {
            let best: Solution | null = null;
            for (const start of starts) {
                const end = await solve(start, rows, 'refit');
                if (end.value < (best?.value ?? Infinity)) best = end;
            }
            return best;
        },
        complete: (free) => {
            let next = 0;
            return Float64Array.from(problem.parameters, ({ pinned }) => pinned ?? free[next++]);
        },
    };
}
