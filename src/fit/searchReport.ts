/** What a search tells beside its optimum. */
import { withPinned } from './pinning.js';
import type { FitProblem } from './problem.js';
import type { Rival, SearchReport } from './result.js';
import { INDISTINGUISHABLE } from './rivals.js';
import type { SearchResult } from './search.js';

export function searchReport(
    { parameters: specs }: FitProblem,
    { minima, candidates, starts, reachedBest, optima }: SearchResult,
): SearchReport {
    const rivals = minima
        .slice(1)
        .filter(({ stop }) => stop === 'converged')
        .map((other): Rival => ({
            parameters: [...withPinned(specs, other.parameters)],
            objective: other.value,
            indistinguishable: other.disadvantage < INDISTINGUISHABLE,
        }));
    return { candidates, starts, reachedBest, optima, rivals };
}
