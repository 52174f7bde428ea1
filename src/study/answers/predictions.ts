/** Answers to `predict`. */
import type { Constants } from '../../allocate/problem.js';
import type { Expr } from '../../expression/expr.js';
import { freeNames } from '../../expression/names.js';
import { bandOf } from '../pictures/bands.js';
import { cautionOf } from './caution.js';
import { extrapolationOf, farthest } from './extrapolation.js';
import type { CallPlan, PredictionPlan } from '../lower/plan.js';
import type { Diagnostic, Extrapolation, PredictionReport } from '../report.js';
import type { StudyRun } from '../run.js';

export async function answerPrediction(plan: PredictionPlan, run: StudyRun): Promise<PredictionReport> {
    const { text, range, value, calls, unusable } = plan;
    const unknown = { text, range, estimate: null, interval: null, extrapolation: [], caution: null };
    if (unusable.length > 0) return { ...unknown, message: `\`${unusable[0]}\` has errors.` };
    const constants = await run.constantsOf(calls.map(({ law }) => law));
    if (typeof constants === 'string') return refuse(plan, run, 'no-values', constants);
    const { estimate, interval } = bandOf(value, constants);
    if (estimate === null) {
        return refuse(
            plan,
            run,
            'not-computable',
            `\`${text}\` has no value: a logarithm, root or power of a negative number, or a division by 0.`,
        );
    }
    const extrapolation = await extrapolationOfCalls(calls, new Map(), constants, run);
    const caution = await cautionOf(calls, run);
    if (caution !== null) {
        run.problems.add(run.plan.uri, { code: 'not-determined', severity: 'warning', message: caution, range });
    }
    return { text, range, estimate, interval, extrapolation, message: null, caution };
}

function refuse(
    { text, range }: PredictionPlan,
    run: StudyRun,
    code: Diagnostic['code'],
    message: string,
): PredictionReport {
    run.problems.add(run.plan.uri, { code, severity: code === 'no-values' ? 'error' : 'warning', message, range });
    return { text, range, estimate: null, interval: null, extrapolation: [], message, caution: null };
}

/** Of all calls whose law has a fit; `values` are those of the question's variables. */
export async function extrapolationOfCalls(
    calls: readonly CallPlan[],
    values: ReadonlyMap<string, number>,
    constants: Constants,
    run: StudyRun,
): Promise<Extrapolation[]> {
    const found: Extrapolation[] = [];
    for (const { law, operands } of calls) {
        const valued = await run.valuesOf(law);
        const outcome = valued.ok ? valued.outcome : undefined;
        if (outcome === undefined) continue;
        const inputs = operands.map((operand) => valueOf(operand, values, constants));
        found.push(...extrapolationOf(outcome, inputs));
    }
    return farthest(found);
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
