import type { Predict } from '../../language/generated/ast.js';
import { rangeOf, textOf } from '../places.js';
import { constantNamed, ExpressionLowering, NOT_COMPUTABLE } from './expression.js';
import type { LawLowering } from './law.js';
import type { PredictionPlan } from './plan.js';

export function lowerPrediction(predict: Predict, laws: LawLowering): PredictionPlan {
    const expressions = new ExpressionLowering({
        lowerName: (text) => constantNamed(text) ?? NOT_COMPUTABLE,
        scheduleNamed: laws.scheduleNamed,
        findLaw: laws.findLaw,
        planOf: laws.planOf,
    });
    const value = expressions.lower(predict.value);
    return {
        text: textOf(predict.value),
        range: rangeOf(predict.value),
        value,
        ...expressions.sources,
    };
}
