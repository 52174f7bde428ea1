/**
 * Which constraints hold with equality at an optimum: what is violated comes in and what pulls the wrong way goes out, one at a
 * time. Where as many constraints meet as there are variables, a violated one takes the place of another: of the one whose
 * multiplier is the first to become zero (the ratio test of Goldfarb and Idnani 1983, Mathematical Programming 27).
 */
import { SplitSpace } from './orthogonal.js';
import type { Program } from './program.js';
import { addMultiple, largest, norm } from './vectors.js';

/** Scaled violation that counts as none. */
export const FEASIBLE = 1e-9;
/** Multipliers, relative to the largest, that count as zero. */
const NEGATIVE = 1e-9;
/** A unit normal is made of others where no more than this of it is left. */
const DEPENDENT = 1e-7;

/**
 * The next active set, given the multipliers of this one at a point that meets it, or that ran through `violatedBound`.
 * The program must have been expanded at the point. 'impossible': what is violated contradicts what must hold.
 */
export function changeOfActiveSet(
    program: Program,
    active: readonly number[],
    multipliers: Float64Array,
    violatedBound: number | undefined,
): readonly number[] | 'none' | 'impossible' {
    if (violatedBound !== undefined) {
        return admit(program, active, multipliers, violatedBound);
    }
    const loose = active.find((i) => !program.isEquality(i) && program.distance(i) < -FEASIBLE);
    if (loose !== undefined) {
        return without(active, loose);
    }
    const violated = mostViolated(program);
    if (violated !== undefined) {
        return admit(program, active, multipliers, violated);
    }
    const wrong = mostNegative(program, active, multipliers);
    return wrong === undefined ? 'none' : without(active, wrong);
}

function without(active: readonly number[], constraint: number): number[] {
    return active.filter((other) => other !== constraint);
}

function mostViolated(program: Program): number | undefined {
    const violations = Array.from({ length: program.m }, (_, i) => violation(program, i));
    const worst = Math.max(...violations);
    return worst > FEASIBLE ? violations.indexOf(worst) : undefined;
}

function violation(program: Program, constraint: number): number {
    const distance = program.distance(constraint);
    return program.isEquality(constraint) ? Math.abs(distance) : distance;
}

function admit(
    program: Program,
    active: readonly number[],
    multipliers: Float64Array,
    constraint: number,
): readonly number[] | 'impossible' {
    const normal = program.normal(constraint);
    const normals = active.map((other) => (other === constraint ? normal.map(() => 0) : program.normal(other)));
    const parts = new SplitSpace(normals, program.n).weights(normal);
    const rest = normal.slice();
    normals.forEach((other, i) => addMultiple(rest, -parts[i], other));
    const others = without(active, constraint);
    if (norm(rest) > DEPENDENT) {
        return [...others, constraint];
    }
    const side = Math.sign(program.distance(constraint));
    const leaving = firstToVanish(program, active, multipliers, (i) => side * parts[i]);
    return leaving === undefined ? 'impossible' : [...without(others, leaving), constraint];
}

/** The active inequality whose multiplier is the first to become zero where the multipliers fall by `falls`. */
function firstToVanish(
    program: Program,
    active: readonly number[],
    multipliers: Float64Array,
    falls: (i: number) => number,
): number | undefined {
    let first: number | undefined;
    let shortest = Infinity;
    active.forEach((constraint, i) => {
        const ratio = Math.max(0, multipliers[i]) / falls(i);
        if (!program.isEquality(constraint) && falls(i) > DEPENDENT && ratio < shortest) {
            shortest = ratio;
            first = constraint;
        }
    });
    return first;
}

/** The active inequality whose multiplier is most negative, if any: the objective improves by leaving it. */
function mostNegative(program: Program, active: readonly number[], multipliers: Float64Array): number | undefined {
    let wrong: number | undefined;
    let worst = -NEGATIVE * largest(multipliers);
    active.forEach((constraint, i) => {
        if (!program.isEquality(constraint) && multipliers[i] < worst) {
            worst = multipliers[i];
            wrong = constraint;
        }
    });
    return wrong;
}
