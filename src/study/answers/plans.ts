/** Answers to `plan`: the next runs, and what is expected of them. */
import { planRuns } from '../../experiment/planRuns.js';
import type { PlanResult } from '../../experiment/result.js';
import type { Interval } from '../../fit/result.js';
import { fingerprint, fingerprintExpr } from '../fingerprint.js';
import type { ExperimentPlan } from '../lower/plan.js';
import type { PlanReport } from '../planReport.js';
import type { Severity } from '../report.js';
import type { StudyRun } from '../run.js';
import { unitOf } from './budgetValues.js';
import { cautionOf } from './caution.js';
import { isObstacle } from './constants.js';
import type { Target } from './planTarget.js';
import { setUpPlan, type PlanObstacle, type PlanSetup } from './planSetup.js';
import { extrapolationOfCalls } from './predictions.js';

export async function answerPlan(plan: ExperimentPlan, run: StudyRun): Promise<PlanReport> {
    const setup = await setUpPlan(plan, run);
    if (isObstacle(setup)) return refuse(plan, run, setup);
    const result = await solve(plan, setup, run);
    const caution = await cautionOf([...plan.calls, ...plan.borrowed], run);
    if ('reason' in result) {
        return {
            ...refuse(plan, run, { code: result.reason, ...placed(plan, result) }, 'warning'),
            ...known(setup.target),
            caution,
        };
    }
    if (caution !== null) {
        run.problems.add(run.plan.uri, {
            code: 'not-determined',
            severity: 'warning',
            message: caution,
            range: plan.range,
        });
    }
    return { ...(await answered(plan, setup, result, run)), caution };
}

async function solve({ name }: ExperimentPlan, { problem }: PlanSetup, run: StudyRun): Promise<PlanResult> {
    const { measured, limits, total, ...rest } = problem;
    const key = fingerprint([
        fingerprintExpr(measured),
        limits.map(({ left, relation, right }) => [fingerprintExpr(left), relation, fingerprintExpr(right)]),
        total && [fingerprintExpr(total.cost), total.limit],
        rest,
    ]);
    return run.memory.plans.get(key, () => {
        run.patience.begin?.(`plan ${name}`);
        return planRuns(problem, run.patience);
    });
}

async function answered(
    plan: ExperimentPlan,
    setup: PlanSetup,
    result: Exclude<PlanResult, { reason: string }>,
    run: StudyRun,
): Promise<Omit<PlanReport, 'caution'>> {
    const { target, measured, constants } = setup;
    const runs: PlanReport['runs'][number][] = [];
    for (const { values, cost, deviationLeft } of result.runs) {
        const named = new Map(plan.axes.map(({ name }, index) => [name, values[index]]));
        runs.push({
            values: plan.axes.map(({ name, dimension }, index) => ({
                name,
                value: values[index],
                unit: unitOf(dimension),
            })),
            cost,
            interval: narrowed(setup, deviationLeft),
            extrapolation: await extrapolationOfCalls([measured], named, constants, run),
        });
    }
    return {
        ...unanswered(plan, null),
        ...known(target),
        expected: runs.at(-1)?.interval ?? target.interval,
        runs,
        cost: plan.total && {
            spent: runs.reduce((sum, { cost }) => sum + (cost ?? 0), 0),
            limit: plan.total.limit,
            unit: plan.total.unit ?? null,
        },
        known: result.known.map(({ kind, runs: others, cost, deviationLeft }) => ({
            kind,
            runs: others.length,
            cost,
            interval: narrowed(setup, deviationLeft),
        })),
        resolution: result.resolution,
        candidates: result.candidates,
    };
}

/** The interval about the estimate with a share of its width, in the logarithm where all is positive. */
function narrowed({ target: { estimate, interval }, isPositive }: PlanSetup, share: number): Interval {
    const [lower, upper] = interval.map((end) =>
        isPositive ? estimate * (end / estimate) ** share : estimate + (end - estimate) * share,
    );
    return [lower, upper];
}

function known({ estimate, interval }: Target): Pick<PlanReport, 'estimate' | 'interval'> {
    return { estimate, interval };
}

/** What has to do with cost is said at the plan's name, what has to do with the target there. */
function placed(plan: ExperimentPlan, { reason, message }: { readonly reason: string; readonly message: string }) {
    const isOfTarget = reason === 'no-uncertainty' || reason === 'none-informs';
    const subject = isOfTarget ? `\`${plan.target.text}\`: ` : '';
    return { message: `${subject}${message}`, range: isOfTarget ? plan.target.range : plan.range };
}

function refuse(
    plan: ExperimentPlan,
    run: StudyRun,
    { code, message, range = plan.range }: PlanObstacle,
    severity: Severity = 'error',
): PlanReport {
    run.problems.add(run.plan.uri, { code, severity, message, range });
    return { ...unanswered(plan, message), caution: null };
}

function unanswered(
    { name, range, target, batch }: ExperimentPlan,
    message: string | null,
): Omit<PlanReport, 'caution'> {
    return {
        name,
        range,
        target: target.text,
        estimate: null,
        interval: null,
        expected: null,
        isBatch: batch !== null,
        runs: [],
        cost: null,
        known: [],
        resolution: null,
        candidates: 0,
        message,
    };
}
