/** A plan of the next runs as the Allocation panel shows it: the runs on the plane of what is chosen, beside those done so far. */
import { compileScalar } from '../../expression/compile.js';
import { freeNames } from '../../expression/names.js';
import { unitOf } from '../answers/budgetValues.js';
import { isObstacle } from '../answers/constants.js';
import { answerPlan } from '../answers/plans.js';
import type { ExperimentPlan } from '../lower/plan.js';
import type { PlanReport } from '../planReport.js';
import type { StudyRun } from '../run.js';
import type { Line, Plane } from './budgetPictures.js';
import { runsOnPlane } from './runsOnPlane.js';
import { lineWhereZero, logSpaced } from './zeroLine.js';

export interface PlanPicture {
    readonly report: PlanReport;
    /** As written: what each run keeps to, and what all of them may cost. */
    readonly limits: readonly string[];
    readonly total: string | null;
    /** Null without a plan, and with fewer than two things to choose. */
    readonly plane: PlannedPlane | null;
}

/** The plane of the first two things that are chosen. */
export interface PlannedPlane {
    readonly xName: string;
    readonly yName: string;
    readonly xUnit: string | null;
    readonly yUnit: string | null;
    /** The planned runs, in their order. */
    readonly planned: Line;
    /** Those that the law was fitted to. */
    readonly runs: Plane['runs'];
    /** Where what each run keeps to ends. */
    readonly limits: readonly (Line & { readonly text: string })[];
}

/** What is shown reaches this factor beyond the runs. */
const BESIDE = 2;
const GRID_POINTS = 49;

export async function picturePlan(plan: ExperimentPlan, run: StudyRun): Promise<PlanPicture> {
    const report = await answerPlan(plan, run);
    return {
        report,
        limits: plan.limits.map(({ text }) => text),
        total: plan.total && plan.total.text,
        plane: await planeOf(plan, report, run),
    };
}

async function planeOf(
    plan: ExperimentPlan,
    { runs: planned }: PlanReport,
    run: StudyRun,
): Promise<PlannedPlane | null> {
    const [x, y] = plan.axes;
    if (plan.measured === undefined || planned.length === 0 || x === undefined || y === undefined) return null;
    const valuesOf = (name: string): number[] =>
        planned.flatMap(({ values }) => values.filter((each) => each.name === name).map(({ value }) => value));
    const points = { x: valuesOf(x.name), y: valuesOf(y.name) };
    const runs = await runsOnPlane([plan.measured], x.name, y.name, run);
    return {
        xName: x.name,
        yName: y.name,
        xUnit: unitOf(x.dimension),
        yUnit: unitOf(y.dimension),
        planned: points,
        runs,
        limits: await limitLines(plan, { x: gridOver(points.x, runs?.x), y: gridOver(points.y, runs?.y) }, run),
    };
}

function gridOver(planned: readonly number[], runs: readonly number[] | undefined): Float64Array {
    const shown = [...planned, ...(runs ?? [])].filter((value) => value > 0);
    const lowest = shown.reduce((least, value) => Math.min(least, value), Infinity);
    const highest = shown.reduce((most, value) => Math.max(most, value), 0);
    return logSpaced(lowest / BESIDE, highest * BESIDE, GRID_POINTS);
}

/** Of the limits that say something of these two alone, all laws at their estimates. */
async function limitLines(
    { axes: [x, y], limits, calls, borrowed }: ExperimentPlan,
    grids: { readonly x: Float64Array; readonly y: Float64Array },
    run: StudyRun,
): Promise<PlannedPlane['limits']> {
    const constants = await run.constantsOf([...calls, ...borrowed]);
    if (isObstacle(constants)) return [];
    const names = [...constants.names, x.name, y.name];
    const values = Float64Array.from([...constants.values, 0, 0]);
    const out = new Float64Array(2);
    return limits.flatMap(({ left, right, text }) => {
        const used = [left, right].flatMap(freeNames);
        if (!used.every((name) => names.includes(name))) return [];
        const evaluate = compileScalar([left, right], names);
        const excess = (a: number, b: number): number => {
            values.set([a, b], constants.names.length);
            evaluate(values, out);
            return out[0] - out[1];
        };
        const line = lineWhereZero(excess, grids, used.includes(y.name));
        return line.x.length === 0 ? [] : [{ ...line, text }];
    });
}
