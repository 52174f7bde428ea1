/**
 * Sharpens a rough optimum to the last digits: Newton's method on the Karush–Kuhn–Tucker conditions
 *
 *     ∇φ + Σ λ_i ∇c_i = 0,   c_i = 0 for the active constraints,   λ_i ≥ 0 for the inequalities among them,
 *
 * by the null-space method (Nocedal and Wright, Numerical Optimization, 2nd ed., sections 18.1 and 16.2): with A the active
 * constraints' unit gradients, a step is the shortest p_n with A p_n = −c, plus Z w, where Z spans the null space of A and
 * (Zᵀ W Z) w = −Zᵀ (∇φ + W p_n), W the Hessian of the Lagrangian. The active set changes until it is the right one (activeSet.ts).
 */
import { symmetricEigen } from '../../fit/linearAlgebra.js';
import { changeOfActiveSet, FEASIBLE } from './activeSet.js';
import { SplitSpace } from './orthogonal.js';
import type { Program } from './program.js';
import { addMultiple, dot, largest, norm } from './vectors.js';

export interface KktPoint {
    readonly u: Float64Array;
    readonly value: number;
    /** The constraints that hold with equality and are needed for the point to be optimal. */
    readonly active: readonly number[];
    /** Directions along which the objective does not change, to second order; unit vectors. */
    readonly flat: readonly Float64Array[];
}

const LONGEST_STEP = 3;
const MOST_STEPS = 150;
const MOST_ACTIVE_SETS = 30;
/** In u: a relative change of the variables. After a step this short, one more makes it exact. */
const CONVERGED = 1e-8;
/** Relative to the largest: slopes and curvatures that count as zero. */
const FLAT = 1e-12;

/** Undefined where Newton's method does not converge to a local minimum from here. */
export function sharpen(program: Program, start: Float64Array, active: readonly number[]): KktPoint | undefined {
    let u = start;
    let set = active;
    for (let round = 0; round < MOST_ACTIVE_SETS; round++) {
        const end = iterate(program, u, set);
        if (!end) {
            return undefined;
        }
        u = end.u;
        const change = changeOfActiveSet(program, set, end.system.multipliers, end.violatedBound);
        if (change === 'none') {
            return localMinimum(program, u, set, end.system);
        }
        if (change === 'impossible') {
            return undefined;
        }
        set = change;
    }
    return undefined;
}

/** Everything that one Newton step is made of. */
interface System {
    readonly step: Float64Array;
    /** Of the active constraints, with unit gradients. */
    readonly multipliers: Float64Array;
    /** Curvatures of the Lagrangian along the feasible directions, and these. */
    readonly curvatures: Float64Array;
    readonly directions: readonly Float64Array[];
    /** What curvatures are compared with. */
    readonly magnitude: number;
}

interface End {
    readonly u: Float64Array;
    readonly system: System;
    /** A bound that the iteration ran through. */
    readonly violatedBound: number | undefined;
}

function iterate(program: Program, start: Float64Array, active: readonly number[]): End | undefined {
    let u = start;
    let last = false;
    for (let count = 0; count < MOST_STEPS; count++) {
        if (!program.expand(u)) {
            return undefined;
        }
        const system = assemble(program, active);
        if (last) {
            return { u, system, violatedBound: undefined };
        }
        const length = largest(system.step);
        if (!Number.isFinite(length)) {
            return undefined;
        }
        last = length <= CONVERGED;
        const scale = length > LONGEST_STEP ? LONGEST_STEP / length : 1;
        u = u.map((part, j) => part + scale * system.step[j]);
        const bound = boundLeft(program, u, active);
        if (bound !== undefined) {
            return program.expand(u) ? { u, system, violatedBound: bound } : undefined;
        }
    }
    return undefined;
}

