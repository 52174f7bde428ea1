/** Dense linear algebra for a handful of parameters. Matrices are row-major. */

export interface SymmetricEigen {
    /** Ascending. */
    readonly values: Float64Array;
    /** Column k (`vectors[i * n + k]`) is the unit eigenvector of `values[k]`. */
    readonly vectors: Float64Array;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations, which find small eigenvalues to high
 * relative accuracy (Golub and Van Loan, Matrix Computations, section 8.5).
 */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
    const a = Float64Array.from(matrix);
    const vectors = new Float64Array(n * n);
    for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
    for (let sweep = 0; sweep < 30 && !isDiagonal(a, n); sweep++) {
        for (let p = 0; p < n - 1; p++) {
            for (let q = p + 1; q < n; q++) rotate(a, vectors, n, p, q);
        }
    }
    return sorted(a, vectors, n);
}

function isDiagonal(a: Float64Array, n: number): boolean {
    for (let p = 0; p < n - 1; p++) {
        for (let q = p + 1; q < n; q++) {
            const bound = 1e-16 * Math.sqrt(Math.abs(a[p * n + p] * a[q * n + q]));
            if (Math.abs(a[p * n + q]) > bound) return false;
        }
    }
    return true;
}

/** The rotation in the plane of p and q that makes `a[p, q]` zero. */
function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
    const apq = a[p * n + q];
    if (apq === 0) return;
    const tau = (a[q * n + q] - a[p * n + p]) / (2 * apq);
    const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
    const c = 1 / Math.sqrt(1 + t * t);
    const s = t * c;
    turn(a, n, p, q, n, c, s);
    turn(a, n, p * n, q * n, 1, c, s);
    turn(vectors, n, p, q, n, c, s);
    a[p * n + q] = a[q * n + p] = 0;
}

/** Rotates n pairs of elements, the first at i and j, the next `stride` further. */
function turn(a: Float64Array, n: number, i: number, j: number, stride: number, c: number, s: number): void {
    for (let k = 0; k < n; k++) {
        const x = a[i];
        const y = a[j];
        a[i] = c * x - s * y;
        a[j] = s * x + c * y;
        i += stride;
        j += stride;
    }
}

function sorted(a: Float64Array, vectors: Float64Array, n: number): SymmetricEigen {
    const order = new Uint8Array(n);
    for (let i = 0; i < n; i++) {
        let place = i;
        for (; place > 0 && a[order[place - 1] * (n + 1)] > a[i * (n + 1)]; place--) order[place] = order[place - 1];
        order[place] = i;
    }
    const values = new Float64Array(n);
    const permuted = new Float64Array(n * n);
    for (let k = 0; k < n; k++) {
        values[k] = a[order[k] * (n + 1)];
        for (let i = 0; i < n; i++) permuted[i * n + k] = vectors[i * n + order[k]];
    }
    return { values, vectors: permuted };
}

/**
 * L of A = L Lᵀ for a matrix of unit diagonal, or null where A is not safely positive definite: a pivot below `least`.
 */
export function cholesky(matrix: Float64Array, n: number, least: number): Float64Array | null {
    const lower = new Float64Array(n * n);
    for (let j = 0; j < n; j++) {
        let pivot = matrix[j * n + j];
        for (let k = 0; k < j; k++) pivot -= lower[j * n + k] ** 2;
        if (!(pivot >= least)) return null;
        const diagonal = Math.sqrt(pivot);
        lower[j * n + j] = diagonal;
        for (let i = j + 1; i < n; i++) {
            let sum = matrix[i * n + j];
            for (let k = 0; k < j; k++) sum -= lower[i * n + k] * lower[j * n + k];
            lower[i * n + j] = sum / diagonal;
        }
    }
    return lower;
}

/** x of L x = b. */
export function forwardSolve(lower: Float64Array, n: number, b: Float64Array): Float64Array {
    const x = b.slice();
    for (let i = 0; i < n; i++) {
        for (let k = 0; k < i; k++) x[i] -= lower[i * n + k] * x[k];
        x[i] /= lower[i * n + i];
    }
    return x;
}

/** x of L Lᵀ x = b. */
export function choleskySolve(lower: Float64Array, n: number, b: Float64Array): Float64Array {
    const x = forwardSolve(lower, n, b);
    for (let i = n - 1; i >= 0; i--) {
        for (let k = i + 1; k < n; k++) x[i] -= lower[k * n + i] * x[k];
        x[i] /= lower[i * n + i];
    }
    return x;
}

