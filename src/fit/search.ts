/**
 * The global search: on a part of the rows from many candidates (sampleSearch.ts), then its best optima on more and more
 * rows.
 */
import { lossOf } from './objectives.js';
import { countBest, distinct } from './optima.js';
import { createRandom } from './random.js';
import { disadvantage, HOPELESS } from './rivals.js';
import { thin } from './sample.js';
import type { Sample } from './sample.js';
import { SampleSearch } from './sampleSearch.js';
import type { SearchTask } from './sampleSearch.js';
import type { Solution } from './solver.js';

/** A local minimum that chance might make the best. */
export interface Contender extends Solution {
    /** Standard errors by which it is worse than the best. */
    readonly disadvantage: number;
}

export interface SearchResult {
    /** Distinct local minima on all rows, best first; a few, or none where nothing could be computed. */
    readonly minima: readonly Contender[];
    /** Points at which the objective was computed before any local search. */
    readonly candidates: number;
    /** Local searches run to the end, how many of them ended at the best optimum, and how many optima they met. */
    readonly starts: number;
    readonly reachedBest: number;
    readonly optima: number;
}

/** Rows that local searches run on before the last ones, and by how much they grow each time. */
const SEARCHED_ROWS = 256;
const GROWTH = 16;
/** Optima that are kept. */
const KEPT = 4;

export async function searchGlobally(task: SearchTask, sample: Sample): Promise<SearchResult> {
    const random = createRandom(1);
    let part = thin(sample, SEARCHED_ROWS, random);
    let search = await new SampleSearch(task, part).run();
    let minima = await contenders(task, part, [...search.found, ...search.probed]);
    while (part !== sample) {
        part = thin(sample, GROWTH * part.rows, random);
        const polished: Solution[] = [];
        for (const start of minima) polished.push(await task.solve(start, part, 'refit'));
        minima = await contenders(task, part, polished);
        // A law that a part of the rows allows may be incomputable on others.
        if (minima.length === 0) {
            part = sample;
            search = await new SampleSearch(task, sample).run();
            minima = await contenders(task, sample, [...search.found, ...search.probed]);
        }
    }
    return {
        minima,
        candidates: search.candidates,
        starts: search.found.length,
        reachedBest: countBest(search.found),
        optima: distinct([...search.found, ...search.probed].filter(({ stop }) => stop === 'converged')).length,
    };
}

/** The best of some solutions, and true optima among the others that chance might make the best. */
async function contenders(
    { criterion, objective }: SearchTask,
    sample: Sample,
    found: readonly Solution[],
): Promise<Contender[]> {
    const [best, ...others] = distinct(found);
    if (best === undefined) return [];
    const kept: Contender[] = [{ ...best, disadvantage: 0 }];
    for (const other of others.filter(({ stop }) => stop === 'converged')) {
        if (kept.length === KEPT) break;
        const worse = await disadvantage(criterion, lossOf(objective), sample, best, other);
        if (worse < HOPELESS) kept.push({ ...other, disadvantage: worse });
    }
    return kept;
}
