/**
 * The space of n variables split by some unit normals: an orthonormal basis of what they span, by modified Gram–Schmidt
 * (Golub and Van Loan, Matrix Computations, section 5.2.8), and one of what is orthogonal to them all.
 */
import { addMultiple, dot, norm } from './vectors.js';

/** Normals that leave less than this of their unit length depend on those before them. */
const DEPENDENT = 1e-7;

export class SplitSpace {
    /** Orthonormal: what the normals span, and the rest. */
    readonly range: Float64Array[] = [];
    readonly directions: Float64Array[] = [];
    /** The normals that the range is made of: normal `independent[i]` is Σ_{k ≤ i} `factors[i][k]` · range k. */
    private readonly independent: number[] = [];
    private readonly factors: Float64Array[] = [];

    constructor(
        private readonly normals: readonly Float64Array[],
        n: number,
    ) {
        normals.forEach((normal, index) => this.addNormal(normal, index));
        this.complete(n);
    }

    /** The shortest vector whose product with each independent normal is the given value. */
    shortest(values: readonly number[], n: number): Float64Array {
        const solution = new Float64Array(n);
        const along = new Float64Array(this.range.length);
        for (let i = 0; i < along.length; i++) {
            let rest = values[this.independent[i]];
            for (let k = 0; k < i; k++) {
                rest -= this.factors[i][k] * along[k];
            }
            along[i] = rest / this.factors[i][i];
            addMultiple(solution, along[i], this.range[i]);
        }
        return solution;
    }

    /** The weights of the normals whose sum comes closest to a vector; 0 for those that depend on others. */
    weights(vector: Float64Array): Float64Array {
        const weights = new Float64Array(this.normals.length);
        for (let i = this.range.length - 1; i >= 0; i--) {
            let rest = dot(this.range[i], vector);
            for (let k = i + 1; k < this.range.length; k++) {
                rest -= this.factors[k][i] * weights[this.independent[k]];
            }
            weights[this.independent[i]] = rest / this.factors[i][i];
        }
        return weights;
    }

    private addNormal(normal: Float64Array, index: number): void {
        const rest = normal.slice();
        const factors = new Float64Array(this.range.length + 1);
        this.range.forEach((vector, k) => {
            factors[k] = dot(vector, rest);
            addMultiple(rest, -factors[k], vector);
        });
        const length = norm(rest);
        if (length > DEPENDENT) {
            factors[this.range.length] = length;
            this.independent.push(index);
            this.factors.push(factors);
            this.range.push(rest.map((part) => part / length));
        }
    }

    /** Adds the axes, the one that leaves most first, until nothing is left. */
    private complete(n: number): void {
        if (this.range.length === n) return;
        const rests = Array.from({ length: n }, (_, j) => this.remainder(axis(j, n), this.range));
        for (let missing = n - this.range.length; missing > 0; missing--) {
            const lengths = rests.map(norm);
            const longest = rests[lengths.indexOf(Math.max(...lengths))];
            const found = this.remainder(longest, [...this.range, ...this.directions]);
            const length = norm(found);
            this.directions.push(found.map((part) => part / length));
            rests.forEach((rest) => addMultiple(rest, -dot(rest, this.directions.at(-1)!), this.directions.at(-1)!));
        }
    }

    private remainder(vector: Float64Array, basis: readonly Float64Array[]): Float64Array {
        const rest = vector.slice();
        basis.forEach((other) => addMultiple(rest, -dot(rest, other), other));
        return rest;
    }
}

function axis(j: number, n: number): Float64Array {
    const vector = new Float64Array(n);
    vector[j] = 1;
    return vector;
}
