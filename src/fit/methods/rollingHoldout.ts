/**
 * Fit below, predict above: a law is fitted to the rows up to a value of some column (compute, say) and scored on those
 * beyond it, for several values in turn. Small errors between the data say little about errors beyond them
 * (Alabdulmohsin et al. 2022, arXiv 2209.06640), and the largest runs are what a law is for.
 */
import { chooseRows } from '../chosenRows.js';
import { findConfigurations } from '../configurations.js';
import { fit } from '../fit.js';
import { scoreHoldout } from '../holdout.js';
import type { HoldoutScores } from '../holdout.js';
import { predictedBy } from '../lawOnRows.js';
import { countFree } from '../pinning.js';
import type { FitProblem, Patience } from '../problem.js';
import type { ParameterEstimate, StopReason } from '../result.js';
import { Steps } from '../steps.js';

export interface RollingCut {
    /** Rows up to this value are fitted, those beyond it scored. */
    readonly cut: number;
    /** The largest value scored. */
    readonly reach: number;
    /** Rows of the problem: fitted, and scored in the order of `scores.rows`. */
    readonly below: readonly number[];
    readonly above: readonly number[];
    readonly scores: HoldoutScores;
    /** Of the fit to the rows below; intervals, where there are any, are asymptotic. */
    readonly parameters: readonly ParameterEstimate[];
    readonly stopped: StopReason;
}

export interface RollingHoldout {
    /** By ascending cut. */
    readonly cuts: readonly RollingCut[];
    /** Rows without a value to place them by: neither fitted nor scored. */
    readonly unplaced: readonly number[];
    /** Why there is no cut; null where there are some. */
    readonly message: string | null;
}

const MOST_CUTS = 8;
/** Neither resampled nor profiled. */
const POINT_ONLY = { bootstrap: null, intervals: 'standard' } as const;

/**
 * Each cut is a global search of its own, so that no later rows leak into an earlier answer.
 * @param along one value per row
 * @param cuts ascending; by default up to eight of the column's own values
 * @throws whatever `patience.pause` throws, to cancel
 */
export async function rollHoldout(
    problem: FitProblem,
    along: Float64Array,
    patience: Patience,
    cuts: readonly number[] = cutsAlong(problem, along),
): Promise<RollingHoldout> {
    const found: RollingCut[] = [];
    const steps = new Steps(patience, cuts.length);
    for (const cut of cuts) found.push(await fitBelow(problem, along, cut, await steps.next()));
    const unplaced = [...along.keys()].filter((row) => !Number.isFinite(along[row]));
    return { cuts: found, unplaced, message: cuts.length > 0 ? null : NO_CUT };
}

const NO_CUT =
    'No value of the column leaves more distinct configurations below it than the law has parameters, and a row above it: add runs.';

/**
 * Values that leave more distinct configurations below than there are parameters to fit, and a row above; evenly chosen
 * among the values that occur.
 */
export function cutsAlong(problem: FitProblem, along: Float64Array): number[] {
    const free = countFree(problem.parameters);
    const values = [...new Set(along.filter(Number.isFinite))].sort((a, b) => a - b);
    const isEnough = (cut: number): boolean => {
        const { columns, target } = chooseRows(
            problem,
            rowsWhere(along, (value) => value <= cut),
        );
        return findConfigurations(columns, target.length).count > free;
    };
    const first = firstWhere(values, isEnough);
    const possible = values.slice(first, -1);
    const count = Math.min(MOST_CUTS, possible.length);
    return Array.from({ length: count }, (_, k) => possible[Math.floor(((k + 0.5) * possible.length) / count)]);
}

/** The first index from which on a condition holds that holds for good once it does. */
function firstWhere(values: readonly number[], holds: (value: number) => boolean): number {
    let [low, high] = [0, values.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (holds(values[middle])) high = middle;
        else low = middle + 1;
    }
    return low;
}

async function fitBelow(
    problem: FitProblem,
    along: Float64Array,
    cut: number,
    patience: Patience,
): Promise<RollingCut> {
    const below = rowsWhere(along, (value) => value <= cut);
    const above = rowsWhere(along, (value) => value > cut);
    const { parameters, stopped } = await fit({ ...chooseRows(problem, below), ...POINT_ONLY }, patience);
    const { columns, target } = chooseRows(problem, above);
    const predicted = predictedBy(problem, parameters, columns, target.length);
    return {
        cut,
        reach: above.reduce((largest, row) => Math.max(largest, along[row]), cut),
        below,
        above,
        scores: scoreHoldout(target, predicted),
        parameters,
        stopped,
    };
}

function rowsWhere(along: Float64Array, holds: (value: number) => boolean): number[] {
    return [...along.keys()].filter((row) => holds(along[row]));
}
