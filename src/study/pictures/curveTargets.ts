/** Predictions of a fitted law as points of its chart. */
import { bandOf } from './bands.js';
import type { Constants } from '../../allocate/problem.js';
import { isObstacle, NO_CONSTANTS, type FitOutcome } from '../answers/constants.js';
import type { CallPlan, PredictionPlan } from '../lower/plan.js';
import type { CurveTarget } from './curvePictures.js';
import { COMPUTE, computeOf, rolesOf } from '../roles.js';
import type { StudyRun } from '../run.js';

/** Of those `predict` statements that ask for a value of the law itself, and whose law has its values from this fit. */
export async function curveTargets(outcome: FitOutcome, run: StudyRun): Promise<CurveTarget[]> {
    const targets: CurveTarget[] = [];
    for (const prediction of run.plan.predictions) {
        const call = prediction.calls.find((each) => each.value === prediction.value);
        if (call === undefined || call.law !== outcome.plan.law) continue;
        const values = await run.valuesOf(call);
        const constants = await run.constantsOf([...prediction.calls, ...prediction.borrowed]);
        if (isObstacle(values) || values.outcome !== outcome || isObstacle(constants)) continue;
        targets.push(...targetOf(prediction, call, constants));
    }
    return targets;
}

function targetOf(
    { text, range, value }: PredictionPlan,
    { law, operands }: CallPlan,
    constants: Constants,
): CurveTarget[] {
    const { estimate, interval } = bandOf(value, constants);
    if (estimate === null) return [];
    const inputs = operands.map((operand) => bandOf(operand, NO_CONSTANTS).estimate);
    const { size, tokens } = rolesOf(law.arguments);
    const N = inputs[size ?? -1] ?? null;
    const D = inputs[tokens ?? -1] ?? null;
    const compute = N === null || D === null ? {} : { [COMPUTE]: computeOf(N, D) };
    return [
        {
            label: text,
            x: { ...compute, ...Object.fromEntries(law.arguments.map(({ name }, index) => [name, inputs[index]])) },
            y: estimate,
            lower: interval?.[0] ?? null,
            upper: interval?.[1] ?? null,
            line: range.start.line,
        },
    ];
}
