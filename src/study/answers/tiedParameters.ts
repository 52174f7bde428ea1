/** Parameters that are tied to others: their values follow from those of the fit, for each group where a constant has several. */
import type { Constants } from '../../allocate/problem.js';
import { name } from '../../expression/build.js';
import type { Expr } from '../../expression/expr.js';
import { freeNames } from '../../expression/names.js';
import { substitute } from '../../expression/substitute.js';
import type { FitResult } from '../../fit/result.js';
import type { LawPlan } from '../lower/plan.js';
import { bandOf } from '../pictures/bands.js';
import type { ParameterReport } from '../report.js';
import { fittedConstants } from './constants.js';
import { constantOf, type GroupedConstant } from './groupedConstants.js';
import { ownNames } from './ownFormula.js';

/** `borrowed` are the values of the laws that the law needs. */
export function tiedParameters(
    law: LawPlan,
    borrowed: Constants,
    constants: readonly GroupedConstant[],
    result: FitResult,
): ParameterReport[] {
    const own = ownNames(law, borrowed);
    return law.ties.flatMap((tie) => {
        const value = substitute(tie.value, own);
        return inGroups(tie.name, value, constants).map((each) => tied(each.name, each.value, result));
    });
}

interface Named {
    readonly name: string;
    readonly value: Expr;
}

/** One for each group where the value rests on a constant that has several. */
function inGroups(tie: string, value: Expr, constants: readonly GroupedConstant[]): Named[] {
    const names = new Set(freeNames(value));
    const used = constants.filter(({ parameter }) => names.has(parameter));
    const [first] = used;
    if (first === undefined) return [{ name: tie, value }];
    const together = used.filter(({ column }) => column === first.column);
    const rest = constants.filter((each) => !together.includes(each));
    return first.groups.flatMap((group) => {
        const chosen = together.map(({ parameter }) => [parameter, name(constantOf(parameter, group))] as const);
        return inGroups(constantOf(tie, group), substitute(value, new Map(chosen)), rest);
    });
}

function tied(name: string, value: Expr, result: FitResult): ParameterReport {
    const sources = result.parameters.filter((parameter) => freeNames(value).includes(parameter.name));
    if (value.kind === 'name' && sources.length === 1) return { ...sources[0], name, status: 'tied' };
    // What rests on other laws alone is held while this one is fitted.
    const isSettled = sources.length === 0;
    const isKnown = sources.every(({ estimate }) => estimate !== null);
    const isUncertain = sources.some(({ status }) => status === 'unidentified');
    const { estimate, interval } = isKnown
        ? bandOf(value, fittedConstants(result))
        : { estimate: null, interval: null };
    const status = isSettled ? 'pinned' : 'tied';
    return { name, estimate, standardError: null, interval: isUncertain || isSettled ? null : interval, status };
}
