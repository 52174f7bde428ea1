/** Parameters of a law that are tied to others, as in `beta = alpha`, or to those of other laws: their formulas in what is free or pinned. */
import { name } from '../../expression/build.js';
import type { Expr } from '../../expression/expr.js';
import type { Expression, Law } from '../../language/generated/ast.js';
import { isTie, parametersOf, settlingEntry } from '../../language/laws.js';
import type { Scope } from '../../language/scope.js';
import type { Sources } from './plan.js';
import { constantNamed, ExpressionLowering, type ExpressionContext } from './expression.js';

export class Ties {
    private readonly formulas = new Map<string, Expression>();
    private readonly expressions: ExpressionLowering;

    /** The checks have seen that no circle of ties is among them. `key` begins the qualified names of the law's parameters. */
    constructor(law: Law, key: string, scope: Scope, laws: Pick<ExpressionContext, 'findLaw' | 'planOf'>) {
        for (const parameter of parametersOf(law, scope) ?? []) {
            const entry = settlingEntry(law, parameter, scope);
            if (entry?.value !== undefined && isTie(entry)) this.formulas.set(parameter, entry.value);
        }
        this.expressions = new ExpressionLowering({
            lowerName: (text) => constantNamed(text) ?? (this.has(text) ? this.valueOf(text) : name(`${key}.${text}`)),
            findLaw: laws.findLaw,
            planOf: laws.planOf,
        });
    }

    /** What the formulas asked for so far rest on. */
    get sources(): Sources {
        return this.expressions.sources;
    }

    has(parameter: string): boolean {
        return this.formulas.has(parameter);
    }

    valueOf(parameter: string): Expr {
        return this.expressions.lower(this.formulas.get(parameter));
    }
}