function assemble(program: Program, active: readonly number[]): System {
    const { n, m, gradient } = program;
    const scales = active.map((constraint) => 1 / (program.steepness(constraint) || 1));
    const normals = active.map((constraint) => program.normal(constraint));
    const space = new SplitSpace(normals, n);
    const normalStep = space.shortest(
        active.map((constraint) => -program.distance(constraint)),
        n,
    );
    const multipliers = space.weights(gradient).map((weight) => -weight);
    const weights = new Float64Array(m);
    active.forEach((constraint, i) => (weights[constraint] = multipliers[i] * scales[i]));
    const hessian = new Float64Array(n * n);
    program.addCurvature(1, weights, hessian);
    const magnitude = Math.max(norm(hessian), norm(gradient));
    const tangent = tangentStep(hessian, gradient, normalStep, space.directions, magnitude);
    addMultiple(normalStep, 1, tangent.step);
    return { ...tangent, step: normalStep, multipliers, magnitude };
}

function tangentStep(
    hessian: Float64Array,
    gradient: Float64Array,
    normalStep: Float64Array,
    basis: readonly Float64Array[],
    magnitude: number,
): Pick<System, 'step' | 'curvatures' | 'directions'> {
    const bent = basis.map((vector) => multiply(hessian, vector));
    const { curvatures, directions } = principalDirections(basis, bent);
    const target = multiply(hessian, normalStep);
    addMultiple(target, 1, gradient);
    const step = new Float64Array(gradient.length);
    directions.forEach((direction, k) => {
        const slope = dot(direction, target);
        if (!isFlat(curvatures[k], slope, magnitude)) {
            addMultiple(step, -slope / curvatures[k], direction);
        }
    });
    return { step, curvatures, directions };
}

/** The directions in the span of a basis along which the curvature is extreme; `bent` is the Hessian times the basis. */
function principalDirections(basis: readonly Float64Array[], bent: readonly Float64Array[]) {
    const k = basis.length;
    if (k < 2) {
        return { curvatures: Float64Array.from(basis, (vector, i) => dot(vector, bent[i])), directions: basis };
    }
    const reduced = Float64Array.from({ length: k * k }, (_, at) => dot(basis[Math.floor(at / k)], bent[at % k]));
    const { values, vectors } = symmetricEigen(reduced, k);
    const directions = Array.from(values, (_, column) => {
        const direction = new Float64Array(basis[0].length);
        basis.forEach((vector, i) => addMultiple(direction, vectors[i * k + column], vector));
        return direction;
    });
    return { curvatures: values, directions };
}

/** Neither slope nor curvature: the objective does not change along this direction. */
function isFlat(curvature: number, slope: number, magnitude: number): boolean {
    return Math.abs(curvature) <= FLAT * magnitude && Math.abs(slope) <= FLAT * magnitude;
}

function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
    const n = vector.length;
    return vector.map((_, i) => dot(matrix.subarray(i * n, (i + 1) * n), vector));
}

function boundLeft(program: Program, u: Float64Array, active: readonly number[]): number | undefined {
    for (let j = 0; j < u.length; j++) {
        const below = u[j] < program.box.lower[j] - FEASIBLE;
        const above = u[j] > program.box.upper[j] + FEASIBLE;
        const bound = below ? program.lowerBound(j) : program.upperBound(j);
        if ((below || above) && !active.includes(bound)) {
            return bound;
        }
    }
    return undefined;
}

function localMinimum(
    program: Program,
    u: Float64Array,
    active: readonly number[],
    system: System,
): KktPoint | undefined {
    const isMet = active.every((constraint) => Math.abs(program.distance(constraint)) <= FEASIBLE);
    const isMinimum = system.curvatures.every((curvature) => curvature >= -1e-6 * system.magnitude);
    if (!isMet || !isMinimum) {
        return undefined;
    }
    const flat = system.directions.filter((_, k) => Math.abs(system.curvatures[k]) <= FLAT * system.magnitude);
    return { u, value: program.value, active, flat };
}
