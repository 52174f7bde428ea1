/** Budgets as optimisation problems over their free names. */
import { AstUtils } from 'langium';
import { name } from '../../expression/build.js';
import type { Constraint } from '../../allocate/problem.js';
import type { Expr } from '../../expression/expr.js';
import { freeNames } from '../../expression/names.js';
import { namesOf } from '../../language/binding.js';
import { constantValue } from '../../language/constants.js';
import {
    isBound,
    isConstraint,
    isGoal,
    isLet,
    isNumberLiteral,
    isReference,
    isSweep,
    type Budget,
    type Expression,
    type Sweep,
} from '../../language/generated/ast.js';
import { countsOf } from '../../language/mixtures.js';
import type { Dimension } from '../../quantity/dimension.js';
import { parseQuantity } from '../../quantity/parse.js';
import { rangeOf, rangeOfProperty, textOf } from '../places.js';
import { chosenBy, lowerChoices, type ChoiceSources } from './choices.js';
import { lowerConstraint } from './constraint.js';
import { constantNamed, ExpressionLowering } from './expression.js';
import type { LawLowering } from './law.js';
import { lowerMixture } from './mixture.js';
import type { BudgetPlan, LimitPlan } from './budgetPlan.js';
import type { CallPlan } from './plan.js';
import { dimensionOf, type Dimensions } from './dimensions.js';
import { lowerRivals } from './rivals.js';
import { shownUnits } from './shownUnits.js';

/** Undefined for a budget without a goal. `seed` replaces that of what is drawn. */
export function lowerBudget(
    budget: Budget,
    laws: LawLowering,
    planRuns: ChoiceSources['planRuns'],
    seed: number | undefined,
): BudgetPlan | undefined {
    const counts = countsOf(budget);
    if (counts !== undefined) return lowerMixture(budget, counts, laws, planRuns, seed);
    const goal = budget.entries.find(isGoal);
    if (goal === undefined) return undefined;
    const expressions = budgetExpressions(budget, laws);
    const objective = expressions.lower(goal.value);
    const constraints = budget.entries.filter(isConstraint);
    const lowered = constraints.map(({ condition }) => lowerConstraint(condition, expressions));
    const judging = [...expressions.sources.calls];
    const sweep = budget.entries.find(isSweep);
    const dimensions = dimensionsOf(judging);
    const bounds = new Map(budget.entries.filter(isBound).map((bound) => [bound.name, bound]));
    const questions = [objective, ...lowered.flatMap(({ left, right }) => [left, right])];
    const { choices, unusable } = lowerChoices(budget, { scope: laws.scope, planOf: laws.planOf, planRuns });
    const given = new Set([sweep?.name, ...choices.map((choice) => choice.name)]);
    const isVariable = (text: string): boolean => !text.includes('.') && !given.has(text);
    const variables = inOrderOfText(budget, new Set(questions.flatMap(freeNames).filter(isVariable)));
    return {
        name: budget.name,
        range: rangeOfProperty(budget, 'name'),
        goal: textOf(goal),
        sense: goal.sense,
        objective,
        constraints: lowered,
        variables: variables.map((variable) => {
            const bound = bounds.get(variable);
            return {
                name: variable,
                lower: constantValue(bound?.lower) ?? 0,
                upper: constantValue(bound?.upper) ?? Infinity,
                dimension: dimensions.get(variable),
                boundText: bound === undefined ? '' : textOf(bound),
            };
        }),
        sweep: sweep === undefined ? null : lowerSweep(sweep, lowered, dimensions),
        choices,
        mixture: null,
        limit: constraints.flatMap(({ condition }, index) => limitOf(condition, index) ?? [])[0],
        judging,
        rivals: lowerRivals(budget, expressions),
        units: shownUnits(budget, laws.scope),
        ...expressions.sources,
        unusable: [...expressions.sources.unusable, ...unusable],
    };
}

/** As people say them: `f(N, D)` asks for N and D, whatever the law's formula mentions first. */
function inOrderOfText(budget: Budget, names: ReadonlySet<string>): string[] {
    const mentions = AstUtils.streamAllContents(budget).filter(isReference).flatMap(namesOf);
    return [...new Set(mentions)].filter((mentioned) => names.has(mentioned));
}

