/** The decreases of a schedule's rate, as the few points at which a term has to be known to be summed over them. */
import { fivePointRule, piecesOf, threePointRule, type Piece, type SumRule } from './pieces.js';
import { stageAt, type RateSchedule } from './rateSchedule.js';
import { scheduleOfId } from './registry.js';
import { stageArea, stageRate, type Stage } from './stage.js';

/** Σ weights·f(steps, rates, areas) is the sum of (η of the step before − η of the step)·f over steps. */
export interface DropNodes {
    readonly count: number;
    /** Not all whole: some stand for the steps around them. */
    readonly steps: Float64Array;
    readonly rates: Float64Array;
    readonly areas: Float64Array;
    /** Of a rate of 0 so low that powers of it are as good as 0 or infinite, but finite, so that products with 0 are 0. */
    readonly logRates: Float64Array;
    readonly weights: Float64Array;
}

const LOWEST_LOG = -300;

const UNKNOWN_SUM = nodesFrom([[NaN, NaN, NaN, NaN]]);
const EMPTY_SUM = nodesFrom([]);

/** Those of the steps after `from` up to `to`. One that makes every sum NaN for a `to` beyond the schedule's last step. */
export function dropNodes(id: number, from: number, to: number): DropNodes {
    const schedule = scheduleOfId(id);
    const [first, last] = [Math.max(0, Math.floor(from)), Math.floor(to)];
    if (schedule === undefined || Number.isNaN(first) || !(to <= schedule.last)) return UNKNOWN_SUM;
    return first < last ? remembered(schedule, first, last) : EMPTY_SUM;
}

/** A fit asks for the same sums again and again, with other constants. */
let known = new WeakMap<RateSchedule, Map<number, Map<number, DropNodes>>>();
let knownNodes = 0;
const MOST_KNOWN = 1_000_000;

function remembered(schedule: RateSchedule, from: number, to: number): DropNodes {
    const ofSchedule = known.get(schedule) ?? new Map<number, Map<number, DropNodes>>();
    const ofStart = ofSchedule.get(from) ?? new Map<number, DropNodes>();
    let nodes = ofStart.get(to);
    if (nodes === undefined) {
        nodes = nodesFrom([...nodesBetween(schedule, from, to)]);
        if (knownNodes > MOST_KNOWN) [known, knownNodes] = [new WeakMap(), 0];
        else known.set(schedule, ofSchedule.set(from, ofStart.set(to, nodes)));
        knownNodes += nodes.count;
    }
    return nodes;
}

type Node = readonly [step: number, rate: number, area: number, weight: number];

function nodesFrom(nodes: readonly Node[]): DropNodes {
    const [steps, rates, areas, weights] = [0, 1, 2, 3].map((part) => Float64Array.from(nodes, (node) => node[part]));
    const logRates = rates.map((rate) => Math.max(LOWEST_LOG, Math.log(rate)));
    return { count: nodes.length, steps, rates, areas, logRates, weights };
}

function* nodesBetween(schedule: RateSchedule, from: number, to: number): Iterable<Node> {
    const { stages, areas } = schedule;
    for (let index = stageAt(schedule, from + 1)!; index < stages.length && stages[index].start < to; index++) {
        const stage = stages[index];
        if (stage.from === stage.to) continue;
        if (stage.shape === 'constant') {
            if (from <= stage.start) yield jumpInto(stage, areas[index]);
            continue;
        }
        for (const piece of piecesOf(stage, from, to)) yield* nodesOfPiece(stage, piece, to, areas[index]);
    }
}

/** A constant rate is reached at once. */
function jumpInto({ start, from, to }: Stage, area: number): Node {
    return [start + 1, to, area + to, from - to];
}

function* nodesOfPiece(stage: Stage, piece: Piece, to: number, area: number): Iterable<Node> {
    const { nodes, weights } = ruleFor(stage, piece, to);
    const middle = (piece.start + 1 + piece.end) / 2;
    for (let index = 0; index < nodes.length; index++) {
        const step = middle + nodes[index];
        const rate = stageRate(stage, step);
        const drop = stageRate(stage, step - 1) - rate;
        yield [step, rate, area + stageArea(stage, step), weights[index] * drop];
    }
}

/** Recorded rates make many short linear stages: fewer points do where little happens from one end to the other. */
function ruleFor({ shape }: Stage, { start, end }: Piece, to: number): SumRule {
    const isShort = shape === 'linear' && FAR * (end - start) < to - end;
    return isShort ? threePointRule(end - start) : fivePointRule(end - start);
}

const FAR = 4;
