/** In which unit a budget's values are shown: the one that its text gives them, else the usual one of what they measure. */
import { AstUtils } from 'langium';
import { namesOf } from '../../language/binding.js';
import {
    isBound,
    isChoice,
    isConstraint,
    isGoal,
    isNumberLiteral,
    isOperation,
    isReference,
    isSweep,
    type Budget,
    type Expression,
} from '../../language/generated/ast.js';
import type { Scope } from '../../language/scope.js';
import { Units, type Measure } from '../../language/units.js';
import { divide, multiply, power, type Dimension } from '../../quantity/dimension.js';
import { parseQuantity } from '../../quantity/parse.js';
import { isCount, usualUnit, type ShownUnit, type ShownUnits } from '../../quantity/shownUnit.js';
import { unitNamed } from '../../quantity/units.js';
import { objectiveOf } from '../decisionWords.js';
import { textOf } from '../places.js';

/** Of all names of a budget, and of its goal and its constraints as written. */
export function shownUnits(budget: Budget, scope: Scope): ShownUnits {
    const units = new Units(scope);
    const names = AstUtils.streamAllContents(budget).filter(isReference).flatMap(namesOf);
    const found = new Map([...new Set(names)].map((name) => [name, unitOfName(name, budget, units)]));
    const goal = budget.entries.find(isGoal);
    const objective = goal && objectiveOf(textOf(goal));
    if (goal !== undefined && objective !== undefined && !found.has(objective)) {
        found.set(objective, unitOfMeasure(units.measureOf(goal.value)));
    }
    for (const { condition } of budget.entries.filter(isConstraint))
        found.set(textOf(condition), unitOfLimit(condition, units));
    return Object.fromEntries([...found].flatMap(([name, unit]) => (unit === undefined ? [] : [[name, unit]])));
}

/** What is limited and the limit measure the same. */
function unitOfLimit(condition: Expression, units: Units): ShownUnit | undefined {
    if (!isOperation(condition)) return undefined;
    const { left, right } = condition;
    return shownUnitOf(right) ?? unitOfMeasure(units.measureOf(left) ?? units.measureOf(right));
}

function unitOfName(name: string, budget: Budget, units: Units): ShownUnit | undefined {
    const measure = units.measureOfVariable(budget, name) ?? measureByComparison(name, budget, units);
    return unitWrittenFor(name, budget) ?? unitOfMeasure(measure);
}

/** Where nothing else says what a name measures. */
function measureByComparison(name: string, budget: Budget, units: Units): Measure | undefined {
    return comparisonsOf(budget)
        .map(([left, right]) => measureWhereEqual(name, left, right, units))
        .find((measure) => measure !== undefined);
}

/** That of the number it is compared with, or of its range, bounds or options; FLOP and tokens need no name. */
function unitWrittenFor(name: string, budget: Budget): ShownUnit | undefined {
    const given = budget.entries
        .filter((entry) => isSweep(entry) || isBound(entry) || isChoice(entry))
        .filter((entry) => entry.name === name)
        .flatMap((entry) => [entry.upper, entry.lower, ...(isChoice(entry) ? [...entry.options].reverse() : [])]);
    const compared = comparisonsOf(budget).filter(([side]) => isName(side, name));
    return [...given, ...compared.map(([, other]) => other)].map(shownUnitOf).find((unit) => unit !== undefined);
}

/** What need not be named is left out. */
function shownUnitOf(expression: Expression | undefined): ShownUnit | undefined {
    const unit = writtenUnit(expression);
    const isBare = unit?.factor === 1 && isCount(unitNamed(unit.name)?.dimension ?? {});
    return isBare ? undefined : unit;
}

/** Of a number with a unit. */
export function writtenUnit(expression: Expression | undefined): ShownUnit | undefined {
    const quantity = isNumberLiteral(expression) ? parseQuantity(expression.text) : undefined;
    if (!quantity?.ok || quantity.unit === undefined || quantity.unitName === undefined) return undefined;
    return { name: quantity.unitName, factor: quantity.unit.factor };
}

/** Each constraint both ways round. */
function comparisonsOf({ entries }: Budget): [Expression, Expression][] {
    return entries
        .filter(isConstraint)
        .map(({ condition }) => condition)
        .filter(isOperation)
        .flatMap(({ left, right }): [Expression, Expression][] => [
            [left, right],
            [right, left],
        ]);
}

/** A plain factor may carry a unit that is not written, so that what it belongs to measures something else. */
function unitOfMeasure(measure: Measure | undefined): ShownUnit | undefined {
    if (measure === undefined || measure.hasPlainFactor || isCount(measure.dimension)) return undefined;
    return usualUnit(measure.dimension);
}

/** What a name measures that is a factor of one side of a comparison, `t * 1024 GPUs * 2 USD/GPU-hour <= 1M USD`. */
function measureWhereEqual(name: string, side: Expression, other: Expression, units: Units): Measure | undefined {
    const [left, right] = [partOf(name, side, units), units.measureOf(other)];
    if (left === undefined || right === undefined) return undefined;
    const dimension = power(divide(right.dimension, left.dimension), left.exponent);
    return { ...right, dimension, hasPlainFactor: left.hasPlainFactor || right.hasPlainFactor };
}

interface Part {
    /** Of all other factors. */
    readonly dimension: Dimension;
    readonly hasPlainFactor: boolean;
    /** Of the name: −1 where it is divided by. */
    readonly exponent: number;
}

function partOf(name: string, expression: Expression, units: Units): Part | undefined {
    if (isName(expression, name)) return { dimension: {}, hasPlainFactor: false, exponent: 1 };
    if (!isOperation(expression) || (expression.operator !== '*' && expression.operator !== '/')) return undefined;
    const { operator, left, right } = expression;
    const sides = [left, right].map((side) => partOf(name, side, units));
    const at = sides.findIndex((part) => part !== undefined);
    const part = sides[at];
    const factor = units.measureOfFactor(at === 0 ? right : left);
    if (part === undefined || factor === undefined) return undefined;
    const isDivided = operator === '/';
    const [first, second] = at === 0 ? [part.dimension, factor.dimension] : [factor.dimension, part.dimension];
    return {
        dimension: (isDivided ? divide : multiply)(first, second),
        hasPlainFactor: part.hasPlainFactor || factor.hasPlainFactor,
        exponent: isDivided && at === 1 ? -part.exponent : part.exponent,
    };
}

function isName(expression: Expression | undefined, name: string): boolean {
    return isReference(expression) && !expression.call && namesOf(expression).includes(name);
}
