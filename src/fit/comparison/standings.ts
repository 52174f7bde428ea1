/** From what was measured of each law to its place. */
import { countFree } from '../pinning.js';
import type { FitResult } from '../result.js';
import type { Criteria } from './criteria.js';
import { densityOf } from './density.js';
import { notesOn } from './notes.js';
import type { Candidate, ComparisonProblem } from './problem.js';
import { rankScores } from './ranking.js';
import type { Comparing } from './ranking.js';
import type { Comparison, Score, ScoreName, Standing } from './result.js';
import type { ForecastScores } from './scoring.js';
import { verdictInWords } from './verdicts.js';

/** A difference of AICc or BIC up to this leaves a law substantial support (Burnham and Anderson 2002, section 2.6). */
const SUPPORTED = 2;

export interface Findings {
    readonly question: ComparisonProblem;
    readonly entrants: readonly Candidate[];
    readonly results: readonly FitResult[];
    readonly forecasts: ForecastScores;
    readonly criteria: readonly Criteria[];
}

export function rankLaws(findings: Findings): Comparison {
    const { question, entrants, forecasts } = findings;
    const scores = scoresOf(findings);
    const names: readonly ScoreName[] = ['error', 'aicc', 'bic'];
    const rankedBy = names.find((name) => scores[name].some(({ value }) => value !== null)) ?? null;
    const leading = scores[rankedBy ?? 'error'];
    const best = entrants[leading.findIndex((score) => score.rank === 1)]?.name ?? '';
    const wording = { score: rankedBy ?? 'error', measure: forecasts.scoring.measure, best };
    const standings = entrants
        .map((_, law) => ({ ...facts(findings, law), ...at(scores, law), ...verdictInWords(leading[law], wording) }))
        .sort((a, b) => place(a[wording.score]) - place(b[wording.score]));
    return {
        scoring: forecasts.scoring,
        density: entrants.length > 0 ? densityOf(entrants[0].problem.objective).name : '',
        rankedBy,
        standings,
        notes: notesOn(question, standings),
    };
}

function facts({ question, entrants, results, forecasts, criteria }: Findings, law: number) {
    const { name, problem } = entrants[law];
    return {
        name,
        isNullModel: law >= question.candidates.length,
        result: results[law],
        freeParameters: countFree(problem.parameters),
        logLikelihood: criteria[law].logLikelihood,
        relativeError: forecasts.laws[law].relative,
        logError: forecasts.laws[law].log,
    };
}

type Scores = Readonly<Record<ScoreName, readonly Score[]>>;

function scoresOf({ entrants, forecasts, criteria }: Findings): Scores {
    const rows = entrants[0]?.problem.target.length ?? 0;
    const clusters = entrants[0]?.problem.clusters;
    const likelihoods: Comparing = { factor: rows, groups: clusters, inflation: 1, negligible: SUPPORTED };
    const { groups, inflation, resolution } = forecasts;
    const errors: Comparing = { factor: 1, groups, inflation, negligible: resolution };
    return {
        error: rankScores(
            forecasts.laws.map(({ error }) => error),
            errors,
        ),
        aicc: rankScores(
            criteria.map(({ aicc }) => aicc),
            likelihoods,
        ),
        bic: rankScores(
            criteria.map(({ bic }) => bic),
            likelihoods,
        ),
    };
}

function at(scores: Scores, law: number): Pick<Standing, ScoreName> {
    return { error: scores.error[law], aicc: scores.aicc[law], bic: scores.bic[law] };
}

function place({ rank }: Score): number {
    return rank ?? Number.MAX_SAFE_INTEGER;
}
