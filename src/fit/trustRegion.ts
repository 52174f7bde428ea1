/**
 * A local minimum by a trust-region method that carries two quadratic models, Gauss–Newton (reweighted) and Newton with
 * the exact Hessian, and follows whichever foretold the last step better (Dennis, Gay and Welsch 1981, NL2SOL, ACM TOMS
 * 7). Far from the optimum that is Gauss–Newton; near it Newton, whose quadratic convergence a Huber loss of small δ
 * needs: reweighting alone would crawl. Bounds are kept by projection (Bertsekas 1982, SIAM J. Control Optim. 20). A
 * point where the law cannot be computed has the value Infinity and is a rejected step.
 */
import { boxInCoordinates, changeCoordinates, ratesOf, toParameters, toPoint } from './coordinates.js';
import type { Box, Coordinate } from './coordinates.js';
import { emptyExpansion } from './criterion.js';
import type { Criterion, Expansion } from './criterion.js';
import type { Loss } from './objectives.js';
import type { Sample } from './sample.js';
import type { LocalStop } from './solver.js';
import { trustRegionStep } from './trustRegionStep.js';

export interface LocalMinimum {
    readonly parameters: Float64Array;
    readonly value: number;
    readonly stop: LocalStop;
}

export interface LocalSearch {
    readonly criterion: Criterion;
    readonly sample: Sample;
    readonly loss: Loss;
    readonly box: Box;
    readonly coordinates: readonly Coordinate[];
    readonly iterations: number;
    readonly manner: Manner;
}

/** How a search begins and ends. */
export interface Manner {
    /** Whether Newton's model is followed first. */
    readonly useNewton: boolean;
    /** Length of the first step, relative to that which changes the residuals by their root mean square. */
    readonly radius: number;
    /** The search stops where less than this is to be gained, relative to F. */
    readonly relativeGain: number;
}

/** To as many digits as rounding allows. */
export const FROM_AFAR: Manner = { useNewton: false, radius: 2, relativeGain: 1e-14 };

/**
 * From the optimum of about the same rows. A robust loss then needs steps that reach further, by Newton's model. Its last
 * step, which would gain less than 1e-9 of F, leaves far less than that to be gained.
 */
export const FROM_NEAR: Manner = { useNewton: true, radius: 30, relativeGain: 1e-9 };

export async function findLocalMinimum(search: LocalSearch, start: Float64Array): Promise<LocalMinimum> {
    const state = new TrustRegionState(search, start);
    await state.begin();
    while (state.stop === null) await state.iterate();
    return { parameters: state.parameters, value: state.expansion.value, stop: state.stop };
}

type Respond = (slope: Float64Array) => Float64Array;

interface StepWithinBox {
    readonly moved: Float64Array;
    readonly limited: boolean;
    readonly respond: Respond;
}

class TrustRegionState {
    stop: LocalStop | null = null;
    parameters: Float64Array;
    expansion: Expansion;
    /** About the last trial step. */
    private there: Expansion;
    private point: Float64Array;
    private readonly box: Box;
    private readonly scale: Float64Array;
    private radius = 0;
    private useNewton: boolean;
    private iterations = 0;

    constructor(
        private readonly search: LocalSearch,
        start: Float64Array,
    ) {
        this.box = boxInCoordinates(search.box, search.coordinates);
        this.point = clamp(toPoint(start, search.coordinates), this.box);
        this.parameters = toParameters(this.point, search.coordinates);
        this.expansion = emptyExpansion(start.length);
        this.there = emptyExpansion(start.length);
        this.scale = new Float64Array(start.length);
        this.useNewton = search.manner.useNewton;
    }

    async begin(): Promise<void> {
        await this.expandAt(this.point, this.expansion);
        this.updateScale();
        if (this.expansion.value === Infinity) this.stop = 'not-computable';
        else this.radius = this.search.manner.radius * Math.sqrt(this.expansion.value) || 1;
    }

