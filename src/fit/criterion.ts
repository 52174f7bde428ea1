/**
 * What a fit minimises, F(θ) = Σ c ρ((t − T(f(x; θ)))/σ), and its expansion to second order. With φ(f) = c ρ(…) per row,
 *
 *     ∇F = Σ φ′ ∇f          ∇²F = Σ φ″ ∇f ∇fᵀ + φ′ ∇²f
 *
 * c is how much a row counts, σ its standard error where one is given, T the identity or the logarithm. The Gauss–Newton
 * matrix Σ c w (T′/σ)² ∇f ∇fᵀ, with w = ρ′(r)/r as in reweighted least squares, is the other quadratic model: never
 * indefinite, and the better one far from the optimum.
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

type Rows = Pick<Sample, 'rows' | 'columns'>;

export class Criterion {
    readonly size: number;
    /** f, its first and its second derivatives on the rows of a block. */
    private readonly outputs: readonly Float64Array[];
    private readonly predicted: Float64Array;
    private readonly slopes = new Float64Array(BLOCK_ROWS);
    private readonly curvatures = new Float64Array(BLOCK_ROWS);
    private readonly weights = new Float64Array(BLOCK_ROWS);
    private readonly weighted = new Float64Array(BLOCK_ROWS);
    private readonly curved = new Float64Array(BLOCK_ROWS);
    private readonly sums = new Float64Array(2);
    /** What `outputs` and the terms of the rows hold. */
    private held: Held | null = null;

    constructor(
        readonly model: Model,
        readonly ofLog: boolean,
        readonly pacer: Pacer,
    ) {
        this.size = model.parameters.length;
        const count = 1 + this.size + model.secondDerivatives.length;
        this.outputs = Array.from({ length: count }, () => new Float64Array(BLOCK_ROWS));
        this.predicted = new Float64Array(BLOCK_ROWS);
    }

    /** F(θ), Infinity where it cannot be computed. */
    async value(sample: Sample, loss: Loss, parameters: Float64Array): Promise<number> {
        let sum = 0;
        for (const block of sample.blocks) {
            this.model.value(block.columns, parameters, [this.predicted], 0, block.rows);
            sum += this.blockValue(block, loss);
            const pause = this.pacer.spend(block.rows * (2 + this.size));
            if (pause !== undefined) await pause;
        }
        return Number.isFinite(sum) ? sum : Infinity;
    }

    private blockValue(block: Block, loss: Loss): number {
        const { ofLog, predicted } = this;
        const { rows, target, counts, precisions } = block;
        let sum = 0;
        for (let i = 0; i < rows; i++) {
            const value = ofLog ? Math.log(predicted[i]) : predicted[i];
            sum += counts[i] * loss.value(precisions[i] * (target[i] - value));
        }
        return sum;
    }

    /** The law on every row of a sample of any size, with pauses. */
    async predictInTurns(sample: Sample, parameters: Float64Array): Promise<Float64Array> {
        const predicted = new Float64Array(sample.rows);
        for (let from = 0; from < sample.rows; from += BLOCK_ROWS) {
            const to = Math.min(sample.rows, from + BLOCK_ROWS);
            this.model.value(sample.columns, parameters, [predicted], from, to);
            const pause = this.pacer.spend((to - from) * (2 + this.size));
            if (pause !== undefined) await pause;
        }
        return predicted;
    }

    /** The law on every row of a sample. */
    predict(sample: Rows, parameters: Float64Array): Float64Array {
        const predicted = new Float64Array(sample.rows);
        this.model.value(sample.columns, parameters, [predicted], 0, sample.rows);
        return predicted;
    }

    /** T(f): the law on every row, in the scale of the objective. */
    predictInScale(sample: Rows, parameters: Float64Array): Float64Array {
        return this.inScale(this.predict(sample, parameters));
    }

    /** T of the law's values. */
    inScale(predicted: Float64Array): Float64Array {
        return this.ofLog ? predicted.map(Math.log) : predicted;
    }

    /** Observed − predicted, in the scale of the objective; not divided by standard errors. */
    residuals(sample: Rows & Pick<Sample, 'target'>, parameters: Float64Array): Float64Array {
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
            const { value, noise } = this.hold(block, loss, parameters);
            into.value += value;
            into.noise += noise * Number.EPSILON;
            this.addGradients(block.rows, into);
            this.addCurvatures(block.rows, into);
            const pause = this.pacer.spend(2 * block.rows * (2 + this.size) * (1 + this.size));
            if (pause !== undefined) await pause;
        }
        symmetrise(into.gaussNewton, this.size);
        symmetrise(into.hessian, this.size);
        if (!(Math.abs(into.value) < Infinity) || !allFinite(into.hessian)) into.value = Infinity;
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
            this.hold(block, loss, parameters);
            const bends = this.bends(block.rows, velocity, acceleration);
            for (let j = 0; j < this.size; j++) slope[j] += dot(bends, this.outputs[1 + j], block.rows);
            const pause = this.pacer.spend(block.rows * (2 + this.size) * (1 + this.size));
            if (pause !== undefined) await pause;
        }
        return slope;
    }

    /** Computes derivatives and terms of a block's rows, unless they are those of the last time. */
    private hold(block: Block, loss: Loss, parameters: Float64Array): Held {
        const { held } = this;
        if (held?.block === block && held.loss === loss && areEqual(held.parameters, parameters)) return held;
        this.model.curvature(block.columns, parameters, this.outputs, 0, block.rows);
        return (this.held = { block, loss, parameters: parameters.slice(), ...this.rowTerms(block, loss) });
    }

    /** Per row, weighted: f″ along the path, and with a logarithm f″ − f′²/f. */
    private bends(rows: number, velocity: Float64Array, acceleration: Float64Array): Float64Array {
        const { outputs, size, ofLog, weights } = this;
        const { secondDerivatives } = this.model;
        const first = new Float64Array(rows);
        const second = new Float64Array(rows);
        for (let j = 0; j < size; j++) {
            addMultiple(first, velocity[j], outputs[1 + j]);
            addMultiple(second, acceleration[j], outputs[1 + j]);
        }
        for (let m = 0; m < secondDerivatives.length; m++) {
            const { first: j, second: k } = secondDerivatives[m];
            addMultiple(second, (j === k ? 1 : 2) * velocity[j] * velocity[k], outputs[1 + size + m]);
        }
        for (let i = 0; i < rows; i++) {
            second[i] = weights[i] * (ofLog ? second[i] - (first[i] * first[i]) / outputs[0][i] : second[i]);
        }
        return second;
    }

    /** φ′, φ″ and the Gauss–Newton weight of each row; their sum, and how far rounding may move it, in units of ε. */
    private rowTerms({ rows, target, counts, precisions }: Block, loss: Loss): RowSums {
        const { ofLog, slopes, curvatures, weights } = this;
        const f = this.outputs[0];
        let value = 0;
        let noise = 0;
        for (let i = 0; i < rows; i++) {
            const residual = precisions[i] * (target[i] - (ofLog ? Math.log(f[i]) : f[i]));
            // T′/σ; and −T″/T′², which is 1 for the logarithm and 0 for the identity.
            const inner = ofLog ? precisions[i] / f[i] : precisions[i];
            const weight = counts[i] * loss.weight(residual);
            const slope = weight * residual;
            const bent = ofLog ? slope / precisions[i] : 0;
            value += counts[i] * loss.value(residual);
            noise += Math.abs(slope) * precisions[i] * (Math.abs(target[i]) + (ofLog ? 1 : 0));
            slopes[i] = -slope * inner;
            curvatures[i] = ((loss.isInside(residual) ? weight : 0) + bent) * inner * inner;
            weights[i] = weight * inner * inner;
        }
        return { value, noise };
    }

    private addGradients(rows: number, into: Expansion): void {
        const { size, outputs, slopes, weights, curvatures, weighted, curved, sums } = this;
        for (let j = 0; j < size; j++) {
            const first = outputs[1 + j];
            into.gradient[j] += dot(slopes, first, rows);
            for (let i = 0; i < rows; i++) {
                weighted[i] = weights[i] * first[i];
                curved[i] = curvatures[i] * first[i];
            }
            for (let k = 0; k <= j; k++) {
                dots(weighted, curved, outputs[1 + k], rows, sums);
                into.gaussNewton[j * size + k] += sums[0];
                into.hessian[j * size + k] += sums[1];
            }
        }
    }

    private addCurvatures(rows: number, into: Expansion): void {
        const { size, outputs, slopes } = this;
        const { secondDerivatives } = this.model;
        for (let m = 0; m < secondDerivatives.length; m++) {
            const { first, second } = secondDerivatives[m];
            into.hessian[first * size + second] += dot(slopes, outputs[1 + size + m], rows);
        }
    }
}

