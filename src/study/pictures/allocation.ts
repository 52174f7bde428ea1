/** What the Allocation panel draws of each budget. */
import type { BudgetOutcome } from '../answers/budgets.js';
import { namedValue, ratioOf, unitsOf } from '../answers/budgetValues.js';
import { objectiveOf } from '../decisionWords.js';
import type { BudgetPlan } from '../lower/budgetPlan.js';
import type { AdjustableLimit, BudgetPicture } from './budgetPictures.js';
import { choicePicture } from './choicePicture.js';
import { mixturePicture } from './mixturePicture.js';
import { planeOf } from './plane.js';
import type { StudyRun } from '../run.js';
import { sweepPicture } from './sweepPicture.js';

/** The slider reaches this factor below and above the written limit. */
const LIMIT_REACH = 100;

/** `trial` is the limit that was asked for instead of the written one, in base terms. */
export async function pictureBudget(
    outcome: BudgetOutcome,
    run: StudyRun,
    trial: number | undefined,
): Promise<BudgetPicture> {
    const { plan, report, solved } = outcome;
    const optimum = solved?.result.optimum ?? null;
    const units = unitsOf(plan);
    const binding = new Set(optimum?.binding);
    const { objective } = report;
    return {
        report,
        constraints: plan.constraints.map(({ text }, index) => ({ text, binding: binding.has(index) })),
        objective:
            objective && namedValue({ name: objectiveOf(plan.goal), ...objective }, plan.units[objectiveOf(plan.goal)]),
        variables: report.variables.map((variable) => namedValue(variable, units.get(variable.name))),
        ratio: ratioOf(plan, optimum),
        limit: limitOf(plan, trial),
        plane: solved === null ? null : await planeOf(plan, solved.problem, optimum, run),
        choice: optimum?.choice ? choicePicture(plan, optimum.choice, trial) : null,
        mixture: await mixturePicture(plan, report, trial, run),
        sweep: await sweepPicture(plan, report, solved?.result.sweep ?? [], run),
    };
}

function limitOf({ limit, constraints }: BudgetPlan, trial: number | undefined): AdjustableLimit | null {
    if (limit === undefined) return null;
    const { written, unit, range, factor } = limit;
    return {
        text: constraints[limit.constraint].text,
        unit,
        written,
        shown: trial === undefined ? written : trial / factor,
        smallest: written / LIMIT_REACH,
        largest: written * LIMIT_REACH,
        range,
    };
}
