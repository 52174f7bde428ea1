/** Answers what was set up: a law fitted to rows, or to what a method makes of them. */
import { fit } from '../../fit/fit.js';
import { fitReduced, type ReducedFitProblem, type ReducedFitResult } from '../../fit/methods/reducedFit.js';
import type { FitProblem } from '../../fit/problem.js';
import type { FitResult } from '../../fit/result.js';
import { fingerprint, fingerprintExpr } from '../fingerprint.js';
import type { StudyRun } from '../run.js';
import { excludeRows, FITTED, rowsIn } from '../tables/rows.js';
import type { FitOutcome } from './constants.js';
import type { FitQuestion, FitSetup } from './fitSetup.js';

/** What is remembered of a fit. */
export interface Fitted {
    readonly result: FitResult;
    readonly reduction: ReducedFitResult['reduction'] | null;
}

export async function solveFit({ question, ...setup }: FitSetup, run: StudyRun): Promise<FitOutcome> {
    const { plan, group } = setup;
    const { law, ...rest } = question.problem;
    const key = fingerprint([fingerprintExpr(law), rest]);
    const { result, reduction } = await run.memory.fits.get(
        key,
        () => {
            run.patience.begin?.(`fit of ${plan.law.name}${group === null ? '' : ` to ${group}`}`);
            return answer(question, run);
        },
        run.hadTime,
    );
    const outcome = { ...setup, result, key };
    if (question.kind === 'rows') return { ...outcome, problem: question.problem, reduction: null };
    const runs = rowsIn(setup.rows, FITTED);
    return {
        ...outcome,
        problem: reducedRows(question.problem, reduction!),
        rows: excludeRows(setup.rows, unusedRuns(reduction!)),
        reduction: { report: reduction!, runs },
    };
}

async function answer(question: FitQuestion, { patience }: StudyRun): Promise<Fitted> {
    if (question.kind === 'rows') return { result: await fit(question.problem, patience), reduction: null };
    const { fit: result, reduction } = await fitReduced(question.problem, patience);
    return { result, reduction };
}

/** What the law was fitted to in the end. */
function reducedRows(
    { law, argumentNames, argumentColumns, parameters, target, objective, bootstrap }: ReducedFitProblem,
    { rows }: ReducedFitResult['reduction'],
): FitProblem {
    return {
        law,
        argumentNames,
        parameters,
        columns: argumentColumns.map((column) => rows[column]),
        target: rows[target],
        objective,
        solver: 'default',
        bootstrap,
    };
}

function unusedRuns(reduction: ReducedFitResult['reduction']): { readonly row: number; readonly reason: string }[] {
    const refused = reduction.kind === 'envelope' ? [] : reduction.budgets.filter(({ status }) => status !== 'used');
    return [
        ...reduction.unusable,
        ...refused.flatMap(({ rows, message }) =>
            rows.map((row) => ({ row, reason: `its budget is not used: ${message}` })),
        ),
    ];
}
