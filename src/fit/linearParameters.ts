/**
 * Parameters that enter a law linearly, given the others: f(x; θ) = f₀(x) + Σ c_k φ_k(x). For any values of the others,
 * the best c follow from a linear least-squares problem, so that a search need only wander in the others (the idea of
 * variable projection, Golub and Pereyra 1973). Here it makes starting points; residuals of logarithms are approximated
 * by relative ones, (y − f)/y.
 */
import { boundedLeastSquares } from './boundedLeastSquares.js';
import type { Box } from './coordinates.js';
import type { Model } from './model.js';
import type { Loss } from './objectives.js';
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
    /** f₀, then ∂f/∂θ for all parameters: φ for the linear ones. */
    private readonly outputs: readonly Float64Array[];
    private readonly observed: Float64Array;
    private readonly weights: Float64Array;
    private readonly weightedColumns: readonly Float64Array[];
    private readonly weightedTarget: Float64Array;

    constructor(
        private readonly model: Model,
        private readonly linear: readonly number[],
        private readonly sample: Sample,
        private readonly ofLog: boolean,
    ) {
        const { rows, target, counts, precisions } = sample;
        const column = (): Float64Array => new Float64Array(rows);
        this.outputs = Array.from({ length: 1 + model.parameters.length }, column);
        this.observed = ofLog ? target.map(Math.exp) : target;
        this.weights = counts.map((c, i) => (Math.sqrt(c) * precisions[i]) / (ofLog ? this.observed[i] : 1));
        this.weightedColumns = linear.map(column);
        this.weightedTarget = column();
    }

    /** Fills in the best values of the linear parameters within their bounds; answers F there, or Infinity. */
    solve(parameters: Float64Array, box: Box, loss: Loss): number {
        const { model, linear, sample, outputs, weightedColumns, weightedTarget } = this;
        for (const j of linear) parameters[j] = 0;
        model.gradient(sample.columns, parameters, outputs, 0, sample.rows);
        this.weigh();
        if (!isFinite(weightedTarget) || !weightedColumns.every(isFinite)) return Infinity;
        const solution = boundedLeastSquares(weightedColumns, weightedTarget, {
            lower: linear.map((j) => box.lower[j]),
            upper: linear.map((j) => box.upper[j]),
        });
        for (let k = 0; k < linear.length; k++) parameters[linear[k]] = solution[k];
        return this.value(solution, loss);
    }

    private weigh(): void {
        const { linear, sample, outputs, observed, weights, weightedColumns, weightedTarget } = this;
        for (let i = 0; i < sample.rows; i++) weightedTarget[i] = (observed[i] - outputs[0][i]) * weights[i];
        for (let k = 0; k < linear.length; k++) {
            const [weighted, basis] = [weightedColumns[k], outputs[1 + linear[k]]];
            for (let i = 0; i < sample.rows; i++) weighted[i] = basis[i] * weights[i];
        }
    }

    /** F for given values of the linear parameters. */
    private value(solution: Float64Array, loss: Loss): number {
        const { linear, outputs, ofLog } = this;
        const { rows, target, counts, precisions } = this.sample;
        const predicted = outputs[0];
        for (let k = 0; k < linear.length; k++) {
            const basis = outputs[1 + linear[k]];
            for (let i = 0; i < rows; i++) predicted[i] += solution[k] * basis[i];
        }
        let sum = 0;
        for (let i = 0; i < rows; i++) {
            const value = ofLog ? Math.log(predicted[i]) : predicted[i];
            sum += counts[i] * loss.value(precisions[i] * (target[i] - value));
        }
        return Number.isFinite(sum) ? sum : Infinity;
    }
}

function isFinite(values: Float64Array): boolean {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[i] - values[i];
    return sum === 0;
}
