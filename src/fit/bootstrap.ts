/**
 * The bootstrap over rows (pairs; Efron and Tibshirani 1993, chapter 9): rows are drawn with replacement and the law is
 * fitted again with the same objective and the same solver, from the estimate and from every rival optimum that
 * another sample might prefer.
 */
import type { Configurations } from './configurations.js';
import { hasConfigurations } from './configurations.js';
import type { Criterion } from './criterion.js';
import { lossOf } from './objectives.js';
import type { Pacer } from './pacing.js';
import type { BootstrapSpec, Objective } from './problem.js';
import { createRandom } from './random.js';
import type { Random } from './random.js';
import { resample } from './sample.js';
import type { Resample, Sample } from './sample.js';
import type { LocalSolver, Solution } from './solver.js';

export interface BootstrapTask {
    readonly criterion: Criterion;
    readonly objective: Objective;
    readonly sample: Sample;
    readonly configurations: Configurations;
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
}

/** A resample with too few distinct configurations is drawn again this many times. */
const TRIES = 100;

export async function refitResamples(task: BootstrapTask): Promise<Refits> {
    const { spec, pacer } = task;
    const random = createRandom(spec.seed);
    const starts = plausibleMinima(task);
    const estimates: Float64Array[] = [];
    let failed = 0;
    for (let replicate = 0; replicate < spec.replicates; replicate++) {
        const drawn = drawResample(task, random);
        const refit = drawn && (await bestFrom(starts, drawn.sample, task.solve));
        if (refit !== null) estimates.push(refit.parameters);
        if (refit === null || refit.stop === 'iteration-limit') failed++;
        pacer.advance();
    }
    return { estimates, failed };
}

async function bestFrom(starts: readonly Solution[], sample: Sample, solve: LocalSolver): Promise<Solution | null> {
    let best: Solution | null = null;
    for (const start of starts) {
        const end = await solve(start, sample, 'refit');
        if (end.value < (best?.value ?? Infinity)) best = end;
    }
    return best;
}

function drawResample({ sample, configurations, criterion }: BootstrapTask, random: Random): Resample | null {
    const needed = Math.min(criterion.size, configurations.count);
    for (let attempt = 0; attempt < TRIES; attempt++) {
        const drawn = resample(sample, random);
        if (hasConfigurations(configurations, drawn.counts, needed)) return drawn;
    }
    return null;
}

/**
 * The minima that could be the best of a resample: those whose disadvantage Σ dᵢ is less than four of its standard
 * errors √Σ dᵢ², dᵢ being the difference of the losses of row i.
 */
function plausibleMinima({ criterion, objective, sample, minima }: BootstrapTask): Solution[] {
    const loss = lossOf(objective);
    const losses = minima.map(({ parameters }) => criterion.residuals(sample, parameters).map(loss.value));
    return minima.filter((_, index) => {
        const differences = losses[index].map((value, i) => value - losses[0][i]);
        const disadvantage = differences.reduce((sum, d) => sum + d, 0);
        return disadvantage <= 4 * Math.sqrt(differences.reduce((sum, d) => sum + d * d, 0));
    });
}
