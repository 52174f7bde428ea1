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
import { tiedParameters } from './tiedParameters.js';

/** Null where the statement cannot be carried out; the problems say why. */
export async function answerComparison(plan: ComparisonPlan, run: StudyRun): Promise<ComparisonReport | null> {
    const setup = await setUpComparison(plan, run);
    if (setup === null) return null;
    const { comparison, crossings } = await solve(setup, plan, run);
    run.report(plan, [...unusedRows(plan, setup.table, [setup]), ...badEndings(plan, comparison)]);
    const { scoring, density, rankedBy, standings, notes } = comparison;
    return {
        runs: plan.runs.name,
        range: plan.range,
        target: setup.target,
        rows: setup.question.candidates[0].problem.target.length,
        heldOutRows: setup.question.heldOut?.target.length ?? 0,
        scoring,
        density,
        rankedBy,
        laws: standings.map((standing) => lawReport(standing, setup)),
        crossings,
        notes,
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
    const law = setup.laws.get(standing.name);
    const tied = law === undefined || standing.isNullModel ? [] : tiedParameters(law, [], result);
    return {
        ...standing,
        formula: formatExpr(candidateOf(standing, setup).problem.law),
        parameters: [...result.parameters, ...tied],
        objective: result.objective,
        stopped: result.stopped,
    };
}

function candidateOf(
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
