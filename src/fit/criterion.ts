/**
 * What a fit minimises, F(θ) = Σ ρ(t − T(f(x; θ))), and its expansion to second order. With φ(f) = ρ(t − T(f)) per row,
 *
 *     ∇F = Σ φ′ ∇f          ∇²F = Σ φ″ ∇f ∇fᵀ + φ′ ∇²f
 *
 * T is the identity or the logarithm. The Gauss–Newton matrix Σ w T′² ∇f ∇fᵀ, with w = ρ′(r)/r as in reweighted least
 * squares, is the other quadratic model: never indefinite, and the better one far from the optimum.
 */
import type { Model } from './model.js';
import type { Loss } from './objectives.js';
import type { Pacer } from './pacing.js';
import { BLOCK_ROWS } from './sample.js';
import type { Block, Sample } from './sample.js';

export interface Expansion {
    /** Infinity where the law cannot be computed on every row. */
    value: number;
    /** How far rounding may have moved the value. */
    noise: number;
    readonly gradient: Float64Array;
    /** Row-major, symmetric. */
    readonly gaussNewton: Float64Array;
    readonly hessian: Float64Array;
}

export function emptyExpansion(size: number): Expansion {
    const matrix = (): Float64Array => new Float64Array(size * size);
    return { value: 0, noise: 0, gradient: new Float64Array(size), gaussNewton: matrix(), hessian: matrix() };
}

export class Criterion {
    readonly size: number;
    private readonly outputs: readonly Float64Array[];
    private readonly slopes = new Float64Array(BLOCK_ROWS);
    private readonly curvatures = new Float64Array(BLOCK_ROWS);
    private readonly weights = new Float64Array(BLOCK_ROWS);

    constructor(
        readonly model: Model,
        readonly ofLog: boolean,
        private readonly pacer: Pacer,
    ) {
        this.size = model.parameters.length;
        const count = 1 + this.size + model.secondDerivatives.length;
        this.outputs = Array.from({ length: count }, () => new Float64Array(BLOCK_ROWS));
    }

    /** F(θ), Infinity where it cannot be computed. */
    async value(sample: Sample, loss: Loss, parameters: Float64Array): Promise<number> {
        let sum = 0;
        for (const block of sample.blocks) {
            this.model.value(block.columns, parameters, this.outputs, 0, block.rows);
            sum += this.blockValue(block, loss);
            const pause = this.pacer.spend(block.rows * (2 + this.size));
            if (pause !== undefined) await pause;
        }
        return Number.isFinite(sum) ? sum : Infinity;
    }

    private blockValue(block: Block, loss: Loss): number {
        const predicted = this.outputs[0];
        let sum = 0;
        for (let i = 0; i < block.rows; i++) {
            const value = this.ofLog ? Math.log(predicted[i]) : predicted[i];
            sum += block.counts[i] * loss.value(block.target[i] - value);
        }
        return sum;
    }

    /** The law on every row of a sample. */
    predict(sample: Sample, parameters: Float64Array): Float64Array {
        const predicted = new Float64Array(sample.rows);
        this.model.value(sample.columns, parameters, [predicted], 0, sample.rows);
        return predicted;
    }

    /** T(f): the law on every row, in the scale of the objective. */
    predictInScale(sample: Sample, parameters: Float64Array): Float64Array {
        const predicted = this.predict(sample, parameters);
        return this.ofLog ? predicted.map(Math.log) : predicted;
    }

    /** Observed − predicted, in the scale of the objective. */
    residuals(sample: Sample, parameters: Float64Array): Float64Array {
        const predicted = this.predictInScale(sample, parameters);
        return sample.target.map((t, i) => t - predicted[i]);
    }

    /** Expands F about the parameters into `into`. */
    async expand(sample: Sample, loss: Loss, parameters: Float64Array, into: Expansion): Promise<void> {
        into.value = into.noise = 0;
        into.gradient.fill(0);
        into.gaussNewton.fill(0);
        into.hessian.fill(0);
        for (const block of sample.blocks) {
            this.model.curvature(block.columns, parameters, this.outputs, 0, block.rows);
            this.rowTerms(block, loss, into);
            this.addGradients(block.rows, into);
            this.addCurvatures(block.rows, into);
            const pause = this.pacer.spend(2 * block.rows * (2 + this.size) * (1 + this.size));
            if (pause !== undefined) await pause;
        }
        symmetrise(into.gaussNewton, this.size);
        symmetrise(into.hessian, this.size);
        if (!Number.isFinite(into.value) || !into.hessian.every(Number.isFinite)) into.value = Infinity;
    }

