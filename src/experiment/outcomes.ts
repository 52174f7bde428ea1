/** What runs would measure without noise, in each draw of the constants. */
import { drawOf } from '../fit/draws.js';
import { compileLaw, type LawOnRows } from '../fit/lawOnRows.js';
import type { Pacer } from '../fit/pacing.js';
import type { Drawn } from './moments.js';
import type { PlanProblem, Run } from './problem.js';

/** More draws do not tell more: moments of so many are known to about 5 %. */
const MOST_DRAWS = 1000;
/** A few functions. */
const OPERATIONS_PER_VALUE = 20;
/** The share of draws in which a candidate must be computable. */
const ENOUGH_DRAWS = 0.95;

export class Outcomes {
    /** The draws that are used. */
    private readonly draws: readonly number[];
    private readonly valuesAt: LawOnRows;
    private readonly known = new WeakMap<Run, Drawn | null>();
    /** In the draws that are used. */
    readonly target: Drawn;

    constructor(private readonly problem: PlanProblem) {
        const { measured, axes, constants, target } = problem;
        const known = [...target.keys()].filter((draw) => Number.isFinite(target[draw]));
        const stride = Math.ceil(known.length / MOST_DRAWS);
        this.draws = known.filter((_, index) => index % stride === 0);
        this.target = Float64Array.from(this.draws, (draw) => target[draw]);
        const names = axes.map(({ name }) => name);
        this.valuesAt = compileLaw(measured, names, constants.names);
    }

    /** In the scale of the objective; null for a run that the law has no value for. */
    async of(runs: readonly Run[], pacer: Pacer): Promise<(Drawn | null)[]> {
        const unknown = runs.filter((run) => !this.known.has(run));
        const drawn = await this.draw(unknown, pacer);
        unknown.forEach((run, index) => this.known.set(run, drawn[index]));
        return runs.map((run) => this.known.get(run) ?? null);
    }

    private async draw(runs: readonly Run[], pacer: Pacer): Promise<(Drawn | null)[]> {
        const { axes, constants, ofLog } = this.problem;
        const columns = axes.map((_, axis) => Float64Array.from(runs, (run) => run[axis]));
        const scaled = (value: number) => (ofLog ? Math.log(value) : value);
        const estimates = this.valuesAt(columns, runs.length, constants.values).map(scaled);
        const drawn = runs.map(() => new Float64Array(this.draws.length));
        for (const [index, draw] of this.draws.entries()) {
            const values = this.valuesAt(columns, runs.length, drawOf(constants.draws!, draw));
            values.forEach((value, run) => (drawn[run][index] = scaled(value)));
            await pacer.spend(runs.length * OPERATIONS_PER_VALUE);
        }
        return drawn.map((values, run) => completed(values, estimates[run]));
    }
}

/** The estimate stands in for the few draws without a value. */
function completed(values: Drawn, estimate: number): Drawn | null {
    const known = values.filter(Number.isFinite).length;
    if (!Number.isFinite(estimate) || known < ENOUGH_DRAWS * values.length) return null;
    return known === values.length ? values : values.map((value) => (Number.isFinite(value) ? value : estimate));
}
