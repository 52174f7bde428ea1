/** How well a fitted law foretold rows: those held out, and those beyond each of some values of a column. */
import { scoreHoldout, type HoldoutScores } from '../../fit/holdout.js';
import { rollHoldout, type RollingCut } from '../../fit/methods/rollingHoldout.js';
import { fingerprint } from '../fingerprint.js';
import type { HoldoutErrors, HoldoutReport, RollingCutReport, RollingReport } from '../methodReports.js';
import type { StudyRun } from '../run.js';
import { FITTED, HELD_OUT, rowsIn } from '../tables/rows.js';
import { bandsOf } from '../pictures/bands.js';
import { fittedConstants, type FitOutcome } from './constants.js';
import { inputsAt } from './inputs.js';
import { valuesAt } from './rowValues.js';

/** Null where no rows are held out, and where the law has no values. */
export async function holdoutReport(outcome: FitOutcome, run: StudyRun): Promise<HoldoutReport | null> {
    const { problem, result, table, target } = outcome;
    const rows = rowsIn(outcome.rows, HELD_OUT);
    const constants = { ...fittedConstants(result), draws: null };
    const columns = inputsAt(outcome, rows);
    if (rows.length === 0 || columns.length === 0 || !constants.values.every(Number.isFinite)) return null;
    const bands = await bandsOf(problem.law, problem.argumentNames, columns, constants, run.patience);
    const predicted = Float64Array.from(bands, ({ estimate }) => estimate ?? NaN);
    return { rows: rows.length, ...errorsOf(scoreHoldout(valuesAt(table, target, rows), predicted)) };
}

/** Null where it is not asked for, and where the law could not be fitted. */
export async function rollingReport(outcome: FitOutcome, run: StudyRun): Promise<RollingReport | null> {
    const { plan, problem, table, key, reduction } = outcome;
    if (plan.rolling === undefined || reduction !== null || problem.target.length === 0) return null;
    const along = valuesAt(table, plan.rolling.name, rowsIn(outcome.rows, FITTED));
    const { cuts, message } = await run.memory.rolling.get(
        fingerprint([key, along]),
        () => {
            run.patience.begin?.(`${plan.law.name} along ${plan.rolling?.name}`);
            return rollHoldout(problem, along, run.patience);
        },
        run.hadTime,
    );
    return { along: plan.rolling.name, cuts: cuts.map(cutReport), message };
}

function cutReport({ cut, reach, below, above, scores, parameters, stopped }: RollingCut): RollingCutReport {
    return {
        cut,
        reach,
        rowsBelow: below.length,
        rowsAbove: above.length,
        ...errorsOf(scores),
        parameters: parameters.map(({ name, estimate }) => ({ name, estimate })),
        stopped,
    };
}

function errorsOf({ meanRelativeError, medianRelativeError, meanLogError, bias }: HoldoutScores): HoldoutErrors {
    return { meanRelativeError, medianRelativeError, meanLogError, bias };
}
