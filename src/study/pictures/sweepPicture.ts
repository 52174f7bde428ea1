/** A budget's sweep as bands: the objective, each variable and their ratio against the swept quantity. */
import type { Estimate, SweepPoint } from '../../allocate/result.js';
import { compileRows } from '../../expression/compile.js';
import { freeNames } from '../../expression/names.js';
import { panelUnit, ratioOf, unitsOf } from '../answers/budgetValues.js';
import { factorOf, rangeIn, type ShownUnit } from '../../quantity/shownUnit.js';
import { objectiveOf } from '../decisionWords.js';
import { rangeOf } from '../answers/ranges.js';
import type { BudgetPlan } from '../lower/budgetPlan.js';
import { measuredRows } from '../tables/measuredRows.js';
import type { Band, SweepPicture } from './budgetPictures.js';
import type { BudgetAnswer, BudgetReport } from '../report.js';
import type { StudyRun } from '../run.js';

export async function sweepPicture(
    plan: BudgetPlan,
    { sweep }: BudgetReport,
    solved: readonly SweepPoint[],
    run: StudyRun,
): Promise<SweepPicture | null> {
    if (sweep === null || plan.sweep === null) return null;
    const units = unitsOf(plan);
    const sweptUnit = panelUnit(sweep.name, plan.sweep.dimension, plan);
    const goalUnit = plan.units[objectiveOf(plan.goal)];
    const ratios = solved.map(({ optimum }) => ratioOf(plan, optimum));
    return {
        name: sweep.name,
        unit: sweptUnit?.name ?? null,
        values: sweep.points.map(({ value }) => value / factorOf(sweptUnit)),
        objective: {
            unit: goalUnit?.name ?? null,
            ...bandOf(
                sweep.points.map(({ objective }) => objective),
                goalUnit,
            ),
        },
        variables: plan.variables.map(({ name }) => ({
            name,
            unit: units.get(name)?.name ?? null,
            ...bandOf(
                sweep.points.map(({ variables }) => variables.find((variable) => variable.name === name)),
                units.get(name),
            ),
        })),
        ratio: plan.variables.length < 2 ? null : ratioBand(ratios),
        counts: plan.mixture === null ? [] : countsOf(sweep.points),
        status: sweep.points.map(({ status }) => status),
        dataRange: rangeIn(sweptUnit, await dataRange(plan, run)),
    };
}

function bandOf(estimates: readonly (Estimate | null | undefined)[], unit: ShownUnit | undefined): Band {
    const intervals = estimates.map((each) => rangeIn(unit, each?.interval ?? null));
    return {
        estimate: estimates.map((each) => (each ? each.estimate / factorOf(unit) : null)),
        lower: intervals.map((each) => each?.[0] ?? null),
        upper: intervals.map((each) => each?.[1] ?? null),
    };
}

/** Of all that are used at any point. */
function countsOf(points: readonly BudgetAnswer[]): SweepPicture['counts'] {
    const names = new Set(points.flatMap(({ variables }) => variables.map(({ name }) => name)));
    return [...names].map((name) => ({
        name,
        values: points.map(({ variables }) => variables.find((each) => each.name === name)?.estimate ?? null),
    }));
}

function ratioBand(ratios: readonly ReturnType<typeof ratioOf>[]): Band {
    return {
        estimate: ratios.map((ratio) => ratio?.estimate ?? null),
        lower: ratios.map((ratio) => ratio?.lower ?? null),
        upper: ratios.map((ratio) => ratio?.upper ?? null),
    };
}

/** What the fitted runs spent, where a constraint sets a formula of the variables against the swept quantity. */
async function dataRange({ constraints, sweep, calls }: BudgetPlan, run: StudyRun): Promise<SweepPicture['dataRange']> {
    for (const { left, right } of constraints) {
        const isSwept = [left, right].map((side) => side.kind === 'name' && side.name === sweep?.name);
        const spent = isSwept[1] ? left : isSwept[0] ? right : undefined;
        const names = spent === undefined ? [] : freeNames(spent);
        if (spent === undefined || names.some((name) => name.includes('.'))) continue;
        const rows = await measuredRows(calls, names, run);
        if (rows === null) continue;
        const values = new Float64Array(rows.lines.length);
        compileRows([spent], names, [])(
            names.map((name) => rows.columns.get(name) ?? values),
            [],
            [values],
            0,
            values.length,
        );
        const [lowest, highest] = rangeOf(values.filter(Number.isFinite));
        if (lowest <= highest) return [lowest, highest];
    }
    return null;
}
