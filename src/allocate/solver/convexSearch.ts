/**
 * Where objective and constraints are convex in u, one local search finds the global optimum, and a point that comes nearest to all
 * constraints proves that none meets them: with λ_i the violations there, Σ λ_i c_i has its smallest value there, and it is positive
 * (Boyd and Vandenberghe, Convex Optimization, section 5.8, theorems of alternatives).
 */
import { leadToConstraints, type NearbyPoint } from './feasibility.js';
import { minimize, type SmoothFunction } from './newton.js';
import type { Program } from './program.js';
import { sownRange } from './searchBox.js';
import { norm } from './vectors.js';

/** In u: a violation that counts as none. */
const FEASIBLE = 1e-6;
const STATIONARY = 1e-12;

/** A point from which to search, as near to the constraints as can be found from a start or from the middle; undefined where nothing is computable. */
export function nearConstraints(program: Program, start: Float64Array | undefined): NearbyPoint | undefined {
    return leadToConstraints(program, start ?? middleOf(program), FEASIBLE);
}

/** The point from a start on at which the sum of the squared violations is least; undefined where the constraints are met there. */
export function nearestOutside(program: Program, start: Float64Array): Float64Array | undefined {
    if (leadToConstraints(program, start, FEASIBLE)?.violation === 0) return undefined;
    return minimize(new SquaredViolations(program), start, STATIONARY);
}

function middleOf(program: Program): Float64Array {
    return Float64Array.from({ length: program.n }, (_, j) => {
        const [lower, upper] = sownRange(program.box, j);
        return (lower + upper) / 2;
    });
}

/** Whether it is proven that no point meets all constraints. These must be convex. */
export function isProvenInfeasible(program: Program, start: Float64Array): boolean {
    const violations = new SquaredViolations(program);
    const nearest = violations.expand(minimize(violations, start, STATIONARY));
    if (nearest === undefined) return false;
    // Σ λ_i c_i is 2·value here, and falls by no more than its slope over the width of the box.
    return 2 * nearest.value > norm(nearest.gradient) * norm(widthOf(program)) + FEASIBLE ** 2;
}

function widthOf({ box }: Program): Float64Array {
    return box.upper.map((end, j) => end - box.lower[j]);
}

/** ½ Σ c_i² over what is violated. */
class SquaredViolations implements SmoothFunction {
    constructor(private readonly program: Program) {}

    value(u: Float64Array): number {
        if (!this.program.evaluate(u)) return Infinity;
        return this.weights().reduce((total, weight) => total + weight * weight, 0) / 2;
    }

    expand(u: Float64Array): { value: number; gradient: Float64Array; hessian: Float64Array } | undefined {
        const { program } = this;
        if (!program.expand(u)) return undefined;
        const { n, m, jacobian } = program;
        const weights = this.weights();
        const gradient = new Float64Array(n);
        const hessian = new Float64Array(n * n);
        program.addCurvature(0, weights, hessian);
        let value = 0;
        for (let i = 0; i < m; i++) {
            if (weights[i] === 0) continue;
            value += weights[i] ** 2 / 2;
            for (let j = 0; j < n; j++) {
                gradient[j] += weights[i] * jacobian[i * n + j];
                for (let k = 0; k < n; k++) hessian[j * n + k] += jacobian[i * n + j] * jacobian[i * n + k];
            }
        }
        return { value, gradient, hessian };
    }

    private weights(): Float64Array {
        return this.program.constraints.map((excess, i) => (this.program.isEquality(i) ? excess : Math.max(0, excess)));
    }
}
