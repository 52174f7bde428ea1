/** What surrounds a budget's optimum, in the words of its text. */
import type { Optimum, RivalAnswer, Sensitivity } from '../../allocate/result.js';
import { limitSide } from '../../allocate/decision/scaledLimits.js';
import type { DecisionReport, JointReport, RivalReport, SensitivityReport } from '../decisionReport.js';
import type { BudgetPlan, RivalPlan } from '../lower/budgetPlan.js';
import { correlationOf, jointSpread, type JointSpread } from './jointSpread.js';

export const NO_DECISION: DecisionReport = { regret: null, joint: null, sensitivities: [], rivals: [] };

export function decisionOf(plan: BudgetPlan, optimum: Optimum): DecisionReport {
    const { regret, sensitivities, rivals } = optimum;
    const spread = jointSpread(optimum);
    return {
        regret,
        joint: spread && jointReport(spread),
        sensitivities: sensitivities.map((each) => sensitivityOf(plan, each)),
        rivals: rivals.map((rival, index) => rivalOf(plan, plan.rivals[index], rival)),
    };
}

function jointReport(spread: JointSpread): JointReport {
    const { names, covariance } = spread;
    return {
        names,
        deviations: [Math.sqrt(covariance.uu), Math.sqrt(covariance.vv)],
        correlation: correlationOf(spread),
    };
}

function sensitivityOf(plan: BudgetPlan, { limit, ...moved }: Sensitivity): SensitivityReport {
    return typeof limit === 'number'
        ? { text: plan.constraints[limit].text, bound: null, ...moved }
        : { text: boundText(plan, limit.name), bound: limit, ...moved };
}

function rivalOf(
    plan: BudgetPlan,
    { label, range }: RivalPlan,
    { breaches, saving, labels, ...rival }: RivalAnswer,
): RivalReport {
    return {
        label,
        range,
        ...rival,
        chosen: Object.fromEntries(labels.map((option, factor) => [plan.choices[factor].name, option])),
        breaches: breaches.map(({ limit, ...broken }) => ({
            text: typeof limit === 'number' ? plan.constraints[limit].text : boundText(plan, limit),
            ...broken,
            unit: plan.units[typeof limit === 'number' ? plan.constraints[limit].text : limit] ?? null,
        })),
        saving: saving && { text: limitedText(plan, saving.constraint), ratio: saving.ratio },
    };
}

function boundText({ variables }: BudgetPlan, name: string): string {
    return variables.find((variable) => variable.name === name)?.boundText ?? name;
}

/** The side that is limited, as written. */
function limitedText({ constraints, variables }: BudgetPlan, constraint: number): string {
    const [left, right] = constraints[constraint].text.split(/\s*(?:[<>]=?|==)\s*/);
    return limitSide(constraints[constraint], variables) === 'right' ? left : right;
}
