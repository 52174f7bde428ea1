/** What a budget's answer is compared with: the same question under further conditions, or decided by another goal. */
import { comparisonsOf } from '../../language/conditions.js';
import { isRival, type Budget } from '../../language/generated/ast.js';
import { rangeOf, textOf } from '../places.js';
import { lowerConstraint } from './constraint.js';
import type { ExpressionLowering } from './expression.js';
import type { RivalPlan } from './budgetPlan.js';

export function lowerRivals({ entries }: Budget, expressions: ExpressionLowering): readonly RivalPlan[] {
    return entries.filter(isRival).flatMap((rival): RivalPlan[] => {
        const { label, goal, condition } = rival;
        const asked = goal ?? condition;
        if (asked === undefined) return [];
        return [
            {
                label: label ?? textOf(asked),
                range: rangeOf(rival),
                constraints: comparisonsOf(condition).map((each) => lowerConstraint(each, expressions)),
                goal: goal === undefined ? null : { sense: goal.sense, objective: expressions.lower(goal.value) },
            },
        ];
    });
}
