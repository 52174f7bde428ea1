/** The bootstrap of a reduction: raw runs are drawn again, reduced again, and the law is fitted again. */
import { findConfigurations } from '../configurations.js';
import { drawsFrom } from '../draws.js';
import { Pacer } from '../pacing.js';
import type { BootstrapSpec, FitProblem, Patience } from '../problem.js';
import { createRandom } from '../random.js';
import type { Random } from '../random.js';
import type { Draws, FitResult } from '../result.js';
import type { ReducedRows, Reducer, ReductionReport } from './reduction.js';
import { OPERATIONS_OF_A_REFIT } from '../refit.js';
import { createRefitter } from './refitter.js';
import type { Refitter } from './refitter.js';

export interface ReducedBootstrap {
    /** The problem of the point fit, and its result. */
    readonly problem: FitProblem;
    readonly point: FitResult;
    readonly reducer: Reducer<ReductionReport>;
    /** The problem of other reduced rows. */
    problemOf(rows: ReducedRows): FitProblem;
    readonly spec: BootstrapSpec;
    readonly patience: Patience;
}

export interface RedrawnFits {
    /** Null where not a single refit could be computed. */
    readonly draws: Draws | null;
    /** Refits that did not converge, could not be computed, or were not reached in time. */
    readonly failed: number;
}

/** A resample with too few different rows left after the reduction is drawn again this many times. */
const TRIES = 100;

export async function refitRedrawn(task: ReducedBootstrap): Promise<RedrawnFits> {
    const { problem, spec, patience, reducer } = task;
    const pacer = new Pacer(patience, 1 + spec.replicates);
    pacer.advance();
    const refitter = await createRefitter(problem, task.point, pacer);
    const needed = Math.min(refitter.criterion.size, configurationsOf(problem));
    const reversed = await reversalOf(task, refitter);
    const random = createRandom(spec.seed);
    const estimates: Float64Array[] = [];
    let converged = 0;
    for (let replicate = 0; replicate < spec.replicates && !pacer.isOutOfTime; replicate++) {
        const drawn = drawProblem(task, random, needed);
        const refit = drawn && (await refitter.refit(await refitter.sampleOf(drawn)));
        if (refit !== null) estimates.push(refitter.complete(reversed(refit.parameters)));
        if (refit !== null && refit.stop !== 'iteration-limit') converged++;
        pacer.advance();
        const pause = pacer.spend(OPERATIONS_OF_A_REFIT + reducer.operations);
        if (pause !== undefined) await pause;
    }
    return { draws: drawsFrom(estimates), failed: spec.replicates - converged };
}

async function reversalOf(
    { reducer: { withoutNoise }, problemOf }: ReducedBootstrap,
    refitter: Refitter,
): Promise<(refit: Float64Array) => Float64Array> {
    const centre = withoutNoise && (await refitter.refit(await refitter.sampleOf(problemOf(withoutNoise))));
    return centre === null ? (refit) => refit : refitter.reversalAbout(centre.parameters);
}

function drawProblem({ reducer, problemOf }: ReducedBootstrap, random: Random, needed: number): FitProblem | null {
    for (let attempt = 0; attempt < TRIES; attempt++) {
        const drawn = problemOf(reducer.redraw(random));
        if (configurationsOf(drawn) >= needed) return drawn;
    }
    return null;
}

/** Different rows. On an envelope many values of compute share the one size that is best for them, which tells no trend. */
function configurationsOf({ columns, target }: FitProblem): number {
    const rows = target.length;
    return Math.min(findConfigurations(columns, rows).count, findConfigurations([target], rows).count);
}
