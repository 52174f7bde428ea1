/** Predictions of a fitted law as points of its chart. */
import { bandOf } from './bands.js';
import type { FitOutcome } from '../answers/constants.js';
import type { CurveTarget } from './pictures.js';
import { COMPUTE, computeOf, rolesOf } from '../roles.js';
import type { StudyRun } from '../run.js';

/** Of those `predict` statements that ask for a value of the law itself, and whose law has its values from this fit. */
export async function curveTargets(outcome: FitOutcome, run: StudyRun): Promise<CurveTarget[]> {
    const { law } = outcome.plan;
    const values = await run.valuesOf(law);
    const constants = await run.constantsOf([law]);
    if (!values.ok || values.outcome !== outcome || typeof constants === 'string') return [];
    return run.plan.predictions.flatMap(({ text, range, value, calls }): CurveTarget[] => {
        const asked = calls.find((call) => call.law === law && call.value === value);
        const { estimate, interval } = asked === undefined ? NOTHING : bandOf(value, constants);
        if (asked === undefined || estimate === null) return [];
        const inputs = asked.operands.map((operand) => bandOf(operand, NO_NAMES).estimate);
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
    });
}

const NOTHING = { estimate: null, interval: null };
const NO_NAMES = { names: [], values: new Float64Array(0), draws: null };