    /** One trial step, taken if F falls enough. */
    async iterate(): Promise<void> {
        const { gradient, gaussNewton, hessian, value, noise } = this.expansion;
        const free = this.freeCoordinates();
        if (free.length === 0) return this.end('converged');
        const model = this.useNewton ? hessian : gaussNewton;
        const { moved, limited, respond } = this.stepWithinBox(model, free);
        const foretold = -quadratic(gradient, model, moved);
        const negligible = Math.max(this.search.manner.relativeGain * value, noise);
        if (!limited && Math.abs(foretold) <= negligible) {
            if (this.useNewton) return this.finish(add(this.point, moved));
            this.useNewton = true;
            return;
        }
        const limit = this.limitReached();
        if (limit !== null) return this.end(limit);

        const trial = limited && !this.useNewton ? await this.bentStep(moved, respond) : add(this.point, moved);
        if (foretold > 0) await this.expandAt(trial, this.there);
        const actual = foretold > 0 ? value - this.there.value : -Infinity;
        this.chooseModel(moved, actual);
        this.adaptRadius(moved, actual / foretold, limited);
        if (actual > 1e-4 * foretold && actual > 0) this.moveTo(trial);
        else if (foretold > 0 && foretold <= 10 * negligible) this.end('converged');
        else if (this.radius <= 1e-14 * this.length(this.point)) this.end('step-too-small');
    }

    private limitReached(): LocalStop | null {
        if (this.search.criterion.pacer.isOutOfTime) return 'time-limit';
        return ++this.iterations > this.search.iterations ? 'iteration-limit' : null;
    }

    /**
     * The model's step; a coordinate that it would carry over a bound goes to the bound, and the others answer to that.
     */
    private stepWithinBox(model: Float64Array, free: readonly number[]): StepWithinBox {
        const moved = new Float64Array(this.point.length);
        let slope = this.expansion.gradient;
        let inside = free;
        for (;;) {
            const { step, limited, respond } = trustRegionStep(slope, model, this.scale, inside, this.radius);
            const crossing = inside.filter((j) => step[j] !== this.withinBox(j, step[j]));
            for (const j of crossing.length > 0 ? crossing : inside) moved[j] = this.withinBox(j, step[j]);
            inside = inside.filter((j) => !crossing.includes(j));
            if (crossing.length === 0 || inside.length === 0) return { moved, limited, respond };
            slope = gradientAfter(this.expansion.gradient, model, moved);
        }
    }

    /**
     * In a narrow bent valley straight steps must be short. A second-order correction along the valley makes them long:
     * geodesic acceleration, trusted while it is small beside the step (Transtrum and Sethna 2012, arXiv 1201.5885).
     */
    private async bentStep(moved: Float64Array, respond: Respond): Promise<Float64Array> {
        const { criterion, sample, loss, coordinates } = this.search;
        const rate = ratesOf(this.parameters, coordinates);
        const velocity = moved.map((v, j) => v * rate[j]);
        const acceleration = moved.map((v, j) => (coordinates[j] === 0 ? 0 : v * v * rate[j]));
        const bending = await criterion.bending(sample, loss, this.parameters, velocity, acceleration);
        const correction = respond(bending.map((slope, j) => slope * rate[j]));
        const straight = add(this.point, moved);
        const isSmall = 2 * this.length(correction) <= 0.75 * this.length(moved);
        return isSmall ? clamp(add(straight, correction, 0.5), this.box) : straight;
    }

    private withinBox(j: number, step: number): number {
        return Math.min(this.box.upper[j] - this.point[j], Math.max(this.box.lower[j] - this.point[j], step));
    }

    /** The last step gains nothing that can be measured in F, but digits of the parameters. */
    private async finish(point: Float64Array): Promise<void> {
        const { value, noise } = this.expansion;
        if ((await this.valueAt(point)) <= value + noise) {
            this.parameters = toParameters(point, this.search.coordinates);
        }
        this.end('converged');
    }

