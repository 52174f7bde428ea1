/** What a plan narrows: its value, and that in each draw of the constants. */
import type { Constants } from '../../allocate/problem.js';
import type { Expr } from '../../expression/expr.js';
import { drawOf, intervalOf } from '../../fit/draws.js';
import { compileLaw } from '../../fit/lawOnRows.js';
import type { Interval } from '../../fit/result.js';
import type { BudgetPlan } from '../lower/budgetPlan.js';
import type { TargetPlan } from '../lower/plan.js';
import type { StudyRun } from '../run.js';
import { answerBudget } from './budgets.js';
import type { Obstacle } from './constants.js';

export interface Target {
    readonly estimate: number;
    readonly interval: Interval;
    /** In each draw; NaN where it has no value. */
    readonly drawn: Float64Array;
}

export async function targetOf(target: TargetPlan, constants: Constants, run: StudyRun): Promise<Target | Obstacle> {
    const { text, range } = target;
    const found =
        target.kind === 'prediction'
            ? inDraws(target.value, constants)
            : target.budget && (await ofBudget(target.budget, target.variable, run));
    const interval = found && intervalOf(found.drawn.filter(Number.isFinite));
    if (found === undefined || !Number.isFinite(found.estimate) || !interval) {
        return { message: `\`${text}\` has no value with an interval that could be narrowed.`, range };
    }
    return { ...found, interval };
}

type Found = Omit<Target, 'interval'>;

/** Of a formula of constants alone. */
function inDraws(value: Expr, { names, values, draws }: Constants): Found {
    const valueAt = compileLaw(value, [], names);
    const drawn = Float64Array.from(
        { length: draws?.count ?? 0 },
        (_, draw) => valueAt([], 1, drawOf(draws!, draw))[0],
    );
    return { estimate: valueAt([], 1, values)[0], drawn };
}

async function ofBudget(plan: BudgetPlan, variable: string | null, run: StudyRun): Promise<Found | undefined> {
    const { solved } = await answerBudget(plan, run);
    const optimum = solved?.result.optimum;
    if (!solved || !optimum?.objective) return undefined;
    const { names, draws } = solved.problem.constants;
    const place = plan.variables.findIndex(({ name }) => name === variable);
    const width = plan.variables.length;
    const goalAt = compileLaw(
        plan.objective,
        plan.variables.map(({ name }) => name),
        names,
    );
    const drawn = new Float64Array(draws?.count ?? 0).fill(NaN);
    optimum.draws?.drawn.forEach((draw, index) => {
        const values = optimum.draws!.values.subarray(index * width, (index + 1) * width);
        const columns = Array.from(values, (value) => Float64Array.of(value));
        drawn[draw] = variable === null ? goalAt(columns, 1, drawOf(draws!, draw))[0] : values[place];
    });
    return { estimate: variable === null ? optimum.objective.estimate : optimum.variables[place].estimate, drawn };
}
