/** AICc and BIC of a fitted law, with the part that each row has in them. */
import { countFree } from '../pinning.js';
import type { FitProblem } from '../problem.js';
import type { FitResult } from '../result.js';
import { bayesian, correctedAkaike, rowLogLikelihoods } from './likelihood.js';
import type { RowScore } from './ranking.js';

export interface Criteria {
    readonly logLikelihood: number | null;
    readonly aicc: RowScore;
    readonly bic: RowScore;
}

export function criteriaOf(problem: FitProblem, result: FitResult): Criteria {
    const free = countFree(problem.parameters);
    const { rows } = result;
    if (result.objective === null) return without(result.stopped.message);
    const likelihoods = rowLogLikelihoods(problem, result.predicted);
    if (likelihoods === null) return without('The objective leaves the noise without a density.');
    const logLikelihood = likelihoods.reduce((sum, value) => sum + value, 0);
    // The scale of the noise is estimated too.
    const estimated = free + 1;
    if (rows <= estimated + 1) {
        const reason = `${rows} rows are too few for an information criterion of a law with ${free} free parameters: ${estimated + 2} are the least.`;
        return { ...without(reason), logLikelihood };
    }
    const perRow = likelihoods.map((value) => -2 * value);
    return {
        logLikelihood,
        aicc: { value: correctedAkaike(logLikelihood, estimated, rows), perRow, reason: null },
        bic: { value: bayesian(logLikelihood, estimated, rows), perRow, reason: null },
    };
}

function without(reason: string): Criteria {
    const score: RowScore = { value: null, reason };
    return { logLikelihood: null, aicc: score, bic: score };
}
