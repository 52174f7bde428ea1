/**
 * Profile-likelihood intervals (Bates and Watts 1988, Nonlinear Regression Analysis, chapter 6). With P(v) the least F when a
 * parameter is held at v and all others adapt, the interval holds the v for which
 *
 *     P(v) − F̂ ≤ ½ t² · Var θ/(H⁻¹)
 *
 * t is the quantile of Student's distribution. For squares the right side is s² F₀.₉₅(1, n − p), the classical one.
 * For other losses F is no likelihood, and its rise is worth as much as the ratio of the sandwich to the inverse Hessian says
 * (Kent 1982, Biometrika 69; Heritier and Ronchetti 1994, J. Am. Statist. Assoc. 89). Unlike the interval from standard
 * errors, this one follows the bends of the law, and may have no end.
 */
import type { Asymptotics } from './asymptotics.js';
import { Criterion } from './criterion.js';
import { studentQuantile } from './distributions.js';
import type { Pacer } from './pacing.js';
import { boundsOf } from './reach.js';
import type { Effect } from './reach.js';
import type { OpenInterval } from './result.js';
import type { Sample } from './sample.js';
import type { LocalSolver, Solution } from './solver.js';

export interface ProfileTask {
    readonly criterion: Criterion;
    readonly sample: Sample;
    /** The optimum. */
    readonly best: Solution;
    readonly asymptotics: Asymptotics;
    /** A local solver for the same objective under other bounds. */
    readonly solverFor: (criterion: Criterion) => LocalSolver;
    readonly effect: Effect;
    readonly pacer: Pacer;
}

/** An end is null where the profile does not reach the cut-off: the data set no limit there. */
export async function profileInterval(task: ProfileTask, parameter: number): Promise<OpenInterval | null> {
    const variance = task.asymptotics.variances[parameter];
    const inverseCurvature = task.asymptotics.inverseCurvatures[parameter];
    const degrees = task.asymptotics.degrees[parameter];
    if (variance === null || inverseCurvature === null || degrees === null) return null;
    const estimate = task.best.parameters[parameter];
    if (variance === 0) return [estimate, estimate];
    const t = studentQuantile(0.975, degrees);
    const cutOff = 0.5 * t * t * (variance / inverseCurvature);
    const reach = t * Math.sqrt(variance);
    const limit = (signed: number): Promise<number | null> => new ProfileSide(task, parameter, cutOff, signed).limit();
    return [await limit(-reach), await limit(reach)];
}

/** A limit is not looked for farther than so many times as far as standard errors foretell it … */
const FARTHEST = 1e4;
/** … nor, of a parameter that scales, farther than by this factor. */
const LARGEST_FACTOR = 1e12;
/** The longest first step of such a one, and how much longer a later one may be than the one before, in its logarithm. */
const LONGEST_STEP = 2;
const LONGEST_LATER_STEP = 10;
/** Precision of a limit, relative to its distance from the estimate. */
const PRECISION = 1e-3;
const STEPS = 60;

/** A point of the profile. */
interface Held {
    readonly distance: number;
    /** Of the parameter that is held. */
    readonly value: number;
    /** √((P − F̂)/cut-off), about proportional to the distance: 1 at the limit. */
    readonly root: number;
    readonly parameters: Float64Array;
}

class ProfileSide {
    constructor(
        private readonly task: ProfileTask,
        private readonly parameter: number,
        private readonly cutOff: number,
        /** Where standard errors foretell the limit: how far from the estimate, with its sign. */
        private readonly reach: number,
    ) {}

    /** The bound of the parameter where that is met first, or nothing else limits it; null where there is none. */
    async limit(): Promise<number | null> {
        let inside = this.estimate();
        let outside: Held | null = null;
        for (let distance = 1; outside === null;) {
            const held = await this.hold(distance, inside);
            if (held.root >= 1) outside = held;
            else if (this.isAtBound(held)) return held.value;
            else if (this.isFar(held) || !this.hasEffect(held)) return this.bound();
            else inside = held;
            distance = Math.min(distance * Math.min(4, Math.max(1.5, 1 / held.root)), distance + this.longestStep());
        }
        return this.between(inside, outside);
    }

    /** The limit, by the rule of false position on the root, with bisection where that is slow. */
    private async between(from: Held, to: Held): Promise<number | null> {
        let [inside, outside] = [from, to];
        for (let step = 0; step < STEPS && outside.distance - inside.distance > PRECISION * inside.distance; step++) {
            const share = step % 3 === 2 ? 0.5 : (1 - inside.root) / (outside.root - inside.root) || 0.5;
            const distance = inside.distance + share * (outside.distance - inside.distance);
            const held = await this.hold(distance, inside);
            if (Math.abs(held.root - 1) < PRECISION) return held.value;
            if (held.root < 1 && !this.hasEffect(held)) return this.bound();
            if (held.root < 1) inside = held;
            else outside = held;
        }
        return this.valueAt(0.5 * (inside.distance + outside.distance));
    }

    /** Minimises over the other parameters, from a point of the profile near by. */
    private async hold(distance: number, near: Held): Promise<Held> {
        const { criterion, sample, best, solverFor, pacer } = this.task;
        const value = this.valueAt(distance);
        const { model, ofLog } = criterion;
        const held = model.parameters.map((spec, j) =>
            j === this.parameter ? { ...spec, lower: value, upper: value } : spec,
        );
        const solve = solverFor(new Criterion({ ...model, parameters: held }, ofLog, pacer));
        const parameters = near.parameters.map((p, j) => (j === this.parameter ? value : p));
        const end = await solve({ parameters, coordinates: best.coordinates }, sample, 'full');
        const root = Math.sqrt(Math.max(0, end.value - best.value) / this.cutOff);
        return { distance, value, root, parameters: end.parameters };
    }

    private estimate(): Held {
        const { parameters } = this.task.best;
        return { distance: 0, value: parameters[this.parameter], root: 0, parameters };
    }

    /** What scales moves in its logarithm, as the searches do: it keeps its sign. */
    private valueAt(distance: number): number {
        const { best, criterion } = this.task;
        const p = best.parameters[this.parameter];
        const { lower, upper } = criterion.model.parameters[this.parameter];
        const value = this.isScale() ? p * Math.exp(distance * this.logarithmicStep()) : p + distance * this.reach;
        return Math.min(upper, Math.max(lower, value));
    }

    /** By how much the logarithm of what scales changes in a unit of distance. */
    private logarithmicStep(): number {
        const step = this.reach / this.estimate().value;
        return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
    }

    /** In units of distance. */
    private longestStep(): number {
        return this.isScale() ? LONGEST_LATER_STEP / Math.abs(this.logarithmicStep()) : Infinity;
    }

    private isScale(): boolean {
        return this.task.best.coordinates[this.parameter] !== 0;
    }

    private isAtBound({ value }: Held): boolean {
        return value === this.bound();
    }

    private bound(): number | null {
        const [lower, upper] = boundsOf(this.task.criterion.model.parameters[this.parameter]);
        return this.reach < 0 ? lower : upper;
    }

    private hasEffect({ parameters }: Held): boolean {
        return this.task.effect(parameters, this.parameter);
    }

    private isFar({ distance, value }: Held): boolean {
        const factor = Math.abs(Math.log(value / this.estimate().value));
        return this.isScale() ? factor > Math.log(LARGEST_FACTOR) : distance > FARTHEST;
    }
}