interface RowSums {
    readonly value: number;
    readonly noise: number;
}

/** Where the derivatives and terms of the rows were computed. */
interface Held extends RowSums {
    readonly block: Block;
    readonly loss: Loss;
    readonly parameters: Float64Array;
}

function areEqual(a: Float64Array, b: Float64Array): boolean {
    for (let j = 0; j < a.length; j++) if (a[j] !== b[j]) return false;
    return true;
}

function dot(a: Float64Array, b: Float64Array, rows: number): number {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += a[i] * b[i];
    return sum;
}

/** a·x and b·x at once, rows by twos: sums that do not wait for each other. Most of a fit's time is spent here. */
function dots(a: Float64Array, b: Float64Array, x: Float64Array, rows: number, into: Float64Array): void {
    let evenA = 0;
    let oddA = 0;
    let evenB = 0;
    let oddB = 0;
    const even = rows - (rows % 2);
    for (let i = 0; i < even; i += 2) {
        const left = x[i];
        const right = x[i + 1];
        evenA += a[i] * left;
        oddA += a[i + 1] * right;
        evenB += b[i] * left;
        oddB += b[i + 1] * right;
    }
    if (even < rows) {
        evenA += a[even] * x[even];
        evenB += b[even] * x[even];
    }
    into[0] = evenA + oddA;
    into[1] = evenB + oddB;
}

function addMultiple(to: Float64Array, factor: number, of: Float64Array): void {
    for (let i = 0; i < to.length; i++) to[i] += factor * of[i];
}

function allFinite(values: Float64Array): boolean {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[i] - values[i];
    return sum === 0;
}

/** Copies the lower triangle to the upper one. */
function symmetrise(matrix: Float64Array, size: number): void {
    for (let j = 0; j < size; j++) {
        for (let k = 0; k < j; k++) matrix[k * size + j] = matrix[j * size + k];
    }
}
