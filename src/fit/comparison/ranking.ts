/** Laws ranked by a score, and how sure their distances from the best are. */
import { studentQuantile } from '../distributions.js';
import type { GroupedMean } from './groupedMean.js';
import { groupedMean } from './groupedMean.js';
import type { Difference, Score } from './result.js';

/** A law's score as a sum or mean over rows, or why it has none. */
export type RowScore =
    | { readonly value: number; readonly perRow: Float64Array; readonly reason: null }
    | { readonly value: null; readonly reason: string };

export interface Comparing {
    /** How a mean difference of rows becomes a difference of scores: 1 for a mean, the number of rows for a sum. */
    readonly factor: number;
    /** The rows that are not independent; each row its own if undefined. */
    readonly groups: ArrayLike<number> | undefined;
    /** What the variance of a mean difference is multiplied by. */
    readonly inflation: number;
    /** A difference that does not count, whatever its standard error. */
    readonly negligible: number;
}

/** The scores of all laws, in the order given. */
export function rankScores(scores: readonly RowScore[], comparing: Comparing): Score[] {
    const order = [...scores.keys()]
        .filter((law) => scores[law].value !== null)
        .sort((a, b) => scores[a].value! - scores[b].value!);
    const best = scores[order[0]];
    return scores.map((score, law) => {
        if (score.reason !== null || best.reason !== null) {
            return { value: null, reason: score.reason, rank: null, difference: null };
        }
        const excess = score.perRow.map((value, i) => value - best.perRow[i]);
        const paired = groupedMean(excess, comparing.groups);
        const rank = order.indexOf(law) + 1;
        const difference = differenceOf(score.value - best.value, paired, comparing, rank);
        return { value: score.value, reason: null, rank, difference };
    });
}

function differenceOf(
    value: number,
    { standardError: perRow, groups }: GroupedMean,
    { factor, inflation, negligible }: Comparing,
    rank: number,
): Difference {
    if (rank === 1) return { value, standardError: 0, interval: [0, 0], verdict: 'best' };
    if (perRow === null) return { value, standardError: null, interval: null, verdict: 'indistinguishable' };
    const standardError = factor * perRow * Math.sqrt(inflation);
    const reach = studentQuantile(0.975, groups - 1) * standardError;
    const isWorse = value > negligible && value > reach;
    return {
        value,
        standardError,
        interval: [value - reach, value + reach],
        verdict: isWorse ? 'worse' : 'indistinguishable',
    };
}
