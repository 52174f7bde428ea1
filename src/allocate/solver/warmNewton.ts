/**
 * The optimum of a question that differs little from one already answered: Newton's method on the Karush–Kuhn–Tucker conditions of
 * the constraints that were active there (Nocedal and Wright, Numerical Optimization, 2nd ed., equation 18.6),
 *
 *     | W  Aᵀ | |  p |     | ∇φ |
 *     | A  0  | | λ⁺ | = − |  c |      W = ∇²φ + Σ λ_i ∇²c_i,
 *
 * without allocating anything: it is asked for thousands of draws.
 */
import type { Piece } from './pieces.js';
import type { Program } from './program.js';
import { largest } from './vectors.js';

const MOST_STEPS = 12;
/** In u. */
const LONGEST_STEP = 3;
/** In u: Newton's method squares its error, so after a step this short what is left is below a part in 10^9. */
const LAST_STEP = 1e-5;
/** Relative to the largest of its row: a smaller pivot leaves the step open. */
const SINGULAR = 1e-12;
const NEGATIVE = 1e-9;
/** In u. */
const OUTSIDE = 1e-9;

/** Scaled: a constraint that is left out must not come this close. */
const CLEAR = 1e-4;

export class WarmNewton {
    /** Where the last search ended. */
    readonly u: Float64Array;
    private readonly size: number;
    private readonly matrix: Float64Array;
    private readonly right: Float64Array;
    private readonly multipliers: Float64Array;
    private readonly start: Float64Array;
    private readonly startMultipliers: Float64Array;
    private readonly inactive: readonly number[];
    /** That of the optimum, where formulas are in pieces. */
    private readonly piece: Piece | undefined;
    private isReady: boolean;

    /** `optimum` is that of the program as it stands now. */
    constructor(
        private readonly program: Program,
        optimum: Float64Array,
        private readonly active: readonly number[],
    ) {
        this.size = program.n + active.length;
        this.u = new Float64Array(program.n);
        this.matrix = new Float64Array(this.size * this.size);
        this.right = new Float64Array(this.size);
        this.multipliers = new Float64Array(active.length);
        this.start = optimum.slice();
        this.startMultipliers = new Float64Array(active.length);
        this.inactive = [...program.choice.constraints.keys()].filter((constraint) => !active.includes(constraint));
        this.piece = program.kinked?.pieces.at(optimum);
        // At a kink the pieces that meet there must be compared.
        this.isReady = active.length <= program.n && !active.some((constraint) => program.isGuard(constraint));
        this.isReady = this.solve();
        if (this.isReady) this.anchor();
    }

    /** Whether there is an optimum with the same active constraints, and no other constraint comes near. `start`: a place nearer to it. */
    solve(start: Float64Array = this.start): boolean {
        this.multipliers.set(this.startMultipliers);
        this.u.set(start);
        return this.isReady && this.search();
    }

    /** Searches begin from now on where the last one ended. */
    anchor(): void {
        this.start.set(this.u);
        this.startMultipliers.set(this.multipliers);
    }

    private search(): boolean {
        const { u, program, right } = this;
        if (this.piece) program.kinked!.pieces.take(this.piece);
        for (let count = 0; count < MOST_STEPS; count++) {
            program.functions.expand(u);
            this.assemble();
            const sign = eliminate(this.matrix, right, this.size);
            const length = this.lengthOfStep();
            if (sign === 0 || !(length <= LONGEST_STEP)) return false;
            for (let j = 0; j < u.length; j++) u[j] += right[j];
            for (let i = 0; i < this.multipliers.length; i++) this.multipliers[i] = right[u.length + i];
            if (length <= LAST_STEP) {
                return this.isMinimum(sign) && this.isInside() && this.isClear() && this.pullsOutward();
            }
        }
        return false;
    }

    private isClear(): boolean {
        const { functions, choice } = this.program;
        for (const constraint of this.inactive) {
            if (!(functions.values[choice.constraints[constraint]] < -CLEAR)) return false;
        }
        return true;
    }

    private lengthOfStep(): number {
        let length = 0;
        for (let j = 0; j < this.u.length; j++) length = Math.max(length, Math.abs(this.right[j]));
        return Number.isNaN(this.right[0]) ? NaN : length;
    }

