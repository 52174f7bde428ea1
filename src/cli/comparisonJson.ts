/** Comparisons in the JSON of the command line. */
import type { ComparedLawReport, ComparisonReport } from '../study/comparisonReport.js';
import { estimateJson, type EstimateJson } from './estimateJson.js';
import { parametersJson, type ParametersJson } from './fitJson.js';

/** Less is better. */
interface ScoreJson {
    readonly estimate: number | null;
    readonly rank: number | null;
    /** To the best. */
    readonly difference: EstimateJson | null;
}

interface ComparedLawJson {
    readonly name: string;
    readonly nullModel: boolean;
    readonly formula: string;
    readonly parameters: ParametersJson;
    readonly freeParameters: number;
    readonly objective: number | null;
    readonly stopped: string;
    readonly logLikelihood: number | null;
    readonly relativeError: number | null;
    readonly logError: number | null;
    readonly heldOutError: ScoreJson;
    readonly aicc: ScoreJson;
    readonly bic: ScoreJson;
    readonly verdict: string;
    readonly words: string;
}

export interface ComparisonJson {
    readonly runs: string;
    readonly target: string;
    readonly rows: number;
    readonly heldOutRows: number;
    readonly scoring: ComparisonReport['scoring'];
    readonly rankedBy: string | null;
    readonly laws: readonly ComparedLawJson[];
    readonly crossings: ComparisonReport['crossings'];
    readonly notes: readonly string[];
}

export function comparisonJson(comparison: ComparisonReport): ComparisonJson {
    const { runs, target, rows, heldOutRows, scoring, rankedBy, laws, crossings, notes } = comparison;
    return { runs, target, rows, heldOutRows, scoring, rankedBy, laws: laws.map(lawJson), crossings, notes };
}

function lawJson(law: ComparedLawReport): ComparedLawJson {
    const { name, isNullModel, formula, parameters, freeParameters, objective, stopped, logLikelihood } = law;
    const { relativeError, logError, error, aicc, bic, verdict, words } = law;
    return {
        name,
        nullModel: isNullModel,
        formula,
        parameters: parametersJson(parameters),
        freeParameters,
        objective,
        stopped: stopped.code,
        logLikelihood,
        relativeError,
        logError,
        heldOutError: scoreJson(error),
        aicc: scoreJson(aicc),
        bic: scoreJson(bic),
        verdict,
        words,
    };
}

function scoreJson({ value, rank, difference }: ComparedLawReport['error']): ScoreJson {
    return {
        estimate: value,
        rank,
        difference: difference && estimateJson({ estimate: difference.value, interval: difference.interval }),
    };
}
