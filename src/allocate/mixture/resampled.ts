/**
 * Intervals over problems: they are drawn with replacement, and mixtures that are already chosen are scored again (Efron and
 * Tibshirani 1993, chapter 13: percentiles). That the mixture is chosen on the same problems is not in them; see heldOut.ts.
 */
import type { Pacer } from '../../fit/pacing.js';
import { central95 } from '../../fit/quantiles.js';
import { createRandom } from '../../fit/random.js';
import type { Interval } from '../../fit/result.js';
import type { Attempts } from './attempts.js';
import { Coverage } from './coverage.js';

export const DRAWS = 1000;

/** The mean of each row of values over the problems of each draw: an interval for each row; null for fewer than two problems. */
export async function intervalsOfMeans(
    rows: readonly Float64Array[],
    seed: number,
    pacer: Pacer,
): Promise<readonly (Interval | null)[]> {
    const problems = rows[0]?.length ?? 0;
    if (problems < 2) return rows.map(() => null);
    const random = createRandom(seed);
    const means = rows.map(() => new Float64Array(DRAWS));
    const drawn = new Int32Array(problems);
    for (let draw = 0; draw < DRAWS; draw++) {
        for (let i = 0; i < problems; i++) drawn[i] = random.below(problems);
        rows.forEach((values, row) => (means[row][draw] = meanAt(values, drawn)));
        const pause = pacer.spend(problems * rows.length);
        if (pause !== undefined) await pause;
    }
    return means.map(central95);
}

function meanAt(values: Float64Array, places: Int32Array): number {
    let sum = 0;
    for (let i = 0; i < places.length; i++) sum += values[places[i]];
    return sum / places.length;
}

/** The chance that each problem is solved. */
export function solvedByProblem(attempts: Attempts, counts: Int32Array): Float64Array {
    const coverage = new Coverage(attempts);
    coverage.set(counts);
    return coverage.missed.map((missed) => 1 - missed);
}

/** What each problem costs. */
export function spentByProblem({ problems, arms }: Attempts, counts: Int32Array): Float64Array {
    const spent = new Float64Array(problems);
    arms.forEach((arm, index) =>
        arm.problems.forEach((problem, i) => (spent[problem] += counts[index] * arm.price[i])),
    );
    return spent;
}
