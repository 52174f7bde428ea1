/**
 * The bootstrap: to each resample the law is fitted again with the same objective and the same solver, from the estimate
 * and from every rival optimum that another sample might prefer.
 */
import type { Criterion } from './criterion.js';
import { lossOf } from './objectives.js';
import type { Pacer } from './pacing.js';
import type { BootstrapSpec, Objective } from './problem.js';
import { createRandom } from './random.js';
import type { Resampler } from './resampling.js';
import type { Sample } from './sample.js';
import type { LocalSolver, Solution } from './solver.js';

export interface BootstrapTask {
    readonly criterion: Criterion;
    readonly objective: Objective;
    readonly sample: Sample;
    readonly resample: Resampler;
    /** The optimum of the fit, and the other local optima that its search met. */
    readonly minima: readonly Solution[];
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
    const { spec, pacer } = task;
    const random = createRandom(spec.seed);
    const starts = plausibleMinima(task);
    const estimates: Float64Array[] = [];
    let failed = 0;
    let tried = 0;
    for (; tried < spec.replicates && !pacer.isOutOfTime; tried++) {
        const drawn = task.resample(random);
        const refit = drawn && (await bestFrom(starts, drawn, task.solve));
        if (refit !== null) estimates.push(refit.parameters);
        if (refit === null || refit.stop === 'iteration-limit') failed++;
        pacer.advance();
    }
    return { estimates, failed, tried };
}

async function bestFrom(starts: readonly Solution[], sample: Sample, solve: LocalSolver): Promise<Solution | null> {
    let best: Solution | null = null;
    for (const start of starts) {
        const end = await solve(start, sample, 'refit');
        if (end.value < (best?.value ?? Infinity)) best = end;
    }
    return best;
}

/**
 * The minima that could be the best of a resample: those whose disadvantage Σ dᵢ is less than four of its standard
 * errors √Σ dᵢ², dᵢ being the difference of the losses of row i.
 */
function plausibleMinima({ criterion, objective, sample, minima }: BootstrapTask): Solution[] {
    const loss = lossOf(objective);
    const { counts, precisions } = sample;
    const losses = minima.map(({ parameters }) =>
        criterion.residuals(sample, parameters).map((r, i) => counts[i] * loss.value(precisions[i] * r)),
    );
    return minima.filter((_, index) => {
        const differences = losses[index].map((value, i) => value - losses[0][i]);
        const disadvantage = differences.reduce((sum, d) => sum + d, 0);
        return disadvantage <= 4 * Math.sqrt(differences.reduce((sum, d) => sum + d * d, 0));
    });
}