    /**
     * How the law bends along a path θ + wt + ½zt²: Σ w T′ (T∘f)″ ∇f, the Gauss–Newton slope of the second derivatives
     * of the predictions.
     */
    async bending(
        sample: Sample,
        loss: Loss,
        parameters: Float64Array,
        velocity: Float64Array,
        acceleration: Float64Array,
    ): Promise<Float64Array> {
        const slope = new Float64Array(this.size);
        for (const block of sample.blocks) {
            this.model.curvature(block.columns, parameters, this.outputs, 0, block.rows);
            this.rowTerms(block, loss, emptyExpansion(0));
            const bends = this.bends(block.rows, velocity, acceleration);
            for (let j = 0; j < this.size; j++) slope[j] += dot(bends, this.outputs[1 + j], block.rows);
            const pause = this.pacer.spend(block.rows * (2 + this.size) * (1 + this.size));
            if (pause !== undefined) await pause;
        }
        return slope;
    }

    /** Per row, weighted: f″ along the path, and with a logarithm f″ − f′²/f. */
    private bends(rows: number, velocity: Float64Array, acceleration: Float64Array): Float64Array {
        const [predicted, ...derivatives] = this.outputs;
        const { secondDerivatives } = this.model;
        const bends = new Float64Array(rows);
        for (let i = 0; i < rows; i++) {
            let [first, second] = [0, 0];
            for (let j = 0; j < this.size; j++) {
                first += derivatives[j][i] * velocity[j];
                second += derivatives[j][i] * acceleration[j];
            }
            for (let m = 0; m < secondDerivatives.length; m++) {
                const { first: j, second: k } = secondDerivatives[m];
                second += (j === k ? 1 : 2) * derivatives[this.size + m][i] * velocity[j] * velocity[k];
            }
            bends[i] = this.weights[i] * (this.ofLog ? second - (first * first) / predicted[i] : second);
        }
        return bends;
    }

    /** φ′, φ″ and the Gauss–Newton weight of each row. */
    private rowTerms(block: Block, loss: Loss, into: Expansion): void {
        const { ofLog, outputs, slopes, curvatures, weights } = this;
        const predicted = outputs[0];
        for (let i = 0; i < block.rows; i++) {
            const count = block.counts[i];
            const target = block.target[i];
            const value = ofLog ? Math.log(predicted[i]) : predicted[i];
            const residual = target - value;
            // T′ and T″/T′²: 1/f and −1 for the logarithm, 1 and 0 for the identity.
            const inner = ofLog ? 1 / predicted[i] : 1;
            const bend = ofLog ? -1 : 0;
            const slope = count * loss.slope(residual);
            into.value += count * loss.value(residual);
            into.noise += Math.abs(slope) * (Math.abs(target) + Math.abs(bend)) * Number.EPSILON;
            slopes[i] = -slope * inner;
            curvatures[i] = (count * loss.curvature(residual) - slope * bend) * inner * inner;
            weights[i] = count * loss.weight(residual) * inner * inner;
        }
    }

    private addGradients(rows: number, into: Expansion): void {
        const { size, weights, curvatures } = this;
        for (let j = 0; j < size; j++) {
            const first = this.outputs[1 + j];
            into.gradient[j] += dot(this.slopes, first, rows);
            for (let k = 0; k <= j; k++) {
                const second = this.outputs[1 + k];
                let [gaussNewton, hessian] = [0, 0];
                for (let i = 0; i < rows; i++) {
                    const product = first[i] * second[i];
                    gaussNewton += weights[i] * product;
                    hessian += curvatures[i] * product;
                }
                into.gaussNewton[j * size + k] += gaussNewton;
                into.hessian[j * size + k] += hessian;
            }
        }
    }

    private addCurvatures(rows: number, into: Expansion): void {
        for (const [index, { first, second }] of this.model.secondDerivatives.entries()) {
            into.hessian[first * this.size + second] += dot(this.slopes, this.outputs[1 + this.size + index], rows);
        }
    }
}

function dot(a: Float64Array, b: Float64Array, rows: number): number {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += a[i] * b[i];
    return sum;
}

/** Copies the lower triangle to the upper one. */
function symmetrise(matrix: Float64Array, size: number): void {
    for (let j = 0; j < size; j++) {
        for (let k = 0; k < j; k++) matrix[k * size + j] = matrix[j * size + k];
    }
}
