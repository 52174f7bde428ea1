/**
 * Fits a law to a table of runs: the global optimum of a robust objective, its uncertainty, and why the search stopped.
 */
import { refitResamples } from './bootstrap.js';
import type { BootstrapTask, Refits } from './bootstrap.js';
import { inseparableParameters } from './collinearity.js';
import { findConfigurations } from './configurations.js';
import { Criterion } from './criterion.js';
import { undeterminedParameters } from './identifiability.js';
import { createLevenbergMarquardtSolver } from './levenbergMarquardt.js';
import { compileModel } from './model.js';
import { lossOf } from './objectives.js';
import { Pacer } from './pacing.js';
import type { FitProblem, ParameterSpec, Patience } from './problem.js';
import { central95 } from './quantiles.js';
import type { Draws, FitResult, ParameterEstimate, ParameterStatus } from './result.js';
import { createSample } from './sample.js';
import type { Sample } from './sample.js';
import { searchGlobally } from './search.js';
import type { SearchResult } from './search.js';
import type { Solution } from './solver.js';
import { createStagedSolver } from './stagedSolver.js';
import { obstacleTo, stopReason, unfitted } from './stopping.js';
import { warningsOf } from './warnings.js';

/**
 * The same problem and seed give the same result to the last digit. Nothing in it is NaN: where the law cannot be
 * fitted, `stopped` says why, and `predicted` and `residuals` are empty.
 * @throws whatever `patience.pause` throws, to cancel.
 */
export async function fit(problem: FitProblem, patience: Patience): Promise<FitResult> {
    const obstacle = obstacleTo(problem);
    if (obstacle !== null) return unfitted(problem, obstacle);
    const pacer = new Pacer(patience, 1 + (problem.bootstrap?.replicates ?? 0));
    const { objective } = problem;
    const model = compileModel(problem);
    const criterion = new Criterion(model, objective.ofLog, pacer);
    const target = objective.ofLog ? problem.target.map(Math.log) : problem.target;
    const sample = createSample(model, problem.columns, target);
    const solve =
        problem.solver === 'lm'
            ? createLevenbergMarquardtSolver(criterion, objective)
            : createStagedSolver(criterion, objective);

    const search =
        criterion.size > 0
            ? await searchGlobally({ criterion, objective, solve, pacer }, sample)
            : await evaluateOnly(criterion, problem, sample);
    pacer.advance();
    if (search.minima.length === 0) return unfitted(problem, stopReason('not-computable'));

    const configurations = findConfigurations(problem.columns, sample.rows);
    const refits = await bootstrapOf(problem, {
        criterion,
        objective,
        sample,
        configurations,
        minima: search.minima,
        solve,
        pacer,
    });
    return report({ problem, criterion, sample, search, refits, configurations: configurations.count });
}

/** Null where none is asked for, or where there is no optimum to refit from. */
async function bootstrapOf({ bootstrap }: FitProblem, task: Omit<BootstrapTask, 'spec'>): Promise<Refits | null> {
    const isOptimum = task.minima[0].stop !== 'iteration-limit';
    return bootstrap !== null && task.criterion.size > 0 && isOptimum
        ? refitResamples({ ...task, spec: bootstrap })
        : null;
}

async function evaluateOnly(criterion: Criterion, { objective }: FitProblem, sample: Sample): Promise<SearchResult> {
    const parameters = new Float64Array(0);
    const value = await criterion.value(sample, lossOf(objective), parameters);
    const minima: Solution[] = value < Infinity ? [{ parameters, coordinates: [], value, stop: 'converged' }] : [];
    return { minima, starts: 0, reachedBest: 0 };
}

interface Outcome {
    readonly problem: FitProblem;
    readonly criterion: Criterion;
    readonly sample: Sample;
    readonly search: SearchResult;
    readonly refits: Refits | null;
    readonly configurations: number;
}

async function report(outcome: Outcome): Promise<FitResult> {
    const { problem, criterion, sample, search, refits } = outcome;
    const best = search.minima[0];
    const inseparable = inseparableParameters(criterion.model, problem.columns);
    const undetermined = await undeterminedParameters(criterion, sample, best.parameters);
    const unidentified = [...undetermined, ...(inseparable?.parameters ?? [])];
    const draws = refits && drawsOf(problem, refits.estimates);
    const free = problem.parameters.filter(({ pinned }) => pinned === undefined);
    const parameters = problem.parameters.map((spec, column): ParameterEstimate => {
        if (spec.pinned !== undefined)
            return { name: spec.name, estimate: spec.pinned, standardError: null, interval: null, status: 'pinned' };
        const index = free.indexOf(spec);
        const estimate = best.parameters[index];
        const status = unidentified.includes(index) ? 'unidentified' : statusAt(estimate, spec);
        const interval = draws === null || status === 'unidentified' ? null : central95(columnOf(draws, column));
        return { name: spec.name, estimate, standardError: null, interval, status };
    });
    const stopped = stopReason(criterion.size === 0 ? 'nothing-to-fit' : best.stop);
    return {
        parameters,
        objective: best.value,
        rows: sample.rows,
        predicted: criterion.predict(sample, best.parameters),
        residuals: criterion.residuals(sample, best.parameters),
        draws,
        stopped,
        warnings: warningsOf({
            law: problem.law,
            parameters,
            stopped,
            configurations: outcome.configurations,
            replicates: problem.bootstrap?.replicates ?? 0,
            failedRefits: refits?.failed ?? 0,
            argumentsTogether: inseparable?.argumentNames ?? [],
        }),
        search: {
            candidates: 0,
            starts: search.starts,
            reachedBest: search.reachedBest,
            optima: search.minima.length,
            rivals: [],
        },
    };
}

function statusAt(estimate: number, spec: ParameterSpec): ParameterStatus {
    if (estimate <= spec.lower) return 'at-lower-bound';
    return estimate >= spec.upper ? 'at-upper-bound' : 'estimated';
}

/** The refits as draws of all parameters, pinned ones at their value. */
function drawsOf({ parameters }: FitProblem, estimates: readonly Float64Array[]): Draws | null {
    if (estimates.length === 0) return null;
    const values = new Float64Array(estimates.length * parameters.length);
    estimates.forEach((estimate, row) => {
        let free = 0;
        parameters.forEach(({ pinned }, column) => {
            values[row * parameters.length + column] = pinned ?? estimate[free++];
        });
    });
    return { count: estimates.length, values };
}

function columnOf({ count, values }: Draws, column: number): Float64Array {
    const size = values.length / count;
    return Float64Array.from({ length: count }, (_, row) => values[row * size + column]);
}
