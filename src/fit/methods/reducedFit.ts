/**
 * A law fitted to the minima of a reduction, N* = k·C^a and the like, with intervals from the whole way: the raw runs are
 * resampled, reduced again, and the law is fitted again.
 */
import { columnOf, intervalOf } from '../draws.js';
import { fit } from '../fit.js';
import type { FitProblem, Patience } from '../problem.js';
import { Steps } from '../steps.js';
import { stopReason } from '../stopping.js';
import type { FitResult, ParameterEstimate } from '../result.js';
import { failedRefits } from '../warnings.js';
import type { Interpolation } from './budgetMinimum.js';
import { reduceToEnvelope } from './envelope.js';
import type { EnvelopeReport } from './envelope.js';
import { reduceIsoflop } from './isoflop.js';
import type { IsoflopReport } from './isoflop.js';
import type { ReducedColumn, ReducedRows, Reducer, Runs } from './reduction.js';
import { refitRedrawn } from './reducedBootstrap.js';
import type { RedrawnFits } from './reducedBootstrap.js';

export interface ReducedFitProblem extends Pick<
    FitProblem,
    'law' | 'argumentNames' | 'parameters' | 'objective' | 'bootstrap'
> {
    readonly method:
        { readonly kind: 'isoflop'; readonly interpolation: Interpolation } | { readonly kind: 'envelope' };
    readonly runs: Runs;
    /** What each argument of the law is, in the order of `argumentNames`. `tokens` only where the runs have them. */
    readonly argumentColumns: readonly ReducedColumn[];
    /** What the law predicts. */
    readonly target: ReducedColumn;
}

export interface ReducedFitResult {
    /** Rows, predictions and residuals are those of the reduced rows; there is no noise of runs. */
    readonly fit: FitResult;
    readonly reduction: IsoflopReport | EnvelopeReport;
}

const NO_MINIMUM =
    'No budget has a usable minimum to fit the law to: add runs of smaller and larger models at the same compute.';

const FAILURE = {
    what: 'gave no optimum, or too few budgets with a minimum',
    remedy: 'Add runs around the minima.',
};

/** @throws whatever `patience.pause` throws, to cancel. */
export async function fitReduced(problem: ReducedFitProblem, patience: Patience): Promise<ReducedFitResult> {
    const { bootstrap } = problem;
    const reducer = reducerOf(problem);
    const steps = new Steps(patience, 1 + (bootstrap?.replicates ?? 0));
    const pointProblem = reducedProblem(problem, reducer.report.rows);
    // A row is no run: how the minima scatter about the law does not tell how runs do.
    const point = { ...(await fit(pointProblem, await steps.next())), noise: new Float64Array(0) };
    const reduction = reducer.report;
    if (point.rows === 0) return { fit: { ...point, stopped: stopReason('too-few-rows', NO_MINIMUM) }, reduction };
    const isOptimum = point.stopped.code === 'converged' || point.stopped.code === 'step-too-small';
    if (bootstrap === null || !isOptimum) return { fit: point, reduction };
    const refits = await refitRedrawn({
        problem: pointProblem,
        point,
        reducer,
        problemOf: (rows) => reducedProblem(problem, rows),
        spec: bootstrap,
        patience,
    });
    return { fit: withIntervals(point, refits, bootstrap.replicates), reduction };
}

function reducerOf({ method, runs, bootstrap }: ReducedFitProblem): Reducer<IsoflopReport | EnvelopeReport> {
    return method.kind === 'isoflop'
        ? reduceIsoflop(runs, method.interpolation, bootstrap?.kind === 'wild')
        : reduceToEnvelope(runs, bootstrap && (bootstrap.kind ?? 'rows'));
}

/** What the law is fitted to in the end. */
export function reducedProblem(problem: ReducedFitProblem, rows: ReducedRows): FitProblem {
    const { law, argumentNames, argumentColumns, parameters, objective, target } = problem;
    return {
        law,
        argumentNames,
        parameters,
        objective,
        columns: argumentColumns.map((column) => rows[column]),
        target: rows[target],
        ...(rows.clusters && { clusters: rows.clusters }),
        solver: 'default',
        bootstrap: null,
    };
}

function withIntervals(point: FitResult, { draws, failed }: RedrawnFits, replicates: number): FitResult {
    const parameters = point.parameters.map((parameter, column): ParameterEstimate => {
        const isUncertain = parameter.status !== 'pinned' && parameter.status !== 'unidentified';
        return { ...parameter, interval: draws !== null && isUncertain ? intervalOf(columnOf(draws, column)) : null };
    });
    return { ...point, parameters, draws, warnings: [...point.warnings, ...failedRefits(failed, replicates, FAILURE)] };
}
