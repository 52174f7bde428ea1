/** Answers to `compare`: several laws fitted to the same rows, and scored on the same. */
import { compareLaws } from '../../fit/comparison/compareLaws.js';
import { nullModel } from '../../fit/comparison/nullModel.js';
import type { Candidate, ComparisonProblem } from '../../fit/comparison/problem.js';
import type { Comparison, Standing } from '../../fit/comparison/result.js';
import { formatExpr } from '../../expression/print.js';
import { fingerprint, fingerprintExpr } from '../fingerprint.js';
import type { ComparisonPlan } from '../lower/plan.js';
import type { ComparedLawReport, ComparisonReport, CrossingReport } from '../comparisonReport.js';
import type { Diagnostic } from '../report.js';
import type { StudyRun } from '../run.js';
import { excludedRows } from '../tables/rows.js';
import { setUpComparison, type ComparisonSetup } from './comparisonSetup.js';
import { crossingReports } from './crossings.js';
import { ENDED_WELL, unusedRows } from './fitDiagnostics.js';
import { readFormula } from './ownFormula.js';
import { tiedParameters } from './tiedParameters.js';

/** A comparison that was carried out, with what was asked. */
export interface ComparisonOutcome extends Compared {
    readonly plan: ComparisonPlan;
    readonly setup: ComparisonSetup;
}

/** Null where the statement cannot be carried out; the problems say why. */
export async function answerComparison(plan: ComparisonPlan, run: StudyRun): Promise<ComparisonReport | null> {
    const outcome = await carryOutComparison(plan, run);
    return outcome && comparisonReport(outcome);
}

/** Null where the statement cannot be carried out; the problems say why. */
export async function carryOutComparison(plan: ComparisonPlan, run: StudyRun): Promise<ComparisonOutcome | null> {
    const setup = await setUpComparison(plan, run);
    if (setup === null) return null;
    const compared = await solve(setup, plan, run);
    run.report(plan, [...unusedRows(plan, setup.table, [setup]), ...badEndings(plan, compared.comparison)]);
    return { ...compared, plan, setup };
}

export function comparisonReport({ plan, setup, comparison, crossings }: ComparisonOutcome): ComparisonReport {
    const { standings, ...found } = comparison;
    return {
        ...found,
        runs: plan.runs.name,
        range: plan.range,
        target: setup.target,
        rows: setup.question.candidates[0].problem.target.length,
        heldOutRows: setup.question.heldOut?.target.length ?? 0,
        laws: standings.map((standing) => lawReport(standing, setup)),
        crossings,
        sources: setup.table.sources,
        excluded: excludedRows(setup.rows, setup.table.lines),
    };
}

/** What is remembered of a comparison. */
export interface Compared {
    readonly comparison: Comparison;
    readonly crossings: readonly CrossingReport[];
}

function solve(setup: ComparisonSetup, { runs }: ComparisonPlan, run: StudyRun): Promise<Compared> {
    return run.memory.comparisons.get(
        contentOf(setup.question),
        async () => {
            run.patience.begin?.(`comparison on ${runs.name}`);
            const comparison = await compareLaws(setup.question, run.patience);
            return { comparison, crossings: await crossingReports(setup, comparison, run) };
        },
        run.hadTime,
    );
}

function contentOf({ candidates, ...rest }: ComparisonProblem): string {
    const laws = candidates.map(({ name, problem: { law, ...problem } }) => [name, fingerprintExpr(law), problem]);
    return fingerprint([laws, rest]);
}

function lawReport({ result, ...standing }: Standing, setup: ComparisonSetup): ComparedLawReport {
    const law = standing.isNullModel ? undefined : setup.laws.get(standing.name);
    const tied = law === undefined ? [] : tiedParameters(law, setup.borrowed.get(law.name)!, [], result);
    return {
        ...standing,
        formula: formatExpr(law === undefined ? candidateOf(standing, setup).problem.law : readFormula(law)),
        parameters: [...result.parameters, ...tied],
        objective: result.objective,
        stopped: result.stopped,
    };
}

/** The law of a standing with its question, the null model's included. */
export function candidateOf(
    { name, isNullModel }: Pick<Standing, 'name' | 'isNullModel'>,
    { question: { candidates, compute } }: ComparisonSetup,
): Candidate {
    const [first] = candidates;
    if (isNullModel && compute !== null) return nullModel(first.problem, compute);
    return candidates.find((candidate) => candidate.name === name) ?? first;
}

/** Laws that could not be fitted, or not to the end, at their names. */
function badEndings({ laws }: ComparisonPlan, { standings }: Comparison): Diagnostic[] {
    return standings.flatMap(({ name, isNullModel, result: { stopped } }): Diagnostic[] => {
        const place = laws.find(({ law }) => law.name === name && !isNullModel);
        if (place === undefined || ENDED_WELL.has(stopped.code)) return [];
        return [
            { code: stopped.code, severity: 'warning', message: `${name}: ${stopped.message}`, range: place.range },
        ];
    });
}
