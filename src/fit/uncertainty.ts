/** Everything about a fit's uncertainty that is known at the optimum, without refits. */
import { hasDegrees, asymptoticsOf } from './asymptotics.js';
import type { Asymptotics } from './asymptotics.js';
import type { Criterion } from './criterion.js';
import { designOf } from './design.js';
import { noiseOf } from './noise.js';
import type { Noise } from './noise.js';
import type { Pacer } from './pacing.js';
import type { FitProblem } from './problem.js';
import { createRandom } from './random.js';
import { thin } from './sample.js';
import type { Sample } from './sample.js';
import { smoothedLoss } from './smoothedLoss.js';
import type { Solution } from './solver.js';
import { statusesOf } from './statuses.js';
import type { Statuses } from './statuses.js';

export interface Uncertainty {
    readonly statuses: Statuses;
    readonly asymptotics: Asymptotics;
    /** Null where there are no more rows than parameters, or only one cluster of them. */
    readonly noise: Noise | null;
}

/** Of more rows than this, so many tell how far the parameters scatter: to less than half a percent. */
const MANY_ROWS = 65_536;

export async function uncertaintyAt(
    { parameters, value }: Solution,
    problem: FitProblem,
    criterion: Criterion,
    all: Sample,
    pacer: Pacer,
): Promise<Uncertainty> {
    const sample = areExchangeable(problem) ? thin(all, MANY_ROWS, createRandom(3)) : all;
    const share = sample.rows / all.rows;
    const statuses = await statusesOf(problem, criterion, sample, parameters);
    const withStatus = (status: string): number[] =>
        [...statuses.ofParameters.keys()].filter((j) => statuses.ofParameters[j] === status);
    const candidates = [...withStatus('estimated'), ...withStatus('unidentified')];
    const design = await designOf(criterion, sample, parameters, candidates, pacer);
    const residuals = criterion.residuals(sample, parameters).map((r, i) => r * sample.precisions[i]);
    const loss = smoothedLoss(problem.objective, residuals, Math.max(1, design.degrees));
    const task = { problem, criterion, sample, design, parameters, value: value * share, loss, residuals, pacer };
    const asymptotics = await asymptoticsOf(task);
    return {
        statuses,
        asymptotics: ofAllRows(asymptotics, share),
        noise: hasDegrees(task) ? await noiseOf(task) : null,
    };
}

/** Whether some rows can stand for all of them: not where they belong to clusters, or keep their own noise. */
function areExchangeable({ clusters, bootstrap }: FitProblem): boolean {
    return clusters === undefined && bootstrap?.kind !== 'wild';
}

/** Variances fall as one over the number of rows. */
function ofAllRows(asymptotics: Asymptotics, share: number): Asymptotics {
    const scaled = (values: readonly (number | null)[]): (number | null)[] =>
        values.map((value) => (value === null ? null : value * share));
    return {
        degrees: asymptotics.degrees,
        variances: scaled(asymptotics.variances),
        inverseCurvatures: scaled(asymptotics.inverseCurvatures),
    };
}