    private end(stop: LocalStop): void {
        this.stop = stop;
    }

    private moveTo(trial: Float64Array): void {
        this.point = trial;
        this.parameters = toParameters(trial, this.search.coordinates);
        [this.expansion, this.there] = [this.there, this.expansion];
        this.updateScale();
    }

    /** Most trial steps are taken, so that they are expanded about at once. */
    private async expandAt(point: Float64Array, into: Expansion): Promise<void> {
        const { criterion, sample, loss, coordinates } = this.search;
        const parameters = toParameters(point, coordinates);
        await criterion.expand(sample, loss, parameters, into);
        changeCoordinates(into, parameters, coordinates);
    }

    private updateScale(): void {
        const size = this.point.length;
        for (let j = 0; j < size; j++) {
            const length = Math.sqrt(this.expansion.gaussNewton[j * size + j]);
            this.scale[j] = Math.max(this.scale[j], length) || 1;
        }
    }

    private valueAt(point: Float64Array): Promise<number> {
        const { criterion, sample, loss, coordinates } = this.search;
        return criterion.value(sample, loss, toParameters(point, coordinates));
    }

    /** Those not held at a bound by the gradient. */
    private freeCoordinates(): number[] {
        const { point, box } = this;
        const { gradient } = this.expansion;
        const free: number[] = [];
        for (let j = 0; j < point.length; j++) {
            const isHeld = gradient[j] > 0 ? point[j] <= box.lower[j] : point[j] >= box.upper[j];
            if (gradient[j] !== 0 && !isHeld) free.push(j);
        }
        return free;
    }

    /** Follow the model that was nearer to what happened. */
    private chooseModel(moved: Float64Array, actual: number): void {
        if (!Number.isFinite(actual)) return;
        const { gradient, gaussNewton, hessian } = this.expansion;
        const error = (matrix: Float64Array): number => Math.abs(actual + quadratic(gradient, matrix, moved));
        this.useNewton = error(hessian) <= error(gaussNewton);
    }

    private adaptRadius(moved: Float64Array, ratio: number, limited: boolean): void {
        const length = this.length(moved);
        if (!(ratio >= 0.25)) this.radius = 0.25 * Math.min(length, this.radius);
        else if (ratio > 0.75 && limited) this.radius = Math.max(this.radius, 2.5 * length);
    }

    private length(vector: Float64Array): number {
        let sum = 0;
        for (let j = 0; j < vector.length; j++) sum += (vector[j] * this.scale[j]) ** 2;
        return Math.sqrt(sum);
    }
}

function quadratic(gradient: Float64Array, matrix: Float64Array, step: Float64Array): number {
    const size = step.length;
    let sum = 0;
    for (let j = 0; j < size; j++) {
        let row = 0;
        for (let k = 0; k < size; k++) row += matrix[j * size + k] * step[k];
        sum += step[j] * (gradient[j] + 0.5 * row);
    }
    return sum;
}

function clamp(point: Float64Array, box: Box): Float64Array {
    const clamped = new Float64Array(point.length);
    for (let j = 0; j < point.length; j++) clamped[j] = Math.min(box.upper[j], Math.max(box.lower[j], point[j]));
    return clamped;
}

/** a + s·b */
function add(a: Float64Array, b: Float64Array, s = 1): Float64Array {
    const sum = new Float64Array(a.length);
    for (let j = 0; j < a.length; j++) sum[j] = a[j] + s * b[j];
    return sum;
}

/** The gradient of the model after a step. */
function gradientAfter(gradient: Float64Array, matrix: Float64Array, step: Float64Array): Float64Array {
    const size = step.length;
    const after = gradient.slice();
    for (let j = 0; j < size; j++) for (let k = 0; k < size; k++) after[j] += matrix[j * size + k] * step[k];
    return after;
}
