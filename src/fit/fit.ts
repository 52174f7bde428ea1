/**
 * Fits a law to a table of runs: the global optimum of a robust objective, its uncertainty, and why the search stopped.
 */
import { refitResamples } from './bootstrap.js';
import type { Refits } from './bootstrap.js';
import { findConfigurations } from './configurations.js';
import { Criterion } from './criterion.js';
import { drawsFrom } from './draws.js';
import { stagedFit } from './earlierConstants.js';
import { intervalsOf } from './intervals.js';
import { createLevenbergMarquardtSolver } from './levenbergMarquardt.js';
import { compileModel } from './model.js';
import { inNaturalCoordinates } from './naturalCoordinates.js';
import { lossOf } from './objectives.js';
import { halfCentral68 } from './quantiles.js';
import { noiseOfNewRun } from './noise.js';
import { Pacer } from './pacing.js';
import { withPinned } from './pinning.js';
import type { FitProblem, Patience } from './problem.js';
import { resamplerOf } from './resampling.js';
import type { FitResult, OpenInterval, ParameterEstimate } from './result.js';
import { createSample } from './sample.js';
import type { Sample } from './sample.js';
import { searchGlobally } from './search.js';
import type { Contender, SearchResult } from './search.js';
import { searchReport } from './searchReport.js';
import type { LocalSolver, Solution } from './solver.js';
import { createStagedSolver } from './stagedSolver.js';
import { obstacleTo, stopReason, unfitted } from './stopping.js';
import { uncertaintyAt } from './uncertainty.js';
import type { Uncertainty } from './uncertainty.js';
import { warningsOf } from './warnings.js';

/**
 * The same problem and seed give the same result to the last digit. Nothing in it is NaN: where the law cannot be
 * fitted, `stopped` says why, and `predicted` and `residuals` are empty.
 * @param onOptimum told of the optimum before the refits that a bootstrap needs, with standard intervals.
 * @throws whatever `patience.pause` throws, to cancel.
 */
export async function fit(
    problem: FitProblem,
    patience: Patience,
    onOptimum?: (result: FitResult) => void,
): Promise<FitResult> {
    const pacer = new Pacer(patience, 1 + (problem.bootstrap?.replicates ?? 0));
    const obstacle = await obstacleTo(problem, pacer);
    if (obstacle !== null) return unfitted(problem, obstacle);
    const { objective } = problem;
    const model = compileModel(problem);
    const criterion = new Criterion(model, objective.ofLog, pacer);
    const sample = await createSample(model, problem, pacer);
    const solverFor = (of: Criterion): LocalSolver =>
        problem.solver === 'lm' ? createLevenbergMarquardtSolver(of, objective) : createStagedSolver(of, objective);
    const solve = solverFor(criterion);

    const search =
        criterion.size > 0
            ? await searchGlobally({ criterion, objective, solve, pacer }, sample)
            : await evaluateOnly(criterion, problem, sample);
    pacer.advance();
    if (search.minima.length === 0) return unfitted(problem, stopReason('not-computable'));

    const minima = search.minima.map(inNaturalCoordinates(criterion, sample));
    const [best] = minima;
    const uncertainty = await uncertaintyAt(best, problem, criterion, sample, pacer);
    const predicted = await criterion.predictInTurns(sample, best.parameters);
    const fitted = { problem, criterion, sample, search, minima, uncertainty, predicted, solve, solverFor, pacer };
    const { asymptotics } = uncertainty;
    const optimum = { ...fitted, best, asymptotics, statuses: uncertainty.statuses.ofParameters };
    if (onOptimum !== undefined && problem.bootstrap !== null) {
        onOptimum(report(fitted, null, await intervalsOf({ ...optimum, kind: 'standard', estimates: null })));
    }
    const refits = await bootstrapOf(fitted);
    const kind = problem.intervals ?? 'bootstrap';
    return report(fitted, refits, await intervalsOf({ ...optimum, kind, estimates: refits?.estimates ?? null }));
}

interface Fitted {
    readonly problem: FitProblem;
    readonly criterion: Criterion;
    readonly sample: Sample;
    readonly search: SearchResult;
    readonly minima: readonly Contender[];
    readonly uncertainty: Uncertainty;
    /** The law at the optimum, on every row. */
    readonly predicted: Float64Array;
    readonly solve: LocalSolver;
    readonly solverFor: (criterion: Criterion) => LocalSolver;
    readonly pacer: Pacer;
}

