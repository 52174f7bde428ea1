/** Bootstrap refits of the standard job, each polished, against SciPy's BFGS with a hand-written gradient. */
import { fit } from '../../../src/fit/fit.js';
import { createRandom } from '../../../src/fit/random.js';
import type { FitResult } from '../../../src/fit/result.js';
import { CHINCHILLA, fitLaw, objectiveOf, PATIENT } from '../../fit/support/problems.js';
import { median, processorTime } from '../measure.js';
import { barOf, notMeasured, onlyIf, seconds, times, type Bar, type Figure } from './bar.js';
import { standardProblem, type BenchRuns } from './benchRuns.js';
import type { PointFit } from './pointFit.js';
import { runBootstrap } from './references.js';

const REPLICATES = 4000;
const SEED = 1;
const REFERENCE_REFITS = 200;
const CHECKED = 100;
const PRECISION = 1e-8;

export async function benchRefits(
    runs: BenchRuns,
    point: PointFit,
): Promise<{ readonly bars: readonly Bar[]; readonly figures: readonly Figure[] }> {
    const problem = standardProblem(runs, { replicates: REPLICATES, seed: SEED });
    const elapsed = (await processorTime(1, () => fit(problem, PATIENT))) - point.seconds;
    const excesses = await excessesOf(await fit(problem, PATIENT), runs);
    const worst = Math.max(...excesses);
    const figures = [
        { what: '4,000 refits', value: `${seconds(elapsed)}, ${seconds(elapsed / REPLICATES)} each` },
        {
            what: `${CHECKED} of the refits above the global optimum of their resample`,
            value: `${median(excesses).toExponential(1)} (median), ${worst.toExponential(1)} (most)`,
        },
    ];
    const what = '4,000 bootstrap refits, each polished to 1e-8, against BFGS with a hand-written gradient';
    const reference = runBootstrap({ ...runs, optimum: point.estimates }, REFERENCE_REFITS);
    if ('absent' in reference) return { bars: [notMeasured(what, reference.absent)], figures };
    const theirs = (reference.seconds * REPLICATES) / reference.refits;
    const above = reference.aboveOptimum.toExponential(1);
    return {
        bars: [onlyIf(worst <= PRECISION, barOf(what, theirs / elapsed, { must: 10, aim: 40 }, times))],
        figures: [
            ...figures,
            {
                what: '4,000 refits by BFGS',
                value: `${seconds(theirs)} (extrapolated from ${REFERENCE_REFITS}); ${above} above the optimum (median)`,
            },
        ],
    };
}

/**
 * How far the first refits lie above the optimum of their resample, relatively. The resamples are drawn again from the
 * seed, and each is fitted from nothing by the global search.
 */
async function excessesOf({ draws, parameters }: FitResult, { columns, loss }: BenchRuns): Promise<number[]> {
    const random = createRandom(SEED);
    const excesses: number[] = [];
    for (let replicate = 0; replicate < CHECKED; replicate++) {
        const times = new Float64Array(loss.length);
        for (let i = 0; i < loss.length; i++) times[random.below(loss.length)]++;
        const drawn = (column: Float64Array): Float64Array => column.filter((_, row) => times[row] > 0);
        const resample = { N: drawn(columns.N), D: drawn(columns.D) };
        const options = { weights: drawn(times) };
        const optimum = await fitLaw(CHINCHILLA, resample, drawn(loss), options);
        const refit = Object.fromEntries(
            parameters.map(({ name }, j) => [name, { pinned: draws!.values[replicate * parameters.length + j] }]),
        );
        const there = await fitLaw(CHINCHILLA, resample, drawn(loss), { ...options, specs: refit });
        excesses.push(objectiveOf(there) / objectiveOf(optimum) - 1);
    }
    return excesses;
}
