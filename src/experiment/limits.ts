/** What a run costs, and whether it may be done. */
import type { Constraint } from '../allocate/problem.js';
import { compileScalar } from '../expression/compile.js';
import type { PlanProblem, Run } from './problem.js';

/** A limit that is met to rounding is met. */
const ROUNDING = 1e-9;

export class Limits {
    private readonly limits: readonly Constraint[];
    private readonly inputs: Float64Array;
    private readonly results: Float64Array;
    private readonly evaluate: (inputs: Float64Array, results: Float64Array) => void;

    constructor({ axes, limits, total }: PlanProblem) {
        this.limits = limits;
        const formulas = [...limits.flatMap(({ left, right }) => [left, right]), ...(total ? [total.cost] : [])];
        this.evaluate = compileScalar(
            formulas,
            axes.map(({ name }) => name),
        );
        this.inputs = new Float64Array(axes.length);
        this.results = new Float64Array(formulas.length);
    }

    isAllowed(run: Run): boolean {
        const sides = this.evaluated(run);
        return this.limits.every(({ relation }, index) => holds(sides[2 * index], relation, sides[2 * index + 1]));
    }

    /** NaN where it cannot be computed; of no meaning without a total. */
    costOf(run: Run): number {
        return this.evaluated(run)[2 * this.limits.length];
    }

    private evaluated(run: Run): Float64Array {
        this.inputs.set(run);
        this.evaluate(this.inputs, this.results);
        return this.results;
    }
}

function holds(left: number, relation: Constraint['relation'], right: number): boolean {
    const slack = ROUNDING * Math.max(Math.abs(left), Math.abs(right));
    switch (relation) {
        case '<=':
            return left <= right + slack;
        case '>=':
            return left >= right - slack;
        case '==':
            return Math.abs(left - right) <= slack;
    }
}
