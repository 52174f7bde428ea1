/** Answers to `predict`. */
import type { Constants } from '../../allocate/problem.js';
import type { Expr } from '../../expression/expr.js';
import { drawsWithoutValue, type RunNoise } from '../../fit/predict.js';
import { freeNames } from '../../expression/names.js';
import { bandOf } from '../pictures/bands.js';
import { cautionOf } from './caution.js';
import { isObstacle, type FitOutcome, type Obstacle } from './constants.js';
import { equationProblem } from './equations.js';
import { scheduleProblem } from './scheduleProblem.js';
import { extrapolationOf, extrapolationOfPreset, farthest, outsidePreset } from './extrapolation.js';
import { turnsAt } from './turns.js';
import type { CallPlan, PredictionPlan } from '../lower/plan.js';
import type { Diagnostic, Extrapolation, PredictionReport } from '../report.js';
import type { StudyRun } from '../run.js';

export async function answerPrediction(plan: PredictionPlan, run: StudyRun): Promise<PredictionReport> {
    const { text, range, value, calls, borrowed, solutions, unusable } = plan;
    const unknown = { text, range, estimate: null, interval: null, newRun: null, extrapolation: [], caution: null };
    if (unusable.length > 0) return { ...unknown, message: `\`${unusable[0]}\` has errors.` };
    const constants = await run.constantsOf([...calls, ...borrowed]);
    if (isObstacle(constants)) return refuse(plan, run, 'no-values', constants);
    const problem = equationProblem([value], solutions, constants.names, constants.values);
    if (problem !== undefined) return refuse(plan, run, problem.code, problem);
    const beyond = scheduleProblem([value], constants.names, constants.values, run.plan.scheduleNames);
    if (beyond !== undefined) return refuse(plan, run, 'beyond-schedule', { message: beyond });
    const noise = await noiseOf(plan, run);
    const { estimate, interval, newRun } = bandOf(value, { ...constants, ...(noise && { noise }) });
    if (estimate === null) {
        return refuse(plan, run, 'not-computable', {
            message: `\`${text}\` has no value: a logarithm, root or power of a negative number, or a division by 0.`,
        });
    }
    const extrapolation = await extrapolationOfCalls(calls, new Map(), constants, run);
    outsidePreset(extrapolation, range).forEach((each) => run.problems.add(run.plan.uri, each));
    await reportTurns(plan, new Map(), constants, run);
    const caution = await cautionOf([...calls, ...borrowed], run);
    if (caution !== null) {
        run.problems.add(run.plan.uri, { code: 'not-determined', severity: 'warning', message: caution, range });
    }
    const lost = interval === null ? lostInterval(value, constants) : null;
    const words = [caution, lost].filter((each) => each !== null).join(' ');
    return { text, range, estimate, interval, newRun, extrapolation, message: null, caution: words || null };
}

/** Why draws of the constants give no interval; null where there are none. */
function lostInterval(value: Expr, constants: Constants): string | null {
    const { draws } = constants;
    if (draws === null) return null;
    const lost = drawsWithoutValue(value, constants);
    const count = `${lost} of ${draws.count} draws of the fitted constants`;
    return `No interval: ${count} give no value, and on which side they lie cannot be told.`;
}

/** How runs scatter about what is predicted, where that is a law's own value and its rows are all alike sure. */
async function noiseOf({ value, calls }: PredictionPlan, run: StudyRun): Promise<RunNoise | undefined> {
    const call = calls.find((each) => each.value === value);
    const values = call && (await run.valuesOf(call));
    const outcome = values === undefined || isObstacle(values) ? undefined : values.outcome;
    if (outcome === undefined || outcome.reduction !== null || outcome.problem.errors !== undefined) return undefined;
    return { values: outcome.result.noise, ofLog: outcome.problem.objective.ofLog };
}

function refuse(
    { text, range }: PredictionPlan,
    run: StudyRun,
    code: Diagnostic['code'],
    { message, range: blamed = range }: Obstacle,
): PredictionReport {
    const severity = code === 'not-computable' || code === 'no-solution' ? 'warning' : 'error';
    run.problems.add(run.plan.uri, { code, severity, message, range: blamed });
    return { text, range, estimate: null, interval: null, newRun: null, extrapolation: [], message, caution: null };
}

/** Of all calls whose law has values; `values` are those of the question's variables. */
export async function extrapolationOfCalls(
    calls: readonly CallPlan[],
    values: ReadonlyMap<string, number>,
    constants: Constants,
    run: StudyRun,
): Promise<Extrapolation[]> {
    const asked = await askedCalls(calls, values, constants, run);
    return farthest(
        asked.flatMap(({ call, outcome, inputs }) =>
            outcome === undefined ? extrapolationOfPreset(call.law, inputs) : extrapolationOf(outcome, inputs),
        ),
    );
}

/** Says where a fitted law has turned on the way from its rows to the question. */
export async function reportTurns(
    question: Pick<PredictionPlan, 'calls' | 'range'>,
    values: ReadonlyMap<string, number>,
    constants: Constants,
    run: StudyRun,
): Promise<void> {
    const asked = await askedCalls(question.calls, values, constants, run);
    const turns = asked.flatMap(({ outcome, inputs }) => (outcome === undefined ? [] : turnsAt(outcome, inputs)));
    for (const message of new Set(turns)) {
        run.problems.add(run.plan.uri, { code: 'turns-outside', severity: 'warning', message, range: question.range });
    }
}

interface AskedCall {
    readonly call: CallPlan;
    /** Undefined for published values. */
    readonly outcome: FitOutcome | undefined;
    readonly inputs: readonly number[];
}

async function askedCalls(
    calls: readonly CallPlan[],
    values: ReadonlyMap<string, number>,
    constants: Constants,
    run: StudyRun,
): Promise<AskedCall[]> {
    const found: AskedCall[] = [];
    for (const call of calls) {
        const valued = await run.valuesOf(call);
        if (isObstacle(valued)) continue;
        const inputs = call.operands.map((operand) => valueOf(operand, values, constants));
        found.push({ call, outcome: valued.outcome, inputs });
    }
    return found;
}

/** NaN where an operand has no value. */
function valueOf(operand: Expr, values: ReadonlyMap<string, number>, constants: Constants): number {
    const known = new Map(constants.names.map((name, index) => [name, constants.values[index]]));
    const inputs = new Map([...known, ...values]);
    if (!freeNames(operand).every((name) => inputs.has(name))) return NaN;
    return (
        bandOf(operand, { names: [...inputs.keys()], values: Float64Array.from(inputs.values()), draws: null })
            .estimate ?? NaN
    );
}