/** Each `let` is lowered once and shared; a free name is a variable. */
function budgetExpressions(budget: Budget, laws: LawLowering): ExpressionLowering {
    const lets = new Map(budget.entries.filter(isLet).map((each) => [each.name, each.value]));
    const lowered = new Map<string, Expr>();
    const expressions: ExpressionLowering = new ExpressionLowering({
        lowerName: (text) => {
            const value = lets.get(text);
            if (value !== undefined) {
                lets.delete(text);
                lowered.set(text, expressions.lower(value));
            }
            return lowered.get(text) ?? constantNamed(text) ?? name(text);
        },
        scheduleNamed: laws.scheduleNamed,
        chosenBy,
        findLaw: laws.findLaw,
        planOf: laws.planOf,
    });
    return expressions;
}

/** Undefined where the right side is no number. */
export function limitOf(condition: Expression, constraint: number): LimitPlan | undefined {
    const limit = condition.$type === 'Operation' ? condition.right : undefined;
    if (!isNumberLiteral(limit)) return undefined;
    const quantity = parseQuantity(limit.text);
    if (!quantity.ok) return undefined;
    return {
        constraint,
        unit: quantity.unitName ?? null,
        factor: quantity.unit?.factor ?? 1,
        written: quantity.value,
        range: rangeOf(limit),
    };
}

/** About four points per decade, both ends included, evenly spaced in the logarithm where both ends are positive. */
export function lowerSweep(
    sweep: Sweep,
    constraints: readonly Constraint[],
    dimensions: Dimensions,
): BudgetPlan['sweep'] {
    const lower = constantValue(sweep.lower) ?? NaN;
    const upper = constantValue(sweep.upper) ?? NaN;
    const isGeometric = lower > 0 && upper > 0;
    const decades = isGeometric ? Math.abs(Math.log10(upper / lower)) : FEWEST_POINTS / POINTS_PER_DECADE;
    const wanted = Math.round(decades * POINTS_PER_DECADE) + 1;
    const count = Math.min(Math.max(Number.isFinite(wanted) ? wanted : 0, FEWEST_POINTS), MOST_POINTS);
    const at = (share: number): number =>
        isGeometric ? lower * (upper / lower) ** share : lower + (upper - lower) * share;
    const inner = Array.from({ length: count - 2 }, (_, index) => withoutRounding(at((index + 1) / (count - 1))));
    return {
        name: sweep.name,
        values: [lower, ...inner, upper],
        dimension: literalDimension(sweep) ?? sweptDimension(sweep.name, constraints, dimensions),
    };
}

const POINTS_PER_DECADE = 4;
const FEWEST_POINTS = 9;
const MOST_POINTS = 65;

/** 1e24, not 1.0000000000000003e+24. */
function withoutRounding(value: number): number {
    return Number(value.toPrecision(12));
}

function literalDimension({ lower, upper }: Sweep): Dimension | undefined {
    const literal = [lower, upper].find(isNumberLiteral);
    const quantity = literal && parseQuantity(literal.text);
    return quantity?.ok ? quantity.dimension : undefined;
}

/** What a constraint measures the swept quantity against. */
function sweptDimension(
    swept: string,
    constraints: readonly Constraint[],
    dimensions: Dimensions,
): Dimension | undefined {
    for (const { left, right } of constraints) {
        const [side, other] = right.kind === 'name' && right.name === swept ? [right, left] : [left, right];
        const dimension = side.kind === 'name' && side.name === swept ? dimensionOf(other, dimensions) : undefined;
        if (dimension !== undefined) return dimension;
    }
    return undefined;
}

/** A variable that is an argument of a law is measured as that argument is. */
function dimensionsOf(calls: readonly CallPlan[]): Dimensions {
    const dimensions = new Map<string, Dimension>();
    for (const { law, operands } of calls) {
        operands.forEach((operand, index) => {
            const { dimension } = law.arguments[index];
            if (operand.kind === 'name' && dimension !== undefined) dimensions.set(operand.name, dimension);
        });
    }
    return dimensions;
}
