/**
 * Parameters that enter a law linearly, given the others: f(x; θ) = f₀(x) + Σ c_k φ_k(x). For any values of the others,
 * the best c follow from a linear least-squares problem, so that a search need only wander in the others (the idea of
 * variable projection, Golub and Pereyra 1973). Here it makes starting points; residuals of logarithms are approximated
 * by relative ones, (y − f)/y.
 */
import type { Box } from './coordinates.js';
import { leastSquares } from './linearAlgebra.js';
import type { Model } from './model.js';
import type { Sample } from './sample.js';

/** The indices of a largest set of parameters in which the law is jointly linear: all ∂²f/∂θj∂θk among them are 0. */
export function linearParameters(model: Model): number[] {
    const size = model.parameters.length;
    const conflicts = Array.from({ length: size }, () => new Set<number>());
    for (const { first, second } of model.secondDerivatives) {
        conflicts[first].add(second);
        conflicts[second].add(first);
    }
    const candidates = [...conflicts.keys()].filter((j) => !conflicts[j].has(j));
    return largestIndependent(candidates, conflicts);
}

/** Branch and bound over "with the first candidate, or without"; a law has few parameters. */
function largestIndependent(candidates: readonly number[], conflicts: readonly ReadonlySet<number>[]): number[] {
    if (candidates.length === 0) return [];
    const [first, ...rest] = candidates;
    const compatible = rest.filter((j) => !conflicts[first].has(j));
    const withFirst = [first, ...largestIndependent(compatible, conflicts)];
    if (compatible.length === rest.length) return withFirst;
    const without = largestIndependent(rest, conflicts);
    return without.length > withFirst.length ? without : withFirst;
}

/** Solves for the linear parameters on one sample, again and again for other values of the others. */
export class LinearSolver {
    private readonly outputs: readonly Float64Array[];
    private readonly observed: Float64Array;
    private readonly weights: Float64Array;

    /** `relative`: for residuals of logarithms. */
    constructor(
        private readonly model: Model,
        private readonly linear: readonly number[],
        private readonly sample: Sample,
        relative: boolean,
    ) {
        this.outputs = Array.from({ length: 1 + model.parameters.length }, () => new Float64Array(sample.rows));
        this.observed = relative ? sample.target.map(Math.exp) : sample.target;
        this.weights = sample.counts.map((count, i) => Math.sqrt(count) / (relative ? this.observed[i] : 1));
    }

    /** Fills in the best values of the linear parameters; false where the law cannot be computed. */
    solve(parameters: Float64Array, box: Box): boolean {
        const { model, linear, sample, outputs } = this;
        for (const j of linear) parameters[j] = 0;
        model.gradient(sample.columns, parameters, outputs, 0, sample.rows);
        const target = this.weighted(outputs[0], this.observed);
        const columns = linear.map((j) => this.weighted(outputs[1 + j], null));
        if (![target, ...columns].every(isFinite)) return false;
        const solution = boundedLeastSquares(columns, target, linear, box);
        linear.forEach((j, index) => (parameters[j] = solution[index]));
        return true;
    }

    /** Weighted values, or what they lack to the observed ones. */
    private weighted(values: Float64Array, observed: Float64Array | null): Float64Array {
        const result = new Float64Array(values.length);
        for (let i = 0; i < values.length; i++) {
            result[i] = (observed === null ? values[i] : observed[i] - values[i]) * this.weights[i];
        }
        return result;
    }
}

function isFinite(values: Float64Array): boolean {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[i] - values[i];
    return sum === 0;
}

/**
 * Solves, holds what leaves its bounds at the bound, and solves for the rest again: near the bounded optimum, which is
 * enough.
 */
function boundedLeastSquares(
    columns: readonly Float64Array[],
    target: Float64Array,
    names: readonly number[],
    box: Box,
): Float64Array {
    const solution = new Float64Array(columns.length);
    let open = columns.map((_, k) => k);
    while (open.length > 0) {
        const copies = open.map((k) => columns[k].slice());
        const found = leastSquares(copies, target.slice(), target.length);
        open.forEach((k, index) => (solution[k] = found[index]));
        const crossing = open.filter((k) => solution[k] !== within(box, names[k], solution[k]));
        for (const k of crossing) {
            solution[k] = within(box, names[k], solution[k]);
            for (let i = 0; i < target.length; i++) target[i] -= solution[k] * columns[k][i];
        }
        if (crossing.length === 0) break;
        open = open.filter((k) => !crossing.includes(k));
    }
    return solution;
}

function within(box: Box, j: number, value: number): number {
    return Math.min(box.upper[j], Math.max(box.lower[j], value));
}
