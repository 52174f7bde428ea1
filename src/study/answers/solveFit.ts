/** Answers what was set up: a law fitted to rows, or to what a method makes of them. */
import { fit } from '../../fit/fit.js';
import { fitReduced, reducedProblem, type ReducedFitResult } from '../../fit/methods/reducedFit.js';
import type { FitResult } from '../../fit/result.js';
import { fingerprint, fingerprintExpr } from '../fingerprint.js';
import type { StudyRun } from '../run.js';
import { excludeRows, FITTED, rowsIn } from '../tables/rows.js';
import type { FitOutcome } from './constants.js';
import { optimumReport } from './fitReports.js';
import type { FitQuestion, FitSetup } from './fitSetup.js';
import { naming } from './uncomputableRows.js';

/** What is remembered of a fit. */
export interface Fitted {
    readonly result: FitResult;
    readonly reduction: ReducedFitResult['reduction'] | null;
}

export async function solveFit({ question, ...setup }: FitSetup, run: StudyRun): Promise<FitOutcome> {
    const { plan, group } = setup;
    const key = keyOf(question.problem);
    const fitted = await run.memory.fits.get(
        key,
        () => {
            run.patience.begin?.(`fit of ${plan.law.name}${group === null ? '' : ` to ${group}`}`);
            const tell = (optimum: FitResult): void =>
                run.patience.fitted?.(
                    optimumReport(outcomeOf(setup, question, { result: optimum, reduction: null }, key)),
                );
            return answer(question, run, tell);
        },
        run.hadTime,
    );
    return outcomeOf(setup, question, fitted, key);
}

function keyOf({ law, ...rest }: FitQuestion['problem']): string {
    const earlier = 'earlier' in rest ? rest.earlier : undefined;
    const stages = earlier && [fingerprintExpr(earlier.law), earlier.names, earlier.values, earlier.draws];
    return fingerprint([fingerprintExpr(law), stages, { ...rest, earlier: undefined }]);
}

function outcomeOf(
    setup: Omit<FitSetup, 'question'>,
    question: FitQuestion,
    { result, reduction }: Fitted,
    key: string,
): FitOutcome {
    const outcome = { ...setup, result, key };
    if (question.kind === 'rows') {
        const stopped = naming(result.stopped, question.problem, setup);
        return { ...outcome, result: { ...result, stopped }, problem: question.problem, reduction: null };
    }
    const runs = rowsIn(setup.rows, FITTED);
    return {
        ...outcome,
        problem: reducedProblem(question.problem, reduction!.rows),
        rows: excludeRows(setup.rows, unusedRuns(reduction!)),
        reduction: { report: reduction!, runs },
    };
}

/** `tell` is called with the optimum of a fit to rows before its refits. */
async function answer(
    question: FitQuestion,
    { patience }: StudyRun,
    tell: (optimum: FitResult) => void,
): Promise<Fitted> {
    if (question.kind === 'rows') return { result: await fit(question.problem, patience, tell), reduction: null };
    const { fit: result, reduction } = await fitReduced(question.problem, patience);
    return { result, reduction };
}

function unusedRuns(reduction: ReducedFitResult['reduction']): { readonly row: number; readonly reason: string }[] {
    const refused = reduction.kind === 'envelope' ? [] : reduction.budgets.filter(({ status }) => status !== 'used');
    return [
        ...reduction.unusable,
        ...refused.flatMap(({ rows, message }) =>
            rows.map((row) => ({ row, reason: `its budget is not used: ${message.replace(/\.$/, '')}` })),
        ),
    ];
}
