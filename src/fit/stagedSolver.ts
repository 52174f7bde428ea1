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
import type { Sample } from './sample.js';
import type { Effort, LocalSolver, LocalStop } from './solver.js';
import { findLocalMinimum } from './trustRegion.js';
import type { LocalMinimum } from './trustRegion.js';

/** Iterations before the coordinates change, and how often they do. */
const ITERATIONS: Readonly<Record<Effort, number>> = { brief: 12, full: 50, refit: 50 };
const TURNS: Readonly<Record<Effort, number>> = { brief: 1, full: 12, refit: 6 };

/** Both coordinates in turn must lower the objective by this, relatively, for the search to go on. */
const STALLED = 1e-6;

export function createStagedSolver(criterion: Criterion, objective: Objective): LocalSolver {
    const box = boxOf(criterion.model.parameters);
    const exact = lossOf(objective);
    return async ({ parameters: start, coordinates }, sample, effort) => {
        const spread = spreadOf(criterion.residuals(sample, start), sample);
        let end: Ended = { parameters: start, stop: 'not-computable' };
        for (const loss of stagesFor(objective, spread, effort)) {
            end = await minimise(loss, end.parameters, coordinates, sample, effort);
            if (end.stop === 'not-computable') return { ...end, coordinates, value: Infinity };
        }
        return { ...end, coordinates, value: await criterion.value(sample, exact, end.parameters) };
    };

    async function minimise(
        loss: Loss,
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
            const inTurn = turn % 2 === 0 ? coordinates : allLogarithms(end.parameters);
            const iterations = ITERATIONS[effort];
            const search = { criterion, sample, loss, box, coordinates: inTurn, iterations };
            end = await findLocalMinimum(search, end.parameters);
        }
        return end;
    }
}

interface Ended {
    readonly parameters: Float64Array;
    readonly stop: LocalStop;
}

/** The typical size of a residual, at least that of rounding. */
function spreadOf(residuals: Float64Array, { target }: Sample): number {
    const rounding = 16 * Number.EPSILON * (1 + median(target.map(Math.abs)));
    return Math.max(rounding, median(residuals.map(Math.abs)));
}

function allLogarithms(parameters: Float64Array): Coordinate[] {
    return Array.from(parameters, (value) => Math.sign(value) as Coordinate);
}

/**
 * The first stage is enough to rank starts, and the last to refit; least absolute deviations have no exact last stage.
 */
function stagesFor(objective: Objective, spread: number, effort: Effort): Loss[] {
    const stages = lossStages(objective, spread);
    if (effort === 'brief') return stages.slice(0, 1);
    return effort === 'refit' && objective.kind !== 'lad' ? stages.slice(-1) : stages;
}
