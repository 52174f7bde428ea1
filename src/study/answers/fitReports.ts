/** Reports of runs and of fits. */
import { formatExpr } from '../../expression/print.js';
import type { Prediction } from '../../fit/predict.js';
import { bandsOf } from '../pictures/bands.js';
import { numberAt } from '../tables/columnFormulas.js';
import { chainOf, type FitOutcome } from './constants.js';
import { reductionReport } from './reductions.js';
import { tiedParameters } from './tiedParameters.js';
import { holdoutReport, rollingReport } from './holdouts.js';
import { influenceReport } from './influences.js';
import { inputsAt } from './inputs.js';
import { fingerprint } from '../fingerprint.js';
import { MAX_REPORTED_ROWS, type FitReport, type RowReport, type RunsReport } from '../report.js';
import { excludedRows, stateOf } from '../tables/rows.js';
import type { StudyRun } from '../run.js';
import type { RunsTable } from '../tables/tables.js';
import { isOfGroups } from '../tables/baseRows.js';

export function runsReport({ plan, sources, rowCount, summary }: RunsTable): RunsReport {
    const isGrouped = isOfGroups(plan);
    return { name: plan.name, sources, isGrouped, columns: summary.columns, rowCount, usableRows: summary.usableRows };
}

export async function fitReport(outcome: FitOutcome, run: StudyRun): Promise<FitReport> {
    const { rows } = outcome;
    // A law of what a method made of the runs says nothing of a single one.
    const isOfRows = outcome.reduction === null;
    const predicted = rows.rows.length > MAX_REPORTED_ROWS ? null : await rowPredictions(outcome, rows.rows, run);
    return {
        ...optimumReport(outcome),
        holdout: await holdoutReport(outcome, run),
        rolling: await rollingReport(outcome, run),
        influence: await influenceReport(outcome, run),
        rowReports:
            predicted?.map((prediction, index) => rowReport(outcome, index, isOfRows ? prediction : NO_PREDICTION)) ??
            null,
    };
}

/** What is known of a fit at once. */
export function optimumReport(outcome: FitOutcome): FitReport {
    const { plan, group, target, table, rows, formula, constants, borrowed, result } = outcome;
    return {
        law: plan.law.name,
        runs: plan.runs.name,
        sources: table.sources,
        group,
        range: plan.range,
        target,
        formula: formatExpr(formula),
        constants,
        rows: result.rows,
        objective: result.objective,
        parameters: [...result.parameters, ...tiedParameters(plan.law, borrowed, constants, result)],
        stopped: result.stopped,
        search: result.search,
        warnings: result.warnings,
        holdout: null,
        rolling: null,
        influence: null,
        reduction: reductionReport(outcome),
        excluded: excludedRows(rows, table.lines),
        rowReports: null,
    };
}

const NO_PREDICTION: Prediction = { estimate: null, interval: null, newRun: null };

/** The law's value at rows of its table, whatever became of them. */
export async function rowPredictions(
    outcome: FitOutcome,
    rows: Uint32Array,
    run: StudyRun,
): Promise<readonly Prediction[]> {
    const columns = inputsAt(outcome, rows);
    const key = fingerprint([outcome.key, columns]);
    return run.memory.predictions.get(key, () => predict(outcome, columns, rows.length, run));
}

async function predict(
    outcome: FitOutcome,
    columns: readonly Float64Array[],
    rowCount: number,
    run: StudyRun,
): Promise<readonly Prediction[]> {
    const { law, constants } = chainOf(outcome);
    const { problem, plan } = outcome;
    if (columns.length === 0 || !constants.values.every(Number.isFinite)) {
        return Array.from({ length: rowCount }, () => NO_PREDICTION);
    }
    run.patience.begin?.(`rows of ${plan.runs.name}`);
    return bandsOf(law, problem.argumentNames, columns, constants, run.patience);
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
