/**
 * Plain least squares by the package ml-levenberg-marquardt, a second opinion that a user can ask for by name. Its
 * damping and tolerances are absolute, so it is given residuals in units of their spread at the start, and parameters
 * in units that change the law by as much. It does not say why it stopped: it is run a few iterations at a time, and
 * where it stands is judged by the gradient.
 */
import { levenbergMarquardt } from 'ml-levenberg-marquardt';
import { boxOf } from './coordinates.js';
import type { Box, Coordinate } from './coordinates.js';
import { emptyExpansion } from './criterion.js';
import type { Criterion } from './criterion.js';
import { lossOf } from './objectives.js';
import type { Objective } from './problem.js';
import type { Sample } from './sample.js';
import type { Effort, LocalSolver, LocalStop } from './solver.js';
import { findLocalMinimum, FROM_AFAR } from './trustRegion.js';
import type { Manner } from './trustRegion.js';

const ITERATIONS_AT_A_TIME = 10;
const TURNS: Readonly<Record<Effort, number>> = { brief: 1, full: 40, probe: 10, refit: 20 };
/** It has converged where the next step would gain less than this, relative to the sum of squares. */
const JUDGED: Manner = { ...FROM_AFAR, relativeGain: 1e-10 };

/** @throws for any other objective than squares: the language does not let one through. */
export function createLevenbergMarquardtSolver(criterion: Criterion, objective: Objective): LocalSolver {
    if (objective.kind !== 'squares') throw new Error(`solver lm minimises squares, not ${objective.kind}.`);
    const box = boxOf(criterion.model.parameters);
    const loss = lossOf(objective);
    return async ({ parameters: start }, sample, effort) => {
        const coordinates = Array.from(start, (): Coordinate => 0);
        let parameters = start;
        let stop: LocalStop = 'iteration-limit';
        for (let turn = 0; turn < TURNS[effort] && stop === 'iteration-limit'; turn++) {
            const units = await parameterUnits(criterion, sample, parameters);
            if (units === null) return { parameters, coordinates, value: Infinity, stop: 'not-computable' };
            const before = parameters;
            parameters = iterate(criterion, sample, box, parameters, units);
            const judged = { criterion, sample, loss, box, coordinates, iterations: 0, manner: JUDGED };
            ({ stop } = await findLocalMinimum(judged, parameters));
            const isStuck = parameters.every((value, j) => value === before[j]);
            if (isStuck && stop === 'iteration-limit') stop = 'step-too-small';
        }
        return { parameters, coordinates, value: await criterion.value(sample, loss, parameters), stop };
    };
}

interface Units {
    /** The root mean square of the residuals. */
    readonly residual: number;
    /** The change of each parameter that changes the law by as much. */
    readonly parameters: Float64Array;
}

async function parameterUnits(criterion: Criterion, sample: Sample, parameters: Float64Array): Promise<Units | null> {
    const { size } = criterion;
    const expansion = emptyExpansion(size);
    await criterion.expand(sample, lossOf({ kind: 'squares' }), parameters, expansion);
    if (expansion.value === Infinity) return null;
    const residual = Math.sqrt(expansion.value / sample.rows) || 1;
    const units = parameters.map((_, j) => Math.sqrt(expansion.value / expansion.gaussNewton[j * size + j]));
    return { residual, parameters: units.map((unit) => (Number.isFinite(unit) && unit > 0 ? unit : 1)) };
}

/** Some iterations of the package; where they lead nowhere, the start. */
function iterate(criterion: Criterion, sample: Sample, box: Box, start: Float64Array, units: Units): Float64Array {
    const parametersAt = (u: ArrayLike<number>): Float64Array =>
        start.map((p, j) => Math.min(box.upper[j], Math.max(box.lower[j], p + u[j] * units.parameters[j])));
    const weights = sample.counts.map((count, i) => (Math.sqrt(count) * sample.precisions[i]) / units.residual);
    const rows = Array.from(sample.target.keys());
    const scaled = (values: Float64Array): Float64Array => values.map((value, i) => value * weights[i]);
    const { parameterValues } = levenbergMarquardt(
        { x: rows, y: Array.from(scaled(sample.target)) },
        (u) => {
            const values = scaled(criterion.predictInScale(sample, parametersAt(u)));
            return (row) => values[row];
        },
        {
            initialValues: start.map(() => 0),
            minValues: start.map((p, j) => (box.lower[j] - p) / units.parameters[j]),
            maxValues: start.map((p, j) => (box.upper[j] - p) / units.parameters[j]),
            gradientDifference: 1e-4,
            centralDifference: true,
            maxIterations: ITERATIONS_AT_A_TIME,
            errorTolerance: Number.MIN_VALUE,
        },
    );
    return parametersAt(parameterValues);
}
