/**
 * Which of several laws describes some runs best, and whether the runs can tell. Laws are ranked by the error on rows that
 * they were not fitted to, by AICc and by BIC; each difference from the best has a standard error, paired over rows: of a
 * difference of log-likelihoods it is that of Vuong (1989).
 */
import { fit } from '../fit.js';
import type { Patience } from '../problem.js';
import type { FitResult } from '../result.js';
import { Steps } from '../steps.js';
import { criteriaOf } from './criteria.js';
import { nullModel } from './nullModel.js';
import type { Candidate, ComparisonProblem } from './problem.js';
import type { Comparison } from './result.js';
import { fitsPerLaw, scoreForecasts } from './scoring.js';
import { rankLaws } from './standings.js';

/** @throws whatever `patience.pause` throws, to cancel. */
export async function compareLaws(question: ComparisonProblem, patience: Patience): Promise<Comparison> {
    const entrants = entrantsOf(question);
    const steps = new Steps(patience, entrants.length * (1 + fitsPerLaw(question)));
    const results: FitResult[] = [];
    for (const { problem } of entrants) results.push(await fit(problem, await steps.next()));
    const forecasts = await scoreForecasts(question, entrants, results, () => steps.next());
    const criteria = entrants.map(({ problem }, law) => criteriaOf(problem, results[law]));
    return rankLaws({ question, entrants, results, forecasts, criteria });
}

/** The candidates, and the null model where compute is known. */
function entrantsOf({ candidates, compute }: ComparisonProblem): Candidate[] {
    const [first] = candidates;
    return first === undefined || compute === null
        ? [...candidates]
        : [...candidates, nullModel(first.problem, compute)];
}
