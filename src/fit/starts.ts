/**
 * Starting points without a guess from the user: a low-discrepancy sequence over the scales of the non-linear
 * parameters (scales.ts), completed by the best values of the linear ones (linearParameters.ts), each scored by the
 * objective itself.
 */
import type { Box, Coordinate } from './coordinates.js';
import type { Criterion } from './criterion.js';
import type { Range } from './dataRanges.js';
import { rangeOf } from './dataRanges.js';
import { LinearSolver, linearParameters } from './linearParameters.js';
import type { Model } from './model.js';
import type { Loss } from './objectives.js';
import type { Pacer } from './pacing.js';
import type { ParameterSpec } from './problem.js';
import type { Sample } from './sample.js';
import { parameterScales } from './scales.js';
import type { Scale } from './scales.js';
import type { Start } from './solver.js';

export interface ScoredStart extends Start {
    readonly score: number;
    /** Its place in the unit cube of the non-linear parameters. */
    readonly place: Float64Array;
}

export class StartGenerator {
    private readonly model: Model;
    /** Those that the sequence ranges over. */
    readonly searched: readonly number[];
    private readonly linear: readonly number[];
    private readonly solver: LinearSolver;
    private readonly scales: ReadonlyMap<string, Scale>;
    private readonly segments: readonly (readonly Segment[])[];
    private readonly steps: Float64Array;
    /** The box without the linear parameters' negative values. */
    private readonly positiveBox: Box;
    /** Candidates so far. */
    drawn = 0;

    constructor(
        private readonly criterion: Criterion,
        private readonly sample: Sample,
        private readonly box: Box,
        private readonly loss: Loss,
        private readonly pacer: Pacer,
    ) {
        const model = (this.model = criterion.model);
        const observed = criterion.ofLog ? sample.target.map(Math.exp) : sample.target;
        const magnitude = rangeOf(observed).magnitude ?? { low: 0, high: 0 };
        this.scales = parameterScales(model, sample, magnitude);
        this.linear = linearParameters(model);
        this.solver = new LinearSolver(model, this.linear, sample, criterion.ofLog);
        this.searched = [...model.parameters.keys()].filter((j) => !this.linear.includes(j));
        this.segments = this.searched.map((j) =>
            segmentsOf(model.parameters[j], this.scales.get(model.parameters[j].name)!),
        );
        this.steps = additiveSteps(this.searched.length);
        const lower = box.lower.map((bound, j) => (this.linear.includes(j) ? Math.max(0, bound) : bound));
        this.positiveBox = { lower, upper: box.upper };
    }

    /** The next `count` points of the sequence that can be computed. */
    async draw(count: number): Promise<ScoredStart[]> {
        const starts: ScoredStart[] = [];
        for (let k = 0; k < count; k++) {
            const index = ++this.drawn;
            const place = this.steps.map((step) => (0.5 + index * step) % 1);
            const parameters = new Float64Array(this.model.parameters.length);
            this.searched.forEach((j, d) => (parameters[j] = valueAt(this.segments[d], place[d])));
            const score = this.complete(parameters);
            if (score < Infinity)
                starts.push({ parameters, coordinates: this.coordinatesAt(parameters), score, place });
            const pause = this.pacer.spend(this.sample.rows * this.operationsPerRow());
            if (pause !== undefined) await pause;
            if (this.searched.length === 0) break;
        }
        return starts;
    }

    /** The least squares of the linear parameters, and the law with its derivatives. */
    private operationsPerRow(): number {
        return (2 + this.linear.length) ** 2 + 4 * (2 + this.model.parameters.length);
    }

    /** The start that the user gives, if any: the others from the middle of their scales. */
    async suggested(): Promise<ScoredStart[]> {
        const { parameters: specs } = this.model;
        if (specs.every(({ start }) => start === undefined)) return [];
        const place = this.steps.map(() => 0.25);
        const parameters = new Float64Array(specs.length);
        this.searched.forEach((j, d) => (parameters[j] = specs[j].start ?? valueAt(this.segments[d], place[d])));
        this.complete(parameters);
        specs.forEach(({ start }, j) => (parameters[j] = start ?? parameters[j]));
        const score = await this.criterion.value(this.sample, this.loss, parameters);
        return score < Infinity ? [{ parameters, coordinates: this.coordinatesAt(parameters), score, place }] : [];
    }

    /**
     * Solves for the linear parameters; where that makes the law incomputable, once more for those that are not
     * negative. Answers the objective.
     */
    private complete(parameters: Float64Array): number {
        const score = this.solver.solve(parameters, this.box, this.loss);
        if (score < Infinity || this.linear.length === 0) return score;
        return this.solver.solve(parameters, this.positiveBox, this.loss);
    }

    /**
     * Logarithms for parameters that scale, with the sign they have at the start; for every other start, of all
     * parameters.
     */
    private coordinatesAt(parameters: Float64Array): Coordinate[] {
        const all = this.drawn % 2 === 1;
        return this.model.parameters.map(({ name }, j) => {
            return all || this.scales.get(name)!.multiplies ? (Math.sign(parameters[j]) as Coordinate) : 0;
        });
    }
}

/** A stretch of the unit interval, and the values it stands for. */
interface Segment {
    readonly weight: number;
    readonly value: (u: number) => number;
}

function segmentsOf(spec: ParameterSpec, scale: Scale): Segment[] {
    const clamp = (value: number): number => Math.min(spec.upper, Math.max(spec.lower, value));
    const segments: Segment[] = [];
    const { magnitude, location } = scale;
    const exponential = (sign: number) => (u: number) => clamp(sign * Math.exp(between(magnitude, u)));
    if (spec.upper > 0) segments.push({ weight: 1, value: exponential(1) });
    if (spec.lower < 0 && !scale.positive) segments.push({ weight: 1, value: exponential(-1) });
    if (location) segments.push({ weight: 2, value: (u) => clamp(between(location, u)) });
    if (Number.isFinite(spec.lower) && Number.isFinite(spec.upper)) {
        segments.push({ weight: 2, value: (u) => spec.lower + u * (spec.upper - spec.lower) });
    }
    return segments;
}

function between(range: Range, u: number): number {
    return range.low + u * (range.high - range.low);
}

function valueAt(segments: readonly Segment[], place: number): number {
    let rest = place * segments.reduce((sum, { weight }) => sum + weight, 0);
    for (const segment of segments) {
        if (rest < segment.weight) return segment.value(rest / segment.weight);
        rest -= segment.weight;
    }
    return segments[segments.length - 1].value(1);
}

/** Roberts' R_d sequence: steps 1/φ, 1/φ², … with φ the positive root of x^(d+1) = x + 1 (Roberts 2018). */
function additiveSteps(dimensions: number): Float64Array {
    let phi = 2;
    for (let i = 0; i < 60; i++) phi = (1 + phi) ** (1 / (dimensions + 1));
    return Float64Array.from({ length: dimensions }, (_, d) => phi ** -(d + 1) % 1);
}
