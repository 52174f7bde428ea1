/** Budgets that ask for a mixture of samples. */
import { simplify } from '../../expression/simplify.js';
import { differentiate } from '../../expression/differentiate.js';
import { freeNames } from '../../expression/names.js';
import { num } from '../../expression/build.js';
import { substitute } from '../../expression/substitute.js';
import type { Expr } from '../../expression/expr.js';
import { constantValue } from '../../language/constants.js';
import {
    isBound,
    isConstraint,
    isGoal,
    isSweep,
    type Budget,
    type Counts,
    type Expression,
    type GroupColumn,
} from '../../language/generated/ast.js';
import { limitOfMixture, mixtureParts, runsOfCounts } from '../../language/mixtures.js';
import { rangeOf, rangeOfProperty, textOf } from '../places.js';
import { limitOf, lowerSweep } from './budget.js';
import type { ChoiceSources } from './choices.js';
import { NOT_COMPUTABLE } from './expression.js';
import type { LawLowering } from './law.js';
import { shownUnits } from './shownUnits.js';
import type { MixturePlan, RowQuantity } from './mixturePlan.js';
import type { BudgetPlan } from './budgetPlan.js';
import { lowerFormula } from './rowFormulas.js';
import type { Mention } from './runsPlan.js';

/** Undefined for one that is not finished. */
export function lowerMixture(
    budget: Budget,
    counts: Counts,
    laws: LawLowering,
    planRuns: ChoiceSources['planRuns'],
    seed: number | undefined,
): BudgetPlan | undefined {
    const goal = budget.entries.find(isGoal);
    const constraint = budget.entries.find(isConstraint);
    const mixture = mixtureOf(budget, counts, laws, planRuns, seed);
    if (goal === undefined || constraint === undefined) return undefined;
    const sweep = budget.entries.find(isSweep);
    const relation = mixture?.aim === 'cost' ? '>=' : '<=';
    return {
        name: budget.name,
        range: rangeOfProperty(budget, 'name'),
        goal: textOf(goal),
        sense: goal.sense,
        objective: NOT_COMPUTABLE,
        constraints: [{ left: NOT_COMPUTABLE, relation, right: NOT_COMPUTABLE, text: textOf(constraint.condition) }],
        variables: [],
        sweep: sweep === undefined ? null : lowerSweep(sweep, [], new Map()),
        choices: [],
        mixture,
        limit: limitOf(constraint.condition, 0),
        judging: [],
        rivals: [],
        units: shownUnits(budget, laws.scope),
        calls: [],
        borrowed: [],
        solutions: [],
        unusable: mixture === null ? [counts.source] : [],
    };
}

const DEFAULT_SEED = 1;

/** Null where the runs have errors. */
function mixtureOf(
    budget: Budget,
    counts: Counts,
    laws: LawLowering,
    planRuns: ChoiceSources['planRuns'],
    seed = DEFAULT_SEED,
): MixturePlan | null {
    const rows = runsOfCounts(counts, laws.scope);
    const runs = rows && planRuns(rows);
    const { aim, solved, spent, limit } = mixtureParts(budget, laws.scope);
    if (runs === undefined || solved === undefined || spent === undefined) return null;
    const quantityOf = (expression: Expression): RowQuantity => {
        const { value, text, mentions } = lowerFormula(expression, laws);
        return {
            value,
            text,
            range: rangeOf(expression),
            mentions: mentions.filter(({ name }) => name !== counts.name),
        };
    };
    const [, right, drawn] = solved.operands.map(({ value }) => quantityOf(value));
    const cost = quantityOf(spent.operands[0].value);
    const bound = budget.entries.filter(isBound).find(({ name }) => name === counts.name);
    return {
        aim,
        count: counts.name,
        range: rangeOfProperty(counts, 'name'),
        runs,
        by: counts.columns.map(labelOf),
        problem: labelOf(solved.groups[0]),
        right,
        drawn,
        cost: { ...cost, value: priceOf(cost.value, counts.name) },
        most: constantValue(bound?.upper) ?? Infinity,
        limit: limitOfMixture(limit, budget) ?? NaN,
        seed,
    };
}

function labelOf(node: GroupColumn): Mention {
    return { name: node.column, range: rangeOf(node), isLabel: true };
}

/** Of one sample, where a cost is proportional to their count; NaN where it is not. */
function priceOf(cost: Expr, count: string): Expr {
    const price = simplify(differentiate(cost, count));
    const atNone = simplify(substitute(cost, new Map([[count, num(0)]])));
    const isProportional = !freeNames(price).includes(count) && atNone.kind === 'number' && atNone.value === 0;
    return isProportional ? price : NOT_COMPUTABLE;
}
