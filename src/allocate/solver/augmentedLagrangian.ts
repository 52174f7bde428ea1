/**
 * A local optimum of a program, roughly, from any start: the augmented Lagrangian method. It minimises
 *
 *     s φ(u) + Σ_eq [ λ h + ρ h²/2 ] + Σ_ineq [ max(0, λ + ρ c)² − λ² ] / 2ρ
 *
 * over u, updates λ ← λ + ρ h and λ ← max(0, λ + ρ c), and raises ρ where the constraints do not come closer
 * (Nocedal and Wright, Numerical Optimization, 2nd ed., section 17.3). Objective and constraints are scaled to unit gradient
 * at the start, so that the constants below mean the same for every question.
 */
import { minimize, type SmoothFunction } from './newton.js';
import type { Program } from './program.js';
import { largest, norm } from './vectors.js';

export interface RoughOptimum {
    readonly u: Float64Array;
    /** The constraints that hold with equality, as far as can be told. */
    readonly active: readonly number[];
    /** Largest scaled violation. */
    readonly violation: number;
}

const FIRST_PENALTY = 10;
const LARGEST_PENALTY = 1e9;
const MOST_ROUNDS = 30;
/** Rounds in a row, each with a larger penalty, in which the constraints come no closer: they cannot be met from here. */
const MOST_STALLED = 5;
/** Scaled: about a relative change of the variables. */
const FEASIBLE = 1e-7;
const STATIONARY = 1e-7;
/** Multipliers below this part of the largest are taken for zero. */
const NEGLIGIBLE = 1e-8;

/** Undefined where the start cannot be computed. */
export function findRoughOptimum(program: Program, start: Float64Array): RoughOptimum | undefined {
    if (!program.expand(start)) {
        return undefined;
    }
    const lagrangian = new AugmentedLagrangian(program);
    let u = start;
    let violation = Infinity;
    let stalled = 0;
    for (let round = 0; round < MOST_ROUNDS && violation > FEASIBLE && stalled < MOST_STALLED; round++) {
        u = minimize(lagrangian, u, STATIONARY);
        const now = lagrangian.updateMultipliers(u);
        stalled = now > violation / 2 ? stalled + 1 : 0;
        if (now > violation / 4) {
            lagrangian.penalty = Math.min(10 * lagrangian.penalty, LARGEST_PENALTY);
        }
        violation = now;
    }
    return { u, active: lagrangian.activeConstraints(), violation };
}

class AugmentedLagrangian implements SmoothFunction {
    penalty = FIRST_PENALTY;
    private readonly multipliers: Float64Array;
    private readonly scales: Float64Array;
    private readonly objectiveScale: number;
    private readonly gradient: Float64Array;
    private readonly hessian: Float64Array;
    private readonly weights: Float64Array;

    /** The program must have been expanded at the start. */
    constructor(private readonly program: Program) {
        const { n, m, gradient } = program;
        this.multipliers = new Float64Array(m);
        this.objectiveScale = inverse(norm(gradient));
        this.scales = Float64Array.from({ length: m }, (_, i) => inverse(program.steepness(i)));
        this.gradient = new Float64Array(n);
        this.hessian = new Float64Array(n * n);
        this.weights = new Float64Array(m);
    }

    value(u: Float64Array): number {
        return this.program.isWithinLimits(u) && this.program.evaluate(u) ? this.merit() : Infinity;
    }

    expand(u: Float64Array): { value: number; gradient: Float64Array; hessian: Float64Array } | undefined {
        const { program, gradient, hessian, weights } = this;
        if (!program.expand(u)) {
            return undefined;
        }
        gradient.forEach((_, j) => (gradient[j] = this.objectiveScale * program.gradient[j]));
        hessian.fill(0);
        for (let i = 0; i < program.m; i++) {
            const pull = this.pull(i);
            weights[i] = pull * this.scales[i];
            if (pull !== 0) {
                this.addConstraint(i, weights[i]);
            }
        }
        program.addCurvature(this.objectiveScale, weights, hessian);
        return { value: this.merit(), gradient, hessian };
    }

    /** Takes the multipliers of the next round from the point of this one; answers the largest scaled violation. */
    updateMultipliers(u: Float64Array): number {
        this.program.evaluate(u);
        let violation = 0;
        for (let i = 0; i < this.program.m; i++) {
            const next = this.pull(i);
            violation = Math.max(violation, Math.abs(next - this.multipliers[i]) / this.penalty);
            this.multipliers[i] = next;
        }
        return violation;
    }

    activeConstraints(): number[] {
        const all = Array.from(this.multipliers.keys());
        const negligible = NEGLIGIBLE * largest(this.multipliers);
        return all.filter((i) => this.program.isEquality(i) || this.multipliers[i] > negligible);
    }

    private merit(): number {
        let total = this.objectiveScale * this.program.value;
        for (let i = 0; i < this.program.m; i++) {
            total += (this.pull(i) ** 2 - this.multipliers[i] ** 2) / (2 * this.penalty);
        }
        return total;
    }

    /** λ + ρ c, and no less than 0 for an inequality: the multiplier that the last point suggests. */
    private pull(i: number): number {
        const pull = this.multipliers[i] + this.penalty * this.scales[i] * this.program.constraints[i];
        return this.program.isEquality(i) ? pull : Math.max(0, pull);
    }

    private addConstraint(i: number, weight: number): void {
        const { n, jacobian } = this.program;
        const stiffness = this.penalty * this.scales[i] ** 2;
        for (let j = 0; j < n; j++) {
            const slope = jacobian[i * n + j];
            this.gradient[j] += weight * slope;
            for (let k = 0; k < n; k++) {
                this.hessian[j * n + k] += stiffness * slope * jacobian[i * n + k];
            }
        }
    }
}

function inverse(length: number): number {
    return length > 0 ? 1 / length : 1;
}
