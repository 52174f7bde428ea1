/** What each configuration solves alone, against what it costs: the curves of repeated sampling that a mixture is to beat. */
import type { Attempts } from './attempts.js';
import { Coverage } from './coverage.js';

export interface Alone {
    /** Indices of the configuration's arms, one for each stratum. */
    readonly arms: readonly number[];
    /** Samples, the same in every stratum, ascending from 1. */
    readonly counts: readonly number[];
    /** Of each count: the mean cost of a problem, and the share solved. */
    readonly cost: readonly number[];
    readonly solved: readonly number[];
}

/** Counts of a curve: beyond the first few, evenly spaced in the logarithm. */
const MOST_COUNTS = 40;

/** One for each configuration of which a sample may be taken, in the order of the arms. */
export function aloneCurves(attempts: Attempts): readonly Alone[] {
    const { arms } = attempts;
    const coverage = new Coverage(attempts);
    return [...new Set(arms.map(({ configuration }) => configuration))].flatMap((configuration) => {
        const isOwn = arms.map((arm) => arm.configuration === configuration);
        const own = Array.from(arms.keys()).filter((arm) => isOwn[arm]);
        const counts = countsUpTo(Math.min(...own.map((arm) => arms[arm].limit)));
        const points = counts.map((count) => {
            coverage.set(isOwn.map((is) => (is ? count : 0)));
            return { cost: coverage.cost(), solved: coverage.solved() };
        });
        const [cost, solved] = [points.map((point) => point.cost), points.map((point) => point.solved)];
        return counts.length === 0 ? [] : [{ arms: own, counts, cost, solved }];
    });
}

function countsUpTo(most: number): readonly number[] {
    if (most < 1) return [];
    const spaced = Array.from({ length: MOST_COUNTS }, (_, index) => Math.round(most ** (index / (MOST_COUNTS - 1))));
    return [...new Set(spaced)];
}