    private assemble(): void {
        const { program, matrix, right, size, active, multipliers } = this;
        const { n, functions, choice } = program;
        const { values, gradients, hessians } = functions;
        matrix.fill(0);
        const goal = choice.objective;
        for (let j = 0; j < n; j++) {
            right[j] = -choice.sense * gradients[goal * n + j];
            for (let k = 0; k < n; k++) matrix[j * size + k] = choice.sense * hessians[(goal * n + j) * n + k];
        }
        for (let i = 0; i < active.length; i++) {
            const row = n + i;
            const f = choice.constraints[active[i]];
            if (f === undefined) {
                this.assembleBound(active[i] - choice.constraints.length, row);
                continue;
            }
            right[row] = -values[f];
            for (let j = 0; j < n; j++) {
                matrix[row * size + j] = matrix[j * size + row] = gradients[f * n + j];
                for (let k = 0; k < n; k++) {
                    matrix[j * size + k] += multipliers[i] * hessians[(f * n + j) * n + k];
                }
            }
        }
    }

    /** Bounds follow the formulas: for each variable its lower, then its upper one. */
    private assembleBound(bound: number, row: number): void {
        const { program, matrix, right, size, u } = this;
        const j = bound >> 1;
        const isLower = bound % 2 === 0;
        matrix[row * size + j] = matrix[j * size + row] = isLower ? -1 : 1;
        right[row] = isLower ? u[j] - program.box.lower[j] : program.box.upper[j] - u[j];
    }

    /** Where all is convex it is; with one free direction the sign of the determinant tells. */
    private isMinimum(sign: number): boolean {
        const { n, choice } = this.program;
        const free = n - this.active.length;
        if (free === 0 || (choice.hasConvexObjective && choice.hasConvexConstraints)) return true;
        return free === 1 && sign === (this.active.length % 2 === 0 ? 1 : -1);
    }

    private isInside(): boolean {
        const { lower, upper } = this.program.box;
        for (let j = 0; j < this.u.length; j++) {
            if (!(this.u[j] >= lower[j] - OUTSIDE && this.u[j] <= upper[j] + OUTSIDE)) return false;
        }
        return true;
    }

    /** Whether no inequality holds back what would improve within it. */
    private pullsOutward(): boolean {
        const tolerance = NEGATIVE * largest(this.multipliers);
        for (let i = 0; i < this.active.length; i++) {
            if (!this.program.isEquality(this.active[i]) && this.multipliers[i] < -tolerance) return false;
        }
        return true;
    }
}

/** Solves a linear system in place by elimination with row pivots; answers the sign of the determinant, 0 where it is singular. */
function eliminate(matrix: Float64Array, right: Float64Array, size: number): number {
    let sign = 1;
    for (let column = 0; column < size; column++) {
        const pivot = pivotRow(matrix, column, size);
        const value = matrix[pivot * size + column];
        if (!(Math.abs(value) > SINGULAR * scaleOf(matrix, pivot, size))) return 0;
        if (pivot !== column) {
            swapRows(matrix, right, pivot, column, size);
            sign = -sign;
        }
        if (value < 0) sign = -sign;
        for (let row = column + 1; row < size; row++) {
            const factor = matrix[row * size + column] / value;
            if (factor === 0) continue;
            for (let k = column; k < size; k++) matrix[row * size + k] -= factor * matrix[column * size + k];
            right[row] -= factor * right[column];
        }
    }
    for (let row = size - 1; row >= 0; row--) {
        for (let k = row + 1; k < size; k++) right[row] -= matrix[row * size + k] * right[k];
        right[row] /= matrix[row * size + row];
    }
    return sign;
}

function pivotRow(matrix: Float64Array, column: number, size: number): number {
    let best = column;
    for (let row = column + 1; row < size; row++) {
        if (Math.abs(matrix[row * size + column]) > Math.abs(matrix[best * size + column])) best = row;
    }
    return best;
}

/** The largest of a row: what its pivot is compared with. */
function scaleOf(matrix: Float64Array, row: number, size: number): number {
    let scale = 0;
    for (let k = 0; k < size; k++) scale = Math.max(scale, Math.abs(matrix[row * size + k]));
    return scale;
}

function swapRows(matrix: Float64Array, right: Float64Array, a: number, b: number, size: number): void {
    for (let k = 0; k < size; k++) {
        const kept = matrix[a * size + k];
        matrix[a * size + k] = matrix[b * size + k];
        matrix[b * size + k] = kept;
    }
    const kept = right[a];
    right[a] = right[b];
    right[b] = kept;
}
