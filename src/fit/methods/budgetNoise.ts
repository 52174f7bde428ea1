/**
 * The noise of a budget's losses, judged by how they scatter about a smooth curve: about the parabola, or, of the logarithms
 * through which Akima's curve passes, about parabolas through the five sizes nearest to each. With h the leverage of a point
 * in its parabola, its residual has the variance (1 − h)σ²; over √(1 − h) it is as large as the noise (Wu 1986, Ann. Statist. 14).
 */
import { gather } from '../chosenRows.js';
import { dot } from '../linearAlgebra.js';
import type { Interpolation } from './budgetMinimum.js';
import type { Budget } from './budgets.js';
import { fitParabola } from './parabola.js';
import type { Runs } from './reduction.js';
import type { VertexMoves } from './trendDegrees.js';

export interface BudgetNoise {
    /** Rows that have one error: a run, or with Akima's curve, which takes the lowest of them, the runs of a size. */
    readonly points: readonly (readonly number[])[];
    /** Of each point: the loss, or with Akima's curve its logarithm. */
    readonly smooth: Float64Array;
    readonly errors: Float64Array;
    /** Those that stand for the noise where the minimum is: of all points, or with Akima's curve of the five around the lowest. */
    readonly typical: Float64Array;
    /** Degrees of freedom with which these tell the size of the noise: Σ (1 − h). */
    readonly degrees: number;
    /** Of the parabola through all points. */
    readonly vertex: VertexMoves;
}

/** Sizes that a parabola runs through where Akima's curve passes through all. */
const NEIGHBOURS = 5;
/** A point that a parabola passes through has no residual, and none is made up for it. */
const LARGEST_LEVERAGE = 1 - 1e-9;

export function noiseOfBudget(budget: Budget, runs: Runs, interpolation: Interpolation): BudgetNoise {
    const { points, x, y } = interpolation === 'akima' ? lowestOfSizes(budget, runs) : allRuns(budget, runs);
    const near = interpolation === 'akima' ? Math.min(NEIGHBOURS, x.length) : x.length;
    const [smooth, errors] = [new Float64Array(x.length), new Float64Array(x.length)];
    const left = new Float64Array(x.length);
    const firstNear = (i: number): number => Math.min(Math.max(0, i - Math.floor(near / 2)), x.length - near);
    for (let i = 0; i < x.length; i++) {
        const around = (values: Float64Array): Float64Array => values.subarray(firstNear(i), firstNear(i) + near);
        const { at, leverage } = fitParabola(around(x), around(y), new Float64Array(near).fill(1));
        left[i] = 1 - Math.min(leverage(x[i]), LARGEST_LEVERAGE);
        smooth[i] = at(x[i]);
        errors[i] = (y[i] - smooth[i]) / Math.sqrt(left[i]);
    }
    const from = firstNear(y.indexOf(Math.min(...y)));
    return {
        points,
        smooth,
        errors,
        typical: errors.slice(from, from + near),
        degrees: left.subarray(from, from + near).reduce((sum, value) => sum + value, 0),
        vertex: vertexMoves(x, y),
    };
}

interface Points {
    readonly points: readonly (readonly number[])[];
    readonly x: Float64Array;
    readonly y: Float64Array;
}

function allRuns({ rows, logSizes }: Budget, { loss }: Runs): Points {
    return { points: rows.map((row) => [row]), x: logSizes, y: gather(loss, rows) };
}

function lowestOfSizes({ sizes }: Budget, { loss }: Runs): Points {
    return {
        points: sizes.map(({ rows }) => rows),
        x: Float64Array.from(sizes, ({ logSize }) => logSize),
        y: Float64Array.from(sizes, ({ rows }) => Math.log(Math.min(...rows.map((row) => loss[row])))),
    };
}

function vertexMoves(x: Float64Array, y: Float64Array): VertexMoves {
    const { orthonormal, vertexContrast } = fitParabola(x, y, new Float64Array(x.length).fill(1));
    const columns = Array.from(x, (value) => Float64Array.from(orthonormal(value)));
    const left = columns.map((q) => 1 - Math.min(dot(q, q), LARGEST_LEVERAGE));
    return { orthonormal: columns, moves: columns.map((q, i) => dot(vertexContrast, q) / Math.sqrt(left[i])) };
}
