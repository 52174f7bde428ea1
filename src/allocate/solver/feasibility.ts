/**
 * From any point to a feasible one nearby: Gauss–Newton steps onto the equalities and the violated inequalities, each the
 * shortest that meets their linearisations in the sense of least squares.
 */
import { symmetricEigen } from '../../fit/linearAlgebra.js';
import type { Program } from './program.js';
import { largest, norm } from './vectors.js';

export interface NearbyPoint {
    readonly u: Float64Array;
    /** The largest distance in u to a constraint that is not met; 0 where the point is feasible. */
    readonly violation: number;
    readonly value: number;
}

const MOST_STEPS = 12;
const LONGEST_STEP = 20;
/** Eigenvalues of AᵀA, for unit gradients, that count as zero. */
const DEPENDENT = 1e-8;

/** The point on the way with the smallest violation; undefined where nothing can be computed. */
export function leadToConstraints(program: Program, start: Float64Array, tolerance: number): NearbyPoint | undefined {
    let u = start;
    let best: NearbyPoint | undefined;
    for (let count = 0; count < MOST_STEPS && program.expand(u); count++) {
        const { rows, distances } = violatedConstraints(program);
        const violation = largest(distances);
        if (!best || violation < best.violation) {
            best = { u, violation: violation <= tolerance ? 0 : violation, value: program.value };
        }
        if (best.violation === 0) {
            return best;
        }
        const step = shortestStep(rows, distances, program.n);
        u = u.map((part, j) => part + step[j]);
    }
    return best;
}

/** Unit gradients and, in u, distances of the equalities and of the violated inequalities. */
function violatedConstraints(program: Program) {
    const { m, constraints } = program;
    const violated = Array.from({ length: m }, (_, i) => i).filter((i) => program.isEquality(i) || constraints[i] > 0);
    return {
        rows: violated.map((i) => program.normal(i)),
        distances: Float64Array.from(violated, (i) => program.distance(i)),
    };
}

/** The least-squares step of least length, −A⁺ c, no longer than allowed. */
function shortestStep(rows: readonly Float64Array[], distances: Float64Array, n: number): Float64Array {
    const gram = new Float64Array(n * n);
    const pull = new Float64Array(n);
    rows.forEach((row, i) => {
        for (let j = 0; j < n; j++) {
            pull[j] -= row[j] * distances[i];
            for (let k = 0; k < n; k++) {
                gram[j * n + k] += row[j] * row[k];
            }
        }
    });
    const { values, vectors } = symmetricEigen(gram, n);
    const step = new Float64Array(n);
    for (let k = 0; k < n; k++) {
        if (values[k] > DEPENDENT) {
            const along = pull.reduce((total, part, j) => total + part * vectors[j * n + k], 0) / values[k];
            step.forEach((_, j) => (step[j] += along * vectors[j * n + k]));
        }
    }
    const length = norm(step);
    return length > LONGEST_STEP ? step.map((part) => (part * LONGEST_STEP) / length) : step;
}
