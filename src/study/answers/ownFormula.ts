import type { Constants } from '../../allocate/problem.js';
import { name, num } from '../../expression/build.js';
import type { Expr } from '../../expression/expr.js';
import { freeNames } from '../../expression/names.js';
import { substitute } from '../../expression/substitute.js';
import { pickColumns } from '../../fit/draws.js';
import type { EarlierConstants } from '../../fit/earlierConstants.js';
import type { LawPlan } from '../lower/plan.js';

/** The law in its own parameters, what it uses of other laws as numbers. */
export function ownFormula(law: LawPlan, constants: Constants): Expr {
    return substitute(law.formula, ownNames(law, constants));
}

/** The same as people read it: what it uses of other laws has the name that it has there. */
export function readFormula(law: LawPlan): Expr {
    return substitute(law.formula, new Map(ownParameters(law)));
}

/** What a fit of the law takes from earlier fits, as far as these have draws. */
export function earlierConstants(law: LawPlan, { names, values, draws }: Constants): EarlierConstants | undefined {
    if (draws === null) return undefined;
    const formula = readFormula(law);
    const used = new Set(freeNames(formula));
    const columns = [...names.keys()].filter((index) => used.has(names[index]));
    if (columns.length === 0) return undefined;
    return {
        law: formula,
        names: columns.map((index) => names[index]),
        values: Float64Array.from(columns, (index) => values[index]),
        draws: pickColumns(draws, columns),
    };
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
