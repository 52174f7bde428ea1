/** Fits a law again to other rows, quickly: from the estimate of a fit and from the rival optima that it met. */
import { Criterion } from '../criterion.js';
import { estimatesOf } from '../lawOnRows.js';
import { compileModel } from '../model.js';
import { boxOf } from '../coordinates.js';
import { inNaturalCoordinates } from '../naturalCoordinates.js';
import type { Pacer } from '../pacing.js';
import { withoutPinned, withPinned } from '../pinning.js';
import type { FitProblem } from '../problem.js';
import { refitFrom } from '../refit.js';
import { reversal } from '../reversal.js';
import type { FitResult } from '../result.js';
import { createSample } from '../sample.js';
import type { Sample } from '../sample.js';
import type { Solution } from '../solver.js';
import { createStagedSolver } from '../stagedSolver.js';

export interface Refitter {
    readonly criterion: Criterion;
    /** The rows of the fit itself. */
    readonly sample: Sample;
    /** The free parameters of the fit. */
    readonly estimate: Float64Array;
    /** Refits reversed about another (`../reversal.ts`). */
    reversalAbout(centre: Float64Array): (refit: Float64Array) => Float64Array;
    /** Rows of another table with the same columns. */
    sampleOf(problem: FitProblem): Promise<Sample>;
    /** The best optimum near the estimate and its rivals; null where none can be computed. */
    refit(sample: Sample): Promise<Solution | null>;
    /** The free parameters as all of the problem's, pinned ones at their value. */
    complete(free: Float64Array): Float64Array;
}

/** @param point a fit of `problem` that has an estimate */
export async function createRefitter(problem: FitProblem, point: FitResult, pacer: Pacer): Promise<Refitter> {
    const { parameters: specs, objective } = problem;
    const model = compileModel(problem);
    const criterion = new Criterion(model, objective.ofLog, pacer);
    const sample = await createSample(model, problem, pacer);
    const solve = createStagedSolver(criterion, objective);
    const [estimate, ...rivals] = [
        estimatesOf(point.parameters),
        ...point.search.rivals.map(({ parameters }) => parameters),
    ].map((all) => ({ parameters: withoutPinned(specs, all) }));
    const known = [estimate, ...rivals].map(inNaturalCoordinates(criterion, sample));
    return {
        criterion,
        sample,
        estimate: estimate.parameters,
        reversalAbout: (centre) => reversal(known[0], centre, boxOf(model.parameters)),
        sampleOf: (other) => createSample(model, other, pacer),
        refit: (rows) => refitFrom(known, rows, solve),
        complete: (free) => withPinned(specs, free),
    };
}
