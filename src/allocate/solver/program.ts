/**
 * A nonlinear program in u = ln x: minimise ±f subject to some of the formulas being ≤ 0 or = 0, and to a box.
 *
 * Constraints are numbered: first the chosen formulas, then for every variable its lower and its upper bound. Where the user
 * gave no bound, the edge of the search range stands in for it: an optimum there is none.
 */
import type { LogSpaceFunctions } from './logSpace.js';
import type { Pieces } from './pieces.js';
import { norm } from './vectors.js';

export interface Box {
    /** In u. */
    readonly lower: Float64Array;
    readonly upper: Float64Array;
    /** Beyond these no search goes: the bounds, or tighter where a constraint says so. */
    readonly least: Float64Array;
    readonly most: Float64Array;
    /** Whether a bound is only the edge of the search range. */
    readonly lowerIsEdge: readonly boolean[];
    readonly upperIsEdge: readonly boolean[];
}

export interface Choice {
    /** The function to minimise, and 1, or −1 to maximise it. */
    readonly objective: number;
    readonly sense: 1 | -1;
    /** The functions that are constraints, and which of them are equalities. */
    readonly constraints: readonly number[];
    readonly equality: readonly boolean[];
    /** Known to be convex in u; equalities among the constraints to be straight. */
    readonly hasConvexObjective: boolean;
    readonly hasConvexConstraints: boolean;
}

/** What a program has beside its functions where these are in pieces. */
export interface Kinked {
    readonly pieces: Pieces;
    /** Roughly the same program in one piece, without steps and without guards. */
    readonly relaxed: Program;
    /** The constraint that is the first guard; the others follow. */
    readonly firstGuard: number;
}

const NEGLIGIBLE = 1e-10;
/** In u. */
const BESIDE = 0.01;

export class Program {
    /** Number of variables, and of constraints with the bounds. */
    readonly n: number;
    readonly m: number;
    /** At the last point. The Jacobian is row-major, m × n. */
    value = NaN;
    readonly gradient: Float64Array;
    readonly constraints: Float64Array;
    readonly jacobian: Float64Array;

    constructor(
        readonly functions: LogSpaceFunctions,
        readonly box: Box,
        readonly choice: Choice,
        /** Undefined where all is smooth. */
        readonly kinked?: Kinked,
    ) {
        this.n = box.lower.length;
        this.m = choice.constraints.length + 2 * this.n;
        this.gradient = new Float64Array(this.n);
        this.constraints = new Float64Array(this.m);
        this.jacobian = new Float64Array(this.m * this.n);
        for (let j = 0; j < this.n; j++) {
            this.jacobian[this.lowerBound(j) * this.n + j] = -1;
            this.jacobian[this.upperBound(j) * this.n + j] = 1;
        }
    }

    lowerBound(variable: number): number {
        return this.choice.constraints.length + 2 * variable;
    }

    upperBound(variable: number): number {
        return this.lowerBound(variable) + 1;
    }

    isEquality(constraint: number): boolean {
        return this.choice.equality[constraint] ?? false;
    }

    /** Whether a constraint keeps the variables in one piece of the formulas. */
    isGuard(constraint: number): boolean {
        const { kinked, choice } = this;
        return kinked !== undefined && constraint >= kinked.firstGuard && constraint < choice.constraints.length;
    }

    /** Which end of the search range a constraint is, if any. */
    edgeOf(constraint: number): { readonly variable: number; readonly end: 'lower' | 'upper' } | undefined {
        const index = constraint - this.choice.constraints.length;
        const variable = index >> 1;
        const end = index % 2 === 0 ? 'lower' : 'upper';
        const isEdge = end === 'lower' ? this.box.lowerIsEdge : this.box.upperIsEdge;
        return index >= 0 && isEdge[variable] ? { variable, end } : undefined;
    }

    /** Fills `value` and `constraints`; false where they cannot be computed. */
    evaluate(u: Float64Array): boolean {
        this.functions.evaluate(u);
        return this.takeValues(u);
    }

    /** Also fills `gradient` and `jacobian`; false where anything cannot be computed. */
    expand(u: Float64Array): boolean {
        this.functions.expand(u);
        const { gradients } = this.functions;
        const { objective, sense, constraints } = this.choice;
        for (let j = 0; j < this.n; j++) {
            this.gradient[j] = sense * gradients[objective * this.n + j];
        }
        constraints.forEach((f, i) => {
            this.jacobian.set(gradients.subarray(f * this.n, (f + 1) * this.n), i * this.n);
        });
        return this.takeValues(u) && this.gradient.every(Number.isFinite) && this.jacobian.every(Number.isFinite);
    }

    /** Whether every variable is within its limits, nearly: formulas need not mean anything beyond. */
    isWithinLimits(u: Float64Array): boolean {
        const { least, most } = this.box;
        return u.every((part, j) => part >= least[j] - BESIDE && part <= most[j] + BESIDE);
    }

    /** How far a constraint is from holding with equality, in u, to first order at the point of the last `expand`. */
    distance(constraint: number): number {
        return this.constraints[constraint] / (this.steepness(constraint) || 1);
    }

    /** The length of a constraint's gradient. */
    steepness(constraint: number): number {
        return norm(this.jacobian.subarray(constraint * this.n, (constraint + 1) * this.n));
    }

    /** The gradient of a constraint, of unit length, at the point of the last `expand`. */
    normal(constraint: number): Float64Array {
        const { n } = this;
        const length = this.steepness(constraint) || 1;
        return this.jacobian.slice(constraint * n, (constraint + 1) * n).map((part) => part / length);
    }

    /** Adds `objectiveWeight`·∇²(±f) + Σ `weights[i]`·∇²c_i at the point of the last `expand`. */
    addCurvature(objectiveWeight: number, weights: Float64Array, into: Float64Array): void {
        const { objective, sense, constraints } = this.choice;
        this.addHessian(objective, sense * objectiveWeight, into);
        constraints.forEach((f, i) => this.addHessian(f, weights[i], into));
    }

    /**
     * Whether, at the point of the last `expand`, the objective depends on a variable in its formula but no longer in its value:
     * it has neither slope nor curvature in it, compared with the others.
     */
    nearsPlateau(variable: number): boolean {
        const { objective } = this.choice;
        const { hessians } = this.functions;
        const influence = Array.from(this.gradient, (slope, j) => {
            const curvature = hessians[(objective * this.n + j) * this.n + j];
            return Math.max(Math.abs(slope), Math.abs(curvature));
        });
        const negligible = influence[variable] <= NEGLIGIBLE * Math.max(...influence);
        return negligible && this.functions.dependsOn(objective, variable);
    }

    private addHessian(f: number, weight: number, into: Float64Array): void {
        if (weight === 0) {
            return;
        }
        const offset = f * this.n * this.n;
        for (let k = 0; k < into.length; k++) {
            into[k] += weight * this.functions.hessians[offset + k];
        }
    }

    private takeValues(u: Float64Array): boolean {
        const { objective, sense, constraints } = this.choice;
        this.value = sense * this.functions.values[objective];
        constraints.forEach((f, i) => (this.constraints[i] = this.functions.values[f]));
        for (let j = 0; j < this.n; j++) {
            this.constraints[this.lowerBound(j)] = this.box.lower[j] - u[j];
            this.constraints[this.upperBound(j)] = u[j] - this.box.upper[j];
        }
        return Number.isFinite(this.value) && this.constraints.every(Number.isFinite);
    }
}
