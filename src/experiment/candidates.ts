/** The runs that may be chosen from: all values of lists with one another, ranges as evenly spaced values of the logarithm. */
import type { Axis, Run } from './problem.js';

/** Lists that make more runs are refused; ranges are divided so finely that there are about as many as usual. */
const MOST_CANDIDATES = 4000;
const USUAL_CANDIDATES = 1500;
const FEWEST_POINTS = 5;
const MOST_POINTS = 61;

export interface Grid {
    readonly runs: readonly Run[];
    /** The distance of neighbouring values in the logarithm, one for each axis; 0 for lists. */
    readonly steps: readonly number[];
}

export type Range = Extract<Axis, { readonly lower: number }>;

export function isRange(axis: Axis): axis is Range {
    return 'lower' in axis;
}

/** Null where there are too many. */
export function gridOf(axes: readonly Axis[]): Grid | null {
    const ranges = axes.filter(isRange);
    const listed = axes.reduce((product, axis) => product * (isRange(axis) ? 1 : axis.values.length), 1);
    const usual = Math.floor((USUAL_CANDIDATES / listed) ** (1 / Math.max(1, ranges.length)));
    const points = Math.min(Math.max(usual, FEWEST_POINTS), MOST_POINTS);
    if (listed * points ** ranges.length > MOST_CANDIDATES) return null;
    const values = axes.map((axis) => (isRange(axis) ? evenly(axis, points) : axis.values));
    const runs = values.reduce<readonly Run[]>(
        (before, ofAxis) => before.flatMap((run) => ofAxis.map((value) => [...run, value])),
        [[]],
    );
    return { runs, steps: axes.map((axis) => (isRange(axis) ? Math.log(axis.upper / axis.lower) / (points - 1) : 0)) };
}

function evenly({ lower, upper }: Range, points: number): number[] {
    const inner = Array.from({ length: points - 2 }, (_, k) => lower * (upper / lower) ** ((k + 1) / (points - 1)));
    return [lower, ...inner, upper];
}
