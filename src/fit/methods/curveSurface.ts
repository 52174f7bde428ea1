/**
 * A smooth surface through training curves, L = E + A·N^-α + B·D^-β (Hoffmann et al. 2022): what their losses would be, about,
 * if no run had noise. It is fitted by least squares, each curve counting as much as another, by Gauss and Newton's method in
 * ln α and ln β, the best E, A and B of each step in closed form and none below 0 (Golub and Pereyra 1973).
 *
 * Deviations e of the losses pull it along by QQᵀe to first order, Q an orthonormal basis of its derivatives; the leverage h of a
 * run is how much of a deviation that the run alone has at all its points the surface has there, on average.
 */
import { boundedLeastSquares } from '../boundedLeastSquares.js';
import { addMultiple, dot, leastSquares } from '../linearAlgebra.js';
import type { Curve } from './curves.js';

export interface CurveSurface {
    /** L at each point of each curve. */
    readonly loss: readonly Float64Array[];
    /** h of each curve, from 0 to 1. */
    readonly leverages: readonly number[];
    /** By how much L moves at each point of each curve if the losses through which it is fitted do. */
    followed(deviations: readonly Float64Array[]): readonly Float64Array[];
}

/** @param curves with some points each */
export function surfaceThrough(curves: readonly Curve[]): CurveSurface {
    const { loss, slopes } = bestOf(pointsOf(curves));
    const basis = orthonormal(slopes).map((q) => byCurve(curves, q));
    const roots = curves.map(({ logLoss }) => Math.sqrt(logLoss.length));
    const followed = (deviations: readonly Float64Array[]): Float64Array[] => {
        const along = basis.map((q) => sumOf(q.map((ofCurve, g) => dot(ofCurve, deviations[g]) / roots[g])));
        return deviations.map((ofCurve, g) => {
            const moved = new Float64Array(ofCurve.length);
            basis.forEach((q, k) => addMultiple(moved, roots[g] * along[k], q[g]));
            return moved;
        });
    };
    const ofRun = (run: number): Float64Array[] =>
        curves.map(({ logLoss }, g) => new Float64Array(logLoss.length).fill(g === run ? 1 : 0));
    return {
        loss: byCurve(curves, loss),
        leverages: curves.map((_, g) => meanOf(followed(ofRun(g))[g])),
        followed,
    };
}

/** α and β to begin with, and between what they may lie. */
const FIRST: Exponents = [1 / 3, 1 / 3];
const [LEAST, MOST] = [0.01, 3];
const STEPS = 50;
/** A column of derivatives depends on those before it if less than this is left of its length. */
const INDEPENDENT = 1e-9;
/** Relative gain of a step worth another. */
const ENOUGH = 1e-10;

type Exponents = readonly [alpha: number, beta: number];

/** Of all curves, one after the other. */
interface Points {
    /** From their mean. */
    readonly logSize: Float64Array;
    readonly logTokens: Float64Array;
    readonly loss: Float64Array;
    /** √w: one over the square root of how many points the curve has. */
    readonly roots: Float64Array;
}

interface Surface {
    readonly exponents: Exponents;
    /** Of L by E, A, B, ln α and ln β, times √w. */
    readonly slopes: readonly Float64Array[];
    readonly loss: Float64Array;
    /** Σ w (observed − L)². */
    readonly value: number;
}

/** Where tokens are not known, C/N stands for them: a factor makes no difference. */
function pointsOf(curves: readonly Curve[]): Points {
    const all = (of: (curve: Curve, point: number) => number): Float64Array =>
        Float64Array.from(curves.flatMap((curve) => Array.from(curve.logLoss, (_, point) => of(curve, point))));
    return {
        logSize: centred(all(({ size }) => Math.log(size))),
        logTokens: centred(
            all(({ size, logTokens, logCompute }, point) => logTokens?.[point] ?? logCompute[point] - Math.log(size)),
        ),
        loss: all(({ logLoss }, point) => Math.exp(logLoss[point])),
        roots: all(({ logLoss }) => 1 / Math.sqrt(logLoss.length)),
    };
}

function centred(values: Float64Array): Float64Array {
    const mean = meanOf(values);
    return values.map((value) => value - mean);
}

function bestOf(points: Points): Surface {
    let now = bestWith(points, FIRST);
    for (let step = 0; step < STEPS; step++) {
        const before = now;
        now = improved(points, before);
        if (!(before.value - now.value > ENOUGH * now.value)) break;
    }
    return now;
}

function bestWith({ logSize, logTokens, loss, roots }: Points, exponents: Exponents): Surface {
    const [alpha, beta] = exponents;
    const columns = [roots, roots.map((root, i) => root * Math.exp(-alpha * logSize[i]))];
    columns.push(roots.map((root, i) => root * Math.exp(-beta * logTokens[i])));
    const observed = loss.map((value, i) => roots[i] * value);
    const [E, A, B] = boundedLeastSquares(columns, observed, POSITIVE);
    const weighted = observed.map((_, i) => E * columns[0][i] + A * columns[1][i] + B * columns[2][i]);
    const left = observed.map((value, i) => value - weighted[i]);
    return {
        exponents,
        slopes: [
            ...columns,
            columns[1].map((value, i) => -alpha * A * logSize[i] * value),
            columns[2].map((value, i) => -beta * B * logTokens[i] * value),
        ],
        loss: weighted.map((value, i) => value / roots[i]),
        value: dot(left, left),
    };
}

const POSITIVE = { lower: [0, 0, 0], upper: [Infinity, Infinity, Infinity] };

/** The surface after a step, halved until it is an improvement; the same where none is. */
function improved(points: Points, now: Surface): Surface {
    const left = points.loss.map((value, i) => points.roots[i] * (value - now.loss[i]));
    const [, , , ...moves] = leastSquares(now.slopes.map(copy), left, left.length);
    for (let share = 1; share > 1e-3; share /= 2) {
        const moved = (k: 0 | 1): number =>
            Math.min(Math.max(now.exponents[k] * Math.exp(share * moves[k]), LEAST), MOST);
        const next = bestWith(points, [moved(0), moved(1)]);
        if (next.value < now.value) return next;
    }
    return now;
}

/** An orthonormal basis of the columns; those that depend on the ones before add nothing. */
function orthonormal(columns: readonly Float64Array[]): Float64Array[] {
    const basis: Float64Array[] = [];
    for (const column of columns) {
        const rest = copy(column);
        for (const q of basis) addMultiple(rest, -dot(q, rest), q);
        const length = Math.sqrt(dot(rest, rest));
        if (length > INDEPENDENT * Math.sqrt(dot(column, column))) basis.push(rest.map((value) => value / length));
    }
    return basis;
}

function sumOf(values: ArrayLike<number>): number {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[i];
    return sum;
}

function meanOf(values: Float64Array): number {
    return sumOf(values) / values.length;
}

function copy(values: Float64Array): Float64Array {
    return values.slice();
}

function byCurve(curves: readonly Curve[], values: Float64Array): Float64Array[] {
    let from = 0;
    return curves.map(({ logLoss }) => values.subarray(from, (from += logLoss.length)));
}
