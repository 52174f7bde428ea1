/**
 * Constants of earlier fits in the formula of a law: of a chain from compute to loss to accuracy, say. The point fit holds them at
 * their estimates. Each refit takes another of their draws, so that draw k of the chain is one repetition of all its stages,
 * and what is predicted with it carries the uncertainty of each (what is missing otherwise: Murphy and Topel 1985, J. Bus. Econ. Stat. 3).
 */
import { Criterion } from './criterion.js';
import { drawOf } from './draws.js';
import { compileModel } from './model.js';
import type { Pacer } from './pacing.js';
import type { FitProblem } from './problem.js';
import type { Resampler } from './resampling.js';
import type { Draws } from './result.js';
import { createSample, withColumns } from './sample.js';
import type { Sample } from './sample.js';
import type { Expr } from '../expression/expr.js';

export interface EarlierConstants {
    /** The law with their names in it, instead of the estimates that the problem's law has. */
    readonly law: Expr;
    readonly names: readonly string[];
    /** The estimates. */
    readonly values: Float64Array;
    /** Row-major, one column for each name. */
    readonly draws: Draws;
}

export interface StagedFit {
    readonly criterion: Criterion;
    readonly sample: Sample;
    /** A resample with the next draw of the constants. */
    withDraws(resample: Resampler): Resampler;
}

/** The fit of a law whose earlier constants are columns, so that they can change from refit to refit. */
export async function stagedFit(problem: FitProblem, earlier: EarlierConstants, pacer: Pacer): Promise<StagedFit> {
    const rows = problem.target.length;
    const inEveryRow = (values: Float64Array, count: number): Float64Array[] =>
        Array.from(values, (value) => new Float64Array(count).fill(value));
    const asColumns: FitProblem = {
        ...problem,
        law: earlier.law,
        argumentNames: [...problem.argumentNames, ...earlier.names],
        columns: [...problem.columns, ...inEveryRow(earlier.values, rows)],
    };
    const model = compileModel(asColumns);
    const criterion = new Criterion(model, problem.objective.ofLog, pacer);
    const sample = await createSample(model, asColumns, pacer);
    const atDraw = (resample: Sample, draw: number): Sample =>
        withColumns(model, resample, [
            ...resample.columns.slice(0, problem.columns.length),
            ...inEveryRow(drawOf(earlier.draws, draw % earlier.draws.count), resample.rows),
        ]);
    return {
        criterion,
        sample,
        withDraws: (resample) => {
            let draw = 0;
            return (random) => {
                const drawn = resample(random);
                return drawn && atDraw(drawn, draw++);
            };
        },
    };
}
