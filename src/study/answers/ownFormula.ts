import type { Constants } from '../../allocate/problem.js';
import { name, num } from '../../expression/build.js';
import type { Expr } from '../../expression/expr.js';
import { substitute } from '../../expression/substitute.js';
import type { LawPlan } from '../lower/plan.js';

/** The law in its own parameters, what it uses of other laws as numbers. */
export function ownFormula(law: LawPlan, constants: Constants): Expr {
    return substitute(law.formula, ownNames(law, constants));
}

/** The same as people read it: what it uses of other laws has the name that it has there. */
export function readFormula(law: LawPlan): Expr {
    return substitute(law.formula, new Map(ownParameters(law)));
}

/** What stands for the names in the formulas of a law's own parameters. */
export function ownNames(law: LawPlan, constants: Constants): ReadonlyMap<string, Expr> {
    return new Map<string, Expr>([
        ...constants.names.map((constant, index) => [constant, num(constants.values[index])] as const),
        ...ownParameters(law),
    ]);
}

function ownParameters({ parameters }: LawPlan): (readonly [string, Expr])[] {
    return parameters.map((parameter) => [parameter.qualified, name(parameter.name)] as const);
}
