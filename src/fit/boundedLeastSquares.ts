/**
 * Linear least squares within bounds, exactly: minimise ‖Σ xₖ aₖ − b‖ with lower ≤ x ≤ upper, by an active set (Stark and
 * Parker 1995, Bounded-variable least squares, Computational Statistics 10).
 */
import type { Box } from './coordinates.js';
import { leastSquares } from './linearAlgebra.js';

/** A gradient smaller than this, relative to what could be gained, is rounding. */
const TOLERANCE = 1e-12;

/** `columns` and `target` are overwritten where no bound matters, which is the common case. */
export function boundedLeastSquares(
    columns: readonly Float64Array[],
    target: Float64Array,
    box: { readonly lower: ArrayLike<number>; readonly upper: ArrayLike<number> },
): Float64Array {
    if (!columns.some((_, k) => Number.isFinite(box.lower[k]) || Number.isFinite(box.upper[k]))) {
        return leastSquares(columns, target, target.length);
    }
    const bounds = { lower: Float64Array.from(box.lower), upper: Float64Array.from(box.upper) };
    return new ActiveSet(columns, target, bounds).solve();
}

class ActiveSet {
    private readonly solution: Float64Array;
    /** Whether a variable may move. */
    private readonly isFree: boolean[];

    constructor(
        private readonly columns: readonly Float64Array[],
        private readonly target: Float64Array,
        private readonly box: Box,
    ) {
        const unbounded = leastSquares(columns.map(copy), copy(target), target.length);
        this.solution = unbounded.map((value, k) => this.within(k, value));
        this.isFree = [...unbounded].map((value, k) => value === this.solution[k]);
    }

    solve(): Float64Array {
        // Each set of free variables is met once, as the objective falls; the limit only guards against rounding.
        for (let round = 0; round < 10 * this.columns.length; round++) {
            while (!this.moveFreeVariables());
            if (!this.release()) break;
        }
        return this.solution;
    }

    /** To the optimum of the free variables, or on the way there to the first bound, which then holds. */
    private moveFreeVariables(): boolean {
        const free = this.isFree.flatMap((isFree, k) => (isFree ? [k] : []));
        if (free.length === 0) return true;
        const change = leastSquares(
            free.map((k) => copy(this.columns[k])),
            this.residuals(),
            this.target.length,
        );
        let share = 1;
        let blocked: number | null = null;
        free.forEach((k, index) => {
            const end = this.solution[k] + change[index];
            if (this.within(k, end) === end) return;
            const room = (this.within(k, end) - this.solution[k]) / change[index];
            if (room < share) [share, blocked] = [room, k];
        });
        free.forEach((k, index) => (this.solution[k] = this.within(k, this.solution[k] + share * change[index])));
        if (blocked === null) return true;
        this.solution[blocked] = this.nearerBound(blocked);
        this.isFree[blocked] = false;
        return false;
    }

    /** Frees the variable that gains most by leaving its bound; false where none gains. */
    private release(): boolean {
        const rest = this.residuals();
        const size = Math.sqrt(dot(rest, rest));
        let [best, most] = [-1, TOLERANCE];
        this.columns.forEach((column, k) => {
            if (this.isFree[k] || this.box.lower[k] === this.box.upper[k]) return;
            const pull = dot(column, rest) / (Math.sqrt(dot(column, column)) * size);
            const inward = this.solution[k] <= this.box.lower[k] ? pull : -pull;
            if (inward > most) [best, most] = [k, inward];
        });
        if (best < 0) return false;
        this.isFree[best] = true;
        return true;
    }

    private residuals(): Float64Array {
        const rest = copy(this.target);
        this.columns.forEach((column, k) => {
            for (let i = 0; i < rest.length; i++) rest[i] -= this.solution[k] * column[i];
        });
        return rest;
    }

    private within(k: number, value: number): number {
        return Math.min(this.box.upper[k], Math.max(this.box.lower[k], value));
    }

    private nearerBound(k: number): number {
        const { lower, upper } = this.box;
        return Math.abs(this.solution[k] - lower[k]) <= Math.abs(this.solution[k] - upper[k]) ? lower[k] : upper[k];
    }
}

function copy(values: Float64Array): Float64Array {
    return values.slice();
}

function dot(a: Float64Array, b: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
    return sum;
}
