/**
 * Our own local solver: the trust region, run through the stages of the objective's loss, wide to exact. A valley that
 * is narrow and bent in one set of coordinates may be straight in another, so a search that takes long goes on in
 * logarithms of all parameters, and then in its first coordinates again.
 */
import { boxOf } from './coordinates.js';
import type { Coordinate } from './coordinates.js';
import type { Criterion } from './criterion.js';
import { lossOf, lossStages } from './objectives.js';
import type { Loss } from './objectives.js';
import type { Objective } from './problem.js';
import { median } from './quantiles.js';
import { createRandom } from './random.js';
import { thin } from './sample.js';
import type { Sample } from './sample.js';
import type { Effort, LocalSolver, LocalStop, Solution } from './solver.js';
import { findLocalMinimum, FROM_AFAR, FROM_NEAR } from './trustRegion.js';
import type { LocalMinimum, LocalSearch, Manner } from './trustRegion.js';

/** Iterations before the coordinates change, and how often they do. */
const ITERATIONS: Readonly<Record<Effort, number>> = { brief: 12, full: 50, probe: 50, refit: 50 };
const TURNS: Readonly<Record<Effort, number>> = { brief: 1, full: 12, probe: 1, refit: 6 };

/** Both coordinates in turn must lower the objective by this, relatively, for the search to go on. */
const STALLED = 1e-6;

export function createStagedSolver(criterion: Criterion, objective: Objective): LocalSolver {
    const box = boxOf(criterion.model.parameters);
    const exact = lossOf(objective);
    return async ({ parameters: start, coordinates }, sample, effort) => {
        let end: Ended = { parameters: start, stop: 'not-computable' };
        for (const stage of stages(start, sample, effort)) {
            end = await minimise(stage, end.parameters, coordinates, sample, effort);
            if (end.stop === 'not-computable') return { ...end, coordinates, value: Infinity };
        }
        return { ...end, coordinates, value: await criterion.value(sample, exact, end.parameters) };
    };

    /** The first stage is enough to rank starts, and the last to refit; a loss with a kink has no exact last stage. */
    function stages(start: Float64Array, sample: Sample, effort: Effort): Stage[] {
        if (effort === 'refit' && !hasKink(objective)) return [{ loss: exact, manner: FROM_NEAR }];
        const losses = lossStages(objective, typicalResidual(criterion, sample, { parameters: start }));
        if (effort === 'brief') return [{ loss: losses[0], manner: ROUGHLY }];
        return losses.map((loss) => ({ loss, manner: FROM_AFAR }));
    }

    async function minimise(
        { loss, manner }: Stage,
        start: Float64Array,
        coordinates: readonly Coordinate[],
        sample: Sample,
        effort: Effort,
    ): Promise<Ended> {
        let end: LocalMinimum = { parameters: start, value: Infinity, stop: 'iteration-limit' };
        let before = Infinity;
        for (let turn = 0; turn < TURNS[effort] && end.stop === 'iteration-limit'; turn++) {
            if (turn > 0 && turn % 2 === 0) {
                if (before - end.value < STALLED * end.value) break;
                before = end.value;
            }
            const search: LocalSearch = {
                criterion,
                sample,
                loss,
                box,
                coordinates: turn % 2 === 0 ? coordinates : allLogarithms(end.parameters),
                iterations: ITERATIONS[effort],
                manner: turn === 0 ? manner : FROM_AFAR,
            };
            end = await findLocalMinimum(search, end.parameters);
        }
        return end;
    }
}

/** Good enough to go on from. */
const ROUGHLY: Manner = { ...FROM_AFAR, relativeGain: 1e-3 };

interface Stage {
    readonly loss: Loss;
    readonly manner: Manner;
}

function hasKink({ kind }: Objective): boolean {
    return kind === 'lad' || kind === 'pinball';
}

interface Ended {
    readonly parameters: Float64Array;
    readonly stop: LocalStop;
}

/** The median size of a residual (in standard errors, where they are known), at least that of rounding. */
export function typicalResidual(
    criterion: Criterion,
    sample: Sample,
    { parameters }: Pick<Solution, 'parameters'>,
): number {
    const some = thin(sample, ENOUGH_ROWS, createRandom(4));
    const { target, precisions } = some;
    const sizes = criterion.residuals(some, parameters).map((residual, i) => Math.abs(residual) * precisions[i]);
    const rounding = 16 * Number.EPSILON * (1 + median(target.map((t, i) => Math.abs(t) * precisions[i])));
    return Math.max(rounding, median(sizes));
}

/** So many rows tell the size of a residual well enough. */
const ENOUGH_ROWS = 16_384;

function allLogarithms(parameters: Float64Array): Coordinate[] {
    return Array.from(parameters, (value) => Math.sign(value) as Coordinate);
}
