import type { Expression, Predict } from '../../language/generated/ast.js';
import type { Expr } from '../../expression/expr.js';
import { rangeOf, textOf } from '../places.js';
import { constantNamed, ExpressionLowering, NOT_COMPUTABLE } from './expression.js';
import type { LawLowering } from './law.js';
import type { PredictionPlan, Sources } from './plan.js';

export function lowerPrediction({ value }: Predict, laws: LawLowering): PredictionPlan {
    return { text: textOf(value), range: rangeOf(value), ...lowerTarget(value, laws) };
}

/** A value without free names, and what it rests on. */
export function lowerTarget(value: Expression, laws: LawLowering): Sources & { readonly value: Expr } {
    const expressions = new ExpressionLowering({
        lowerName: (text) => constantNamed(text) ?? NOT_COMPUTABLE,
        scheduleNamed: laws.scheduleNamed,
        findLaw: laws.findLaw,
        planOf: laws.planOf,
    });
    const lowered = expressions.lower(value);
    return { value: lowered, ...expressions.sources };
}
