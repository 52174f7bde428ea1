/** What a search tells beside its optimum. */
import type { Criterion } from './criterion.js';
import { lossOf } from './objectives.js';
import type { FitProblem } from './problem.js';
import type { Rival, SearchReport } from './result.js';
import { disadvantage } from './rivals.js';
import type { Sample } from './sample.js';
import type { SearchResult } from './search.js';

/** A rival no more standard errors worse than this might well be the best for other rows from the same source. */
const INDISTINGUISHABLE = 2;

export function searchReport(
    { parameters: specs, objective }: FitProblem,
    criterion: Criterion,
    sample: Sample,
    { minima, candidates, starts, reachedBest, optima }: SearchResult,
): SearchReport {
    const loss = lossOf(objective);
    const [best, ...others] = minima;
    const rivals = others
        .filter(({ stop }) => stop === 'converged')
        .map((other): Rival => {
            let free = 0;
            return {
                parameters: specs.map(({ pinned }) => pinned ?? other.parameters[free++]),
                objective: other.value,
                indistinguishable: disadvantage(criterion, loss, sample, best, other) < INDISTINGUISHABLE,
            };
        });
    return { candidates, starts, reachedBest, optima, rivals };
}
