import type { Constants } from '../../allocate/problem.js';
import type { Expr } from '../../expression/expr.js';
import type { ParameterSpec } from '../../fit/problem.js';
import type { LawPlan, LawUse } from '../lower/plan.js';
import { bandOf } from '../pictures/bands.js';

/** The laws whose values a fit of a law needs: those in its formula, and those at whose values it begins. */
export function lawsNeededToFit({ uses, startsFrom }: LawPlan): readonly LawUse[] {
    return [...uses, ...startsFrom];
}

/** A fit's parameters as the estimator takes them; `constants` are those of the laws that it needs. */
export function parameterSpecs({ parameters }: LawPlan, constants: Constants): ParameterSpec[] {
    return parameters.map(({ name, lower, upper, pinned, start }) => {
        const first = start && valueOf(start, constants);
        return {
            name,
            lower,
            upper,
            ...(pinned === undefined ? {} : { pinned }),
            // Another law's value need not lie within the bounds.
            ...(first === undefined ? {} : { start: Math.min(upper, Math.max(lower, first)) }),
        };
    });
}

/** Undefined where it cannot be computed: the fit needs no start. */
function valueOf(expr: Expr, { names, values }: Constants): number | undefined {
    return bandOf(expr, { names, values, draws: null }).estimate ?? undefined;
}