/** Null where none is asked for, where there is no optimum to refit from, and where no row is left to tell the noise. */
async function bootstrapOf(fitted: Fitted): Promise<Refits | null> {
    const { problem, minima, uncertainty, predicted, pacer } = fitted;
    const { bootstrap: spec, earlier } = problem;
    const [best] = minima;
    const isOptimum = best.stop !== 'iteration-limit' && best.stop !== 'time-limit';
    if (spec === null || fitted.criterion.size === 0 || !isOptimum || uncertainty.noise === null) return null;
    const staged = earlier && (await stagedFit(problem, earlier, pacer));
    const { criterion, sample } = staged ?? fitted;
    const resample = resamplerOf({
        problem,
        sample,
        configurations: findConfigurations(problem.columns, sample.rows),
        size: criterion.size,
        fitted: criterion.inScale(predicted),
        noise: uncertainty.noise,
    });
    if (staged === undefined) return refitResamples({ ...fitted, starts: minima, spec, resample });
    const starts = minima.map(inNaturalCoordinates(criterion, sample));
    const solve = fitted.solverFor(criterion);
    return refitResamples({ sample, starts, spec, solve, pacer, resample: staged.withDraws(resample) });
}

async function evaluateOnly(criterion: Criterion, { objective }: FitProblem, sample: Sample): Promise<SearchResult> {
    const parameters = new Float64Array(0);
    const value = await criterion.value(sample, lossOf(objective), parameters);
    const only: Contender = { parameters, coordinates: [], value, stop: 'converged', disadvantage: 0 };
    const minima = value < Infinity ? [only] : [];
    return { minima, candidates: 0, starts: 0, reachedBest: 0, optima: minima.length };
}

function report(fitted: Fitted, refits: Refits | null, intervals: readonly (OpenInterval | null)[]): FitResult {
    const { problem, criterion, sample, search, minima, uncertainty, predicted, pacer } = fitted;
    const [best] = minima;
    const residuals = criterion.inScale(predicted).map((value, i) => sample.target[i] - value);
    const errors = standardErrors(problem, uncertainty, refits);
    const parameters = parameterEstimates(problem, best, uncertainty, errors, intervals);
    const stopped = stopReason(criterion.size === 0 ? 'nothing-to-fit' : best.stop);
    return {
        parameters,
        objective: best.value,
        rows: sample.rows,
        predicted,
        residuals,
        noise: noiseOfNewRun(uncertainty.noise, sample),
        draws: refits && drawsFrom(refits.estimates.map((free) => withPinned(problem.parameters, free))),
        stopped,
        warnings: warningsOf({
            problem,
            parameters,
            stopped,
            configurations: findConfigurations(problem.columns, sample.rows).count,
            refits,
            hasNoise: uncertainty.noise !== null,
            isOutOfTime: pacer.isOutOfTime,
            scaledResiduals: residuals.map((r, i) => r * sample.precisions[i]),
            argumentsTogether: uncertainty.statuses.argumentsTogether,
        }),
        search: searchReport(problem, search),
    };
}

/** Of the free parameters. Where earlier stages add to them, only refits know by how much. */
function standardErrors(
    { earlier }: FitProblem,
    { statuses, asymptotics }: Uncertainty,
    refits: Refits | null,
): (number | null)[] {
    return statuses.ofParameters.map((status, index) => {
        const variance = asymptotics.variances[index];
        if (status !== 'estimated' || variance === null) return null;
        const drawn = earlier && refits?.estimates.map((estimate) => estimate[index]);
        return drawn === undefined || drawn.length === 0
            ? Math.sqrt(variance)
            : halfCentral68(Float64Array.from(drawn));
    });
}

function parameterEstimates(
    { parameters }: FitProblem,
    best: Solution,
    { statuses }: Uncertainty,
    errors: readonly (number | null)[],
    intervals: readonly (OpenInterval | null)[],
): ParameterEstimate[] {
    let free = 0;
    return parameters.map(({ name, pinned }) => {
        if (pinned !== undefined) {
            return { name, estimate: pinned, standardError: null, interval: null, status: 'pinned' };
        }
        const index = free++;
        return {
            name,
            estimate: best.parameters[index],
            standardError: errors[index],
            interval: intervals[index],
            status: statuses.ofParameters[index],
        };
    });
}
