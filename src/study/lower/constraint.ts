/** A comparison as a constraint of an optimisation problem. */
import type { Constraint, Relation } from '../../allocate/problem.js';
import type { Expression } from '../../language/generated/ast.js';
import { textOf } from '../places.js';
import { NOT_COMPUTABLE, type ExpressionLowering } from './expression.js';

const RELATIONS: Readonly<Record<string, Relation>> = { '<=': '<=', '<': '<=', '>=': '>=', '>': '>=', '==': '==' };

export function lowerConstraint(condition: Expression, expressions: ExpressionLowering): Constraint {
    const relation = condition.$type === 'Operation' ? RELATIONS[condition.operator] : undefined;
    if (condition.$type !== 'Operation' || relation === undefined) {
        return { left: NOT_COMPUTABLE, relation: '<=', right: NOT_COMPUTABLE, text: textOf(condition) };
    }
    return {
        left: expressions.lower(condition.left),
        relation,
        right: expressions.lower(condition.right),
        text: textOf(condition),
    };
}
