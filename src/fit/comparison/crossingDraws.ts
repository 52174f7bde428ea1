/** How sure a crossing is: the same question for the joint draws of both fits. */
import { drawOf } from '../draws.js';
import type { Patience } from '../problem.js';
import { quantile } from '../quantiles.js';
import type { Interval, OpenInterval } from '../result.js';
import { differenceOf } from './curves.js';
import type { CurvePair } from './curves.js';
import { grid, signChanges, zeroBetween } from './signChanges.js';
import type { Along } from './signChanges.js';

/** Parts of the range: none longer is stepped over. */
const PARTS = 64;
/** First step away from the estimate, in ln x. */
const FIRST_STEP = 0.05;
/** Of the bracket of a zero in ln x. */
const WIDTH = 1e-4;
/** Draws are worked through some at a time. */
const DRAWS_PER_PAUSE = 8;

/**
 * The difference of the laws for each draw. Draws of the same number are paired: resamples of the same seed drew the same rows, or
 * their noise. Null where a law has no draws.
 */
export function drawnDifferences(curves: CurvePair): Along[] | null {
    const [ofFirst, ofSecond] = curves.map(({ fitted }) => fitted.draws);
    if (ofFirst === null || ofSecond === null) return null;
    const count = Math.min(ofFirst.count, ofSecond.count);
    return Array.from({ length: count }, (_, draw) =>
        differenceOf(curves, [drawOf(ofFirst, draw), drawOf(ofSecond, draw)]),
    );
}

/** The share of the draws in which the laws cross. */
export async function shareThatCross(draws: readonly Along[], searched: Interval, patience: Patience): Promise<number> {
    const places = grid(searched, PARTS + 1);
    let crossing = 0;
    for (const [draw, along] of draws.entries()) {
        if (draw % DRAWS_PER_PAUSE === 0) await patience.pause(draw, draws.length);
        if (signChanges(places, along).length > 0) crossing++;
    }
    return crossing / draws.length;
}

/**
 * The central 95 % of the draws' crossings nearest to the estimate; an end is null where it lies beyond the range searched.
 * @param at ln x of the estimate
 * @param rising whether the difference is negative below it
 */
export async function intervalAround(
    at: number,
    rising: boolean,
    draws: readonly Along[],
    [low, high]: Interval,
    patience: Patience,
): Promise<OpenInterval> {
    const [from, to] = [Math.log(low), Math.log(high)];
    const places = new Float64Array(draws.length);
    for (const [draw, along] of draws.entries()) {
        if (draw % DRAWS_PER_PAUSE === 0) await patience.pause(draw, draws.length);
        places[draw] = placeIn(along, at, rising, [from, to]);
    }
    const sorted = places.sort();
    const [lower, upper] = [quantile(sorted, 0.025), quantile(sorted, 0.975)];
    return [lower <= from ? null : Math.exp(lower), upper >= to ? null : Math.exp(upper)];
}

/**
 * Where a draw crosses, stepping away from the estimate to the side on which the sign has to change, ever further. If it does not
 * change up to the end of the range, that end: the crossing lies beyond.
 */
function placeIn(along: Along, estimate: number, rising: boolean, [from, to]: Interval): number {
    const isBelow = (place: number): boolean => along(Float64Array.of(place))[0] < 0 === rising;
    const isUpwards = isBelow(estimate);
    const end = isUpwards ? to : from;
    let step = FIRST_STEP;
    for (let near = estimate; near !== end; step = Math.min(2 * step, (to - from) / PARTS)) {
        const next = isUpwards ? Math.min(end, near + step) : Math.max(end, near - step);
        if (isBelow(next) !== isUpwards) {
            const change = { below: Math.min(near, next), above: Math.max(near, next), rising };
            return zeroBetween(change, along, WIDTH) ?? end;
        }
        near = next;
    }
    return end;
}
