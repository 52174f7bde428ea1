/**
 * Where to evaluate a term so that its sum over many steps is known: long stages are cut into pieces, and a piece is summed by
 * five of its steps.
 */
import type { Stage } from './stage.js';

/** The steps after `start` up to `end`. */
export interface Piece {
    readonly start: number;
    readonly end: number;
}

/** Points, relative to the middle of a piece, and what the term at each counts. */
export interface SumRule {
    readonly nodes: readonly number[];
    readonly weights: readonly number[];
}

/** A rate that changes by more has powers that vary within few of the steps where it is small. */
const STEEP = 20;

/**
 * The part of a stage after `from` up to `to`, cut. Pieces are short near `to`, where what happens to the rate is recent and
 * terms vary most, where a stage begins or ends at a small rate, and at the start of a square root, which is steep there. They grow
 * in proportion to the distance, so that there are few, however long the stage is.
 */
export function piecesOf(stage: Stage, from: number, to: number): Piece[] {
    const [first, last] = [Math.max(from, stage.start), Math.min(to, stage.end)];
    const longest = longestPiece(stage);
    const endsLow = stage.to * STEEP < stage.from && stage.shape !== 'exponential';
    const growth = growthFromStart(stage);
    const pieces: Piece[] = [];
    for (let start = first; start < last; start = pieces[pieces.length - 1].end) {
        let length = Math.min(longest, REACH * (to - start));
        if (growth !== undefined) length = Math.min(length, growth * (start - stage.start));
        if (endsLow) length = Math.min(length, REACH * (stage.end - start));
        pieces.push({ start, end: Math.min(last, start + Math.max(FEW, Math.floor(length))) });
    }
    return pieces;
}

/** How many times as long as the way from the stage's start a piece may be; undefined where that makes no difference. */
function growthFromStart({ shape, from, to }: Stage): number | undefined {
    if (shape === 'sqrt') return 2;
    return from * STEEP < to && shape !== 'exponential' ? STEEP : undefined;
}

/** How much of the way that is left a piece takes. */
const REACH = 0.8;

/** Half a stage; of an exponential one the part in which the rate changes so much. */
function longestPiece({ shape, start, end, from, to }: Stage): number {
    const folds = shape === 'exponential' ? Math.abs(Math.log(to) - Math.log(from)) / Math.log(STEEP) : 0;
    return (end - start) / Math.max(2, folds);
}

/** So many steps are summed one by one. */
const FEW = 5;

/**
 * The sum over n neighbouring steps by five of them, or points between them: exact for polynomials up to degree 9. The points are
 * the roots of the orthogonal polynomial of degree 5 on n equidistant points, x⁵ − 5(n² − 7)/18·x³ + (15n⁴ − 230n² + 407)/1008·x
 * (Gram 1883; Abramowitz and Stegun 1964, 22.17), the weights fit the moments of order 0, 2 and 4.
 */
export function fivePointRule(n: number): SumRule {
    if (n <= FEW) return stepByStep(n);
    const square = n * n;
    const b = (5 * (square - 7)) / 18;
    const c = ((15 * square - 230) * square + 407) / 1008;
    const root = Math.sqrt(b * b - 4 * c);
    const outer = (b + root) / 2;
    const inner = c / outer;
    const m2 = (square - 1) / 12;
    const m4 = (m2 * (3 * square - 7)) / 20;
    const outerWeight = (n * (m4 - m2 * inner)) / (2 * outer * (outer - inner));
    const innerWeight = (n * (m2 * outer - m4)) / (2 * inner * (outer - inner));
    const [x, y] = [Math.sqrt(outer), Math.sqrt(inner)];
    return {
        nodes: [-x, -y, 0, y, x],
        weights: [outerWeight, innerWeight, n - 2 * (outerWeight + innerWeight), innerWeight, outerWeight],
    };
}

/** The same by three points, exact up to degree 5. */
export function threePointRule(n: number): SumRule {
    if (n <= 3) return stepByStep(n);
    const square = n * n;
    const outer = (3 * square - 7) / 20;
    const weight = (n * (square - 1)) / (24 * outer);
    const x = Math.sqrt(outer);
    return { nodes: [-x, 0, x], weights: [weight, n - 2 * weight, weight] };
}

function stepByStep(n: number): SumRule {
    return {
        nodes: Array.from({ length: n }, (_, index) => index - (n - 1) / 2),
        weights: Array.from({ length: n }, () => 1),
    };
}
