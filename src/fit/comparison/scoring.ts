/** The errors of all laws on rows that they were not fitted to: held out, or left out in turn. */
import { scoreHoldout } from '../holdout.js';
import type { Patience } from '../problem.js';
import type { FitResult } from '../result.js';
import { measureFor, rowErrors } from './errors.js';
import { divideIntoFolds } from './folds.js';
import type { Folds } from './folds.js';
import { crossValidate, forecastRows } from './forecasts.js';
import type { Forecast } from './forecasts.js';
import type { Candidate, ComparisonProblem, HeldOutRows } from './problem.js';
import type { RowScore } from './ranking.js';
import type { Scoring } from './result.js';

/** Forecasts that differ by less, relatively, are the same. */
const SAME = 1e-6;

export interface ForecastScores {
    readonly scoring: Scoring;
    readonly laws: readonly ForecastErrors[];
    /** Rows whose errors are not independent. */
    readonly groups: ArrayLike<number> | undefined;
    /** What the variance of a mean difference of errors is multiplied by. */
    readonly inflation: number;
    /** A difference of errors that means nothing. */
    readonly resolution: number;
}

export interface ForecastErrors {
    /** By the scoring's measure. */
    readonly error: RowScore;
    readonly relative: number | null;
    readonly log: number | null;
}

/** The fits that scoring needs of each law. */
export function fitsPerLaw(question: ComparisonProblem): number {
    return heldOutRows(question) === null ? (foldsOf(question)?.count ?? 0) : 0;
}

export async function scoreForecasts(
    question: ComparisonProblem,
    entrants: readonly Candidate[],
    results: readonly FitResult[],
    nextPatience: () => Promise<Patience>,
): Promise<ForecastScores> {
    const heldOut = heldOutRows(question);
    if (heldOut !== null) return scoreHeldOut(heldOut, entrants, results);
    const folds = foldsOf(question);
    if (folds === null) return unscored(results);
    const forecasts: Forecast[] = [];
    for (const [law, { problem }] of entrants.entries()) {
        const { objective, stopped } = results[law];
        forecasts.push(
            objective === null
                ? { predicted: null, reason: stopped.message }
                : await crossValidate(problem, folds, nextPatience),
        );
    }
    const { target, clusters } = entrants[0].problem;
    const inClusters = clusters === undefined ? '' : ` in ${new Set(clusters).size} clusters`;
    return {
        ...scoresOf(forecasts, target, entrants, {
            kind: 'cross-validation',
            description: `${folds.count}-fold cross-validation of ${target.length} rows${inClusters}`,
        }),
        groups: folds.ofRow,
        // Folds share most of the rows that they are fitted to: 1/k + 1/(k − 1) in place of 1/k (Nadeau and Bengio 2003).
        inflation: 1 + folds.count / (folds.count - 1),
    };
}

function scoreHeldOut(
    { target, columns, compute, clusters }: HeldOutRows,
    entrants: readonly Candidate[],
    results: readonly FitResult[],
): ForecastScores {
    const forecasts = entrants.map(({ problem }, law) => {
        const known = law < columns.length ? columns[law] : compute && [compute];
        return forecastRows(problem, results[law], known, target.length);
    });
    const description = `${target.length} held-out row${target.length === 1 ? '' : 's'}`;
    return {
        ...scoresOf(forecasts, target, entrants, { kind: 'held-out', description }),
        groups: clusters,
        inflation: 1,
    };
}

function scoresOf(
    forecasts: readonly Forecast[],
    observed: Float64Array,
    entrants: readonly Candidate[],
    how: Pick<Scoring, 'kind' | 'description'>,
): Pick<ForecastScores, 'scoring' | 'laws' | 'resolution'> {
    const { objective } = entrants[0].problem;
    const measure = measureFor(objective, observed);
    const laws = forecasts.map(({ predicted, reason }): ForecastErrors => {
        if (predicted === null) return { error: { value: null, reason }, relative: null, log: null };
        const perRow = rowErrors(measure, objective, observed, predicted);
        const { rows, scored, meanRelativeError, meanLogError } = scoreHoldout(observed, predicted);
        // Laws are compared on the same rows: a mean over some of them would not do.
        return {
            error: perRow === null ? NO_LOGARITHM : { value: mean(perRow), perRow, reason: null },
            relative: scored === rows.length ? meanRelativeError : null,
            log: rows.every(({ logError }) => logError !== null) ? meanLogError : null,
        };
    });
    const nearly = rowErrors(
        measure,
        objective,
        observed,
        observed.map((y) => y * (1 + SAME)),
    );
    return {
        scoring: { ...how, measure, rows: observed.length },
        laws,
        resolution: nearly === null ? 0 : mean(nearly),
    };
}

function unscored(results: readonly FitResult[]): ForecastScores {
    const reason = 'There are less than two independent rows to leave out in turn.';
    return {
        scoring: { kind: 'none', measure: null, rows: 0, description: 'no rows to score on' },
        laws: results.map(({ objective, stopped }) => ({
            error: { value: null, reason: objective === null ? stopped.message : reason },
            relative: null,
            log: null,
        })),
        groups: undefined,
        inflation: 1,
        resolution: 0,
    };
}

const NO_LOGARITHM: RowScore = {
    value: null,
    reason: 'The law predicts values that are not positive and have no logarithm on rows that are scored.',
};

function mean(values: Float64Array): number {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function heldOutRows({ heldOut }: ComparisonProblem): HeldOutRows | null {
    return heldOut !== null && heldOut.target.length > 0 ? heldOut : null;
}

function foldsOf({ candidates, folds, seed }: ComparisonProblem): Folds | null {
    const [first] = candidates;
    return first === undefined
        ? null
        : divideIntoFolds(first.problem.target.length, first.problem.clusters, folds, seed);
}
