/** Reports of runs and of fits. */
import { formatExpr } from '../../expression/print.js';
import type { Prediction } from '../../fit/predict.js';
import { bandsOf } from '../pictures/bands.js';
import { numberAt } from '../tables/columnFormulas.js';
import { fittedConstants, type FitOutcome } from './constants.js';
import { fingerprint } from '../fingerprint.js';
import { MAX_REPORTED_ROWS, type FitReport, type RowReport, type RunsReport } from '../report.js';
import { HELD_OUT, excludedRows, rowsIn, stateOf } from '../tables/rows.js';
import type { StudyRun } from '../run.js';
import type { RunsTable } from '../tables/tables.js';

export function runsReport({ plan, source, rowCount, summary }: RunsTable): RunsReport {
    return { name: plan.name, source, columns: summary.columns, rowCount, usableRows: summary.usableRows };
}

export async function fitReport(outcome: FitOutcome, run: StudyRun): Promise<FitReport> {
    const { plan, group, target, table, rows, problem, result } = outcome;
    const predicted = rows.rows.length > MAX_REPORTED_ROWS ? null : await rowPredictions(outcome, rows.rows, run);
    return {
        law: plan.law.name,
        runs: plan.runs.name,
        group,
        range: plan.range,
        target,
        formula: formatExpr(problem.law),
        rows: result.rows,
        objective: result.objective,
        parameters: result.parameters,
        stopped: result.stopped,
        warnings: result.warnings,
        holdout: await holdoutScore(outcome, run),
        excluded: excludedRows(rows, table.lines),
        rowReports: predicted?.map((prediction, index) => rowReport(outcome, index, prediction)) ?? null,
    };
}

/** The law's value at rows of its table, whatever became of them. */
export async function rowPredictions(
    outcome: FitOutcome,
    rows: Uint32Array,
    run: StudyRun,
): Promise<readonly Prediction[]> {
    const columns = outcome.plan.law.arguments.map(({ name }) => valuesAt(outcome, name, rows));
    const key = fingerprint([outcome.key, columns]);
    return run.memory.predictions.get(key, () => predict(outcome, columns, rows.length, run));
}

async function predict(
    { problem, plan, result }: FitOutcome,
    columns: readonly Float64Array[],
    rowCount: number,
    run: StudyRun,
): Promise<readonly Prediction[]> {
    const constants = fittedConstants(result);
    if (columns.length === 0 || !constants.values.every(Number.isFinite)) {
        return Array.from({ length: rowCount }, () => ({ estimate: null, interval: null }));
    }
    run.patience.begin?.(`rows of ${plan.runs.name}`);
    return bandsOf(problem.law, problem.argumentNames, columns, constants, run.patience);
}

function rowReport({ table, target, rows }: FitOutcome, index: number, { estimate, interval }: Prediction): RowReport {
    const row = rows.rows[index];
    const { state, reason } = stateOf(rows, index);
    const observed = numberAt(table.columns.get(target), row);
    const ratio = observed === null || estimate === null || estimate === 0 ? null : observed / estimate - 1;
    return {
        line: table.lines[row],
        state,
        ...(reason === undefined ? {} : { reason }),
        observed,
        predicted: estimate,
        interval,
        relativeResidual: ratio,
    };
}

/** Mean |observed / predicted − 1| over the rows held out. */
async function holdoutScore(outcome: FitOutcome, run: StudyRun): Promise<FitReport['holdout']> {
    const heldOut = rowsIn(outcome.rows, HELD_OUT);
    if (heldOut.length === 0) return null;
    const columns = outcome.plan.law.arguments.map(({ name }) => valuesAt(outcome, name, heldOut));
    const constants = { ...fittedConstants(outcome.result), draws: null };
    if (columns.length === 0 || !constants.values.every(Number.isFinite)) return null;
    const predicted = await bandsOf(
        outcome.problem.law,
        outcome.problem.argumentNames,
        columns,
        constants,
        run.patience,
    );
    const observed = valuesAt(outcome, outcome.target, heldOut);
    const errors = predicted.flatMap(({ estimate }, index) =>
        estimate ? [Math.abs(observed[index] / estimate - 1)] : [],
    );
    if (errors.length === 0) return null;
    return { rows: heldOut.length, meanRelativeError: errors.reduce((sum, each) => sum + each, 0) / errors.length };
}

function valuesAt({ table }: FitOutcome, name: string, rows: Uint32Array): Float64Array {
    const column = table.columns.get(name);
    return Float64Array.from(rows, (row) => numberAt(column, row) ?? NaN);
}
