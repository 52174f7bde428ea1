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
    const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(1, tau));
    const c = 1 / Math.hypot(1, t);
    const s = t * c;
    for (let k = 0; k < n; k++) turn(a, k * n + p, k * n + q, c, s);
    for (let k = 0; k < n; k++) turn(a, p * n + k, q * n + k, c, s);
    for (let k = 0; k < n; k++) turn(vectors, k * n + p, k * n + q, c, s);
    a[p * n + q] = a[q * n + p] = 0;
}

function turn(a: Float64Array, i: number, j: number, c: number, s: number): void {
    const [x, y] = [a[i], a[j]];
    a[i] = c * x - s * y;
    a[j] = s * x + c * y;
}

function sorted(a: Float64Array, vectors: Float64Array, n: number): SymmetricEigen {
    const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[i * n + i] - a[j * n + j]);
    const values = Float64Array.from(order, (i) => a[i * n + i]);
    const permuted = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
        for (let k = 0; k < n; k++) permuted[i * n + k] = vectors[i * n + order[k]];
    }
    return { values, vectors: permuted };
}

/**
 * Least squares by Householder reflections with columns scaled to unit length; directions that the data do not
 * determine get 0. `columns` and `target` are overwritten.
 */
export function leastSquares(columns: readonly Float64Array[], target: Float64Array, rows: number): Float64Array {
    const count = columns.length;
    const solution = new Float64Array(count);
    const lengths = columns.map((column) => norm(column, 0, rows) || 1);
    columns.forEach((column, k) => column.forEach((value, i) => (column[i] = value / lengths[k])));
    const rank = Math.min(count, rows);
    const diagonal = new Float64Array(count);
    for (let k = 0; k < rank; k++) diagonal[k] = reflect(columns, target, rows, k);
    for (let k = rank - 1; k >= 0; k--) {
        let rest = target[k];
        for (let j = k + 1; j < count; j++) rest -= columns[j][k] * solution[j];
        solution[k] = Math.abs(diagonal[k]) <= 1e-13 ? 0 : rest / diagonal[k];
    }
    return solution.map((value, k) => value / lengths[k]);
}

/**
 * Makes column k zero below its diagonal, in all later columns and the target alike; answers the new diagonal element.
 */
function reflect(columns: readonly Float64Array[], target: Float64Array, rows: number, k: number): number {
    const v = columns[k];
    const length = norm(v, k, rows);
    if (length === 0) return 0;
    const diagonal = v[k] > 0 ? -length : length;
    v[k] -= diagonal;
    const scale = -1 / (diagonal * v[k]);
    for (let j = k + 1; j < columns.length; j++) mirror(v, columns[j], k, rows, scale);
    mirror(v, target, k, rows, scale);
    return diagonal;
}

function mirror(v: Float64Array, x: Float64Array, from: number, rows: number, scale: number): void {
    let dot = 0;
    for (let i = from; i < rows; i++) dot += v[i] * x[i];
    const factor = scale * dot;
    for (let i = from; i < rows; i++) x[i] -= factor * v[i];
}

function norm(x: Float64Array, from: number, rows: number): number {
    let largest = 0;
    for (let i = from; i < rows; i++) largest = Math.max(largest, Math.abs(x[i]));
    if (largest === 0 || !Number.isFinite(largest)) return largest;
    let sum = 0;
    for (let i = from; i < rows; i++) sum += (x[i] / largest) ** 2;
    return largest * Math.sqrt(sum);
}
