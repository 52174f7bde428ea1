/**
 * The bootstrap: to each resample the law is fitted again with the same objective and the same solver, from the estimate
 * and from every rival optimum that another sample might prefer.
 */
import type { Pacer } from './pacing.js';
import type { BootstrapSpec } from './problem.js';
import { createRandom } from './random.js';
import { OPERATIONS_OF_A_REFIT, refitFrom } from './refit.js';
import type { Resampler } from './resampling.js';
import type { Sample } from './sample.js';
import type { LocalSolver, Solution } from './solver.js';

export interface BootstrapTask {
    readonly sample: Sample;
    readonly resample: Resampler;
    /** The optimum of the fit, and others that another sample might prefer. */
    readonly starts: readonly Solution[];
    readonly spec: BootstrapSpec;
    readonly solve: LocalSolver;
    readonly pacer: Pacer;
}

export interface Refits {
    /**
     * The free parameters of each refit, those that were still improving when they stopped included: leaving them out
     * would narrow the intervals.
     */
    readonly estimates: readonly Float64Array[];
    /** Refits that did not converge, or could not be computed at all. */
    readonly failed: number;
    /** Refits begun before time ran out. */
    readonly tried: number;
}

export async function refitResamples(task: BootstrapTask): Promise<Refits> {
    const { sample, starts, spec, pacer } = task;
    const random = createRandom(spec.seed);
    const estimates: Float64Array[] = [];
    let failed = 0;
    let tried = 0;
    for (; tried < spec.replicates && !pacer.isOutOfTime; tried++) {
        const drawn = task.resample(random);
        const refit = drawn && (await refitFrom(starts, drawn, task.solve));
        if (refit !== null) estimates.push(refit.parameters);
        if (refit === null || refit.stop === 'iteration-limit') failed++;
        pacer.advance();
        const pause = pacer.spend(OPERATIONS_OF_A_REFIT + sample.rows);
        if (pause !== undefined) await pause;
    }
    return { estimates, failed, tried };
}
