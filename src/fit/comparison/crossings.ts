/**
 * Where two fitted laws predict the same, and which of them predicts less beyond: the sign changes of their difference along
 * ln x, each narrowed by bisection.
 */
import type { Patience } from '../problem.js';
import type { Interval, OpenInterval } from '../result.js';
import { drawnDifferences, intervalAround, shareThatCross } from './crossingDraws.js';
import { crossingsInWords } from './crossingWords.js';
import { differenceOf } from './curves.js';
import type { CurvePair } from './curves.js';
import { grid, signChanges, zeroBetween } from './signChanges.js';

export interface CrossingQuestion {
    readonly curves: CurvePair;
    /** The data's range of x, 0 < low ≤ high, and by how many powers of ten it is widened each way. */
    readonly range: Interval;
    readonly decades: number;
}

export interface Crossings {
    /** The range of x that was searched. */
    readonly searched: Interval;
    /** In increasing order. */
    readonly crossings: readonly Crossing[];
    /** The share of the draws in which the laws cross, where the estimates do not; else null, and without draws. */
    readonly crossingDraws: number | null;
    /** In a sentence. */
    readonly message: string;
}

export interface Crossing {
    readonly at: number;
    /** What both laws predict there. */
    readonly value: number;
    /** The name of the law that predicts less above. */
    readonly lowerBeyond: string;
    /** 95 %, from the joint draws of both fits; null without draws. An end is null where it lies beyond the range searched. */
    readonly interval: OpenInterval | null;
}

const POINTS = 256;
/** Of the bracket of a zero in ln x. */
const WIDTH = 1e-14;
/** Laws whose values differ by less than this, relatively, are the same. */
const SAME = 1e-7;

/** @throws whatever `patience.pause` throws, to cancel. */
export async function findCrossings(question: CrossingQuestion, patience: Patience): Promise<Crossings> {
    const { curves, range, decades } = question;
    const [first, second] = curves;
    const searched: Interval = [range[0] / 10 ** decades, range[1] * 10 ** decades];
    const difference = differenceOf(curves, [first.fitted.values, second.fitted.values]);
    const places = grid(searched, POINTS);
    const differences = difference(places);
    const values = first.valuesAt(places.map(Math.exp), first.fitted.values);
    const agree = differences.every((d, k) => Math.abs(d) <= SAME * Math.abs(values[k]));
    const draws = drawnDifferences(curves);
    const crossings: Crossing[] = [];
    for (const change of agree ? [] : signChanges(places, difference)) {
        const at = zeroBetween(change, difference, WIDTH);
        if (at === null) continue;
        const x = Math.exp(at);
        crossings.push({
            at: x,
            value: first.valuesAt(Float64Array.of(x), first.fitted.values)[0],
            lowerBeyond: (change.rising ? second : first).name,
            interval: draws && (await intervalAround(at, change.rising, draws, searched, patience)),
        });
    }
    const crossingDraws =
        draws !== null && crossings.length === 0 && !agree ? await shareThatCross(draws, searched, patience) : null;
    const found = { searched, crossings, crossingDraws };
    return { ...found, message: crossingsInWords(curves, found, agree ? null : differences) };
}