/** a·x, of the first `rows` elements. */
export function dot(a: Float64Array, x: Float64Array, rows = a.length): number {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += a[i] * x[i];
    return sum;
}

/** A x, of a matrix with as many rows as columns. */
export function multiply(matrix: Float64Array, x: Float64Array): Float64Array {
    return x.map((_, j) => dot(matrix.subarray(j * x.length), x, x.length));
}

/** A + x xᵀ, in place of A. */
export function addOuter(matrix: Float64Array, x: Float64Array): void {
    for (let j = 0; j < x.length; j++) {
        for (let k = 0; k < x.length; k++) matrix[j * x.length + k] += x[j] * x[k];
    }
}

/** A + the sums of products of any two columns, weighted by row, in place of A. */
export function addProducts(matrix: Float64Array, columns: readonly Float64Array[], weights: Float64Array): void {
    for (let j = 0; j < columns.length; j++) {
        for (let k = 0; k < columns.length; k++) {
            let sum = 0;
            for (let i = 0; i < weights.length; i++) sum += weights[i] * columns[j][i] * columns[k][i];
            matrix[j * columns.length + k] += sum;
        }
    }
}

/** y + factor·x, in place of y. */
export function addMultiple(y: Float64Array, factor: number, x: Float64Array): void {
    for (let i = 0; i < y.length; i++) y[i] += factor * x[i];
}

/**
 * Least squares by Householder reflections with columns scaled to unit length; directions that the data do not
 * determine get 0. `columns` and `target` are overwritten.
 */
export function leastSquares(columns: readonly Float64Array[], target: Float64Array, rows: number): Float64Array {
    const count = columns.length;
    const solution = new Float64Array(count);
    const lengths = columns.map((column) => norm(column, 0, rows) || 1);
    for (let k = 0; k < count; k++) divide(columns[k], lengths[k], rows);
    const system = [...columns, target];
    const independent: number[] = [];
    const diagonal: number[] = [];
    for (let k = 0; k < count && independent.length < rows; k++) {
        if (norm(columns[k], independent.length, rows) <= DEPENDENT) continue;
        diagonal.push(reflect(system, rows, k, independent.length));
        independent.push(k);
    }
    for (let row = independent.length - 1; row >= 0; row--) {
        let rest = target[row];
        for (let p = row + 1; p < independent.length; p++) {
            rest -= columns[independent[p]][row] * solution[independent[p]];
        }
        solution[independent[row]] = rest / diagonal[row];
    }
    return solution.map((value, k) => value / lengths[k]);
}

/** What is left of a column of unit length that depends on those before it. */
const DEPENDENT = 1e-13;

/** The Householder reflection that makes column k zero below a row; answers its new element in that row. */
export function reflect(columns: readonly Float64Array[], rows: number, k: number, row = k): number {
    const v = columns[k];
    const length = norm(v, row, rows);
    if (length === 0) return 0;
    const diagonal = v[row] > 0 ? -length : length;
    v[row] -= diagonal;
    const scale = -1 / (diagonal * v[row]);
    for (let j = k + 1; j < columns.length; j++) mirror(v, columns[j], row, rows, scale);
    return diagonal;
}

function mirror(v: Float64Array, x: Float64Array, from: number, rows: number, scale: number): void {
    let dot = 0;
    for (let i = from; i < rows; i++) dot += v[i] * x[i];
    const factor = scale * dot;
    for (let i = from; i < rows; i++) x[i] -= factor * v[i];
}

function divide(x: Float64Array, divisor: number, rows: number): void {
    for (let i = 0; i < rows; i++) x[i] /= divisor;
}

/** Scales only where the squares would leave the range of numbers. */
function norm(x: Float64Array, from: number, rows: number): number {
    let sum = 0;
    for (let i = from; i < rows; i++) sum += x[i] * x[i];
    if (sum > 1e-250 && sum < 1e250) return Math.sqrt(sum);
    let largest = 0;
    for (let i = from; i < rows; i++) largest = Math.max(largest, Math.abs(x[i]));
    if (largest === 0 || !Number.isFinite(largest)) return largest;
    sum = 0;
    for (let i = from; i < rows; i++) sum += (x[i] / largest) ** 2;
    return largest * Math.sqrt(sum);
}
