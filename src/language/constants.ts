/** The value of an expression that is made of numbers alone, as bounds, pins and presets are. */
import { FUNCTIONS } from '../expression/functions.js';
import { parseQuantity } from '../quantity/parse.js';
import type { Unit } from '../quantity/units.js';
import { CONSTANTS, isNumericFunction } from './functions.js';
import { isNumberLiteral, type Expression, type NumberLiteral } from './generated/ast.js';

/** In base terms (FLOP, tokens, seconds, …). Undefined where something is missing or named, or where there is no value. */
export function constantValue(expression: Expression | undefined): number | undefined {
    const value = expression === undefined ? undefined : evaluate(expression);
    return value === undefined || Number.isNaN(value) ? undefined : value;
}

function evaluate(expression: Expression): number | undefined {
    switch (expression.$type) {
        case 'NumberLiteral':
            return valueOfLiteral(expression);
        case 'Negation':
            return combine([expression.operand], (value) => -value);
        case 'Power':
            return combine([expression.base, expression.exponent], Math.pow);
        case 'Operation':
            return combine([expression.left, expression.right], OPERATORS[expression.operator]);
        case 'Reference': {
            const { name, call, operands, index, parameter } = expression;
            if (!call) return index === undefined && parameter === undefined ? CONSTANTS.get(name) : undefined;
            return isNumericFunction(name)
                ? combine(
                      operands.map(({ value }) => value),
                      FUNCTIONS[name].evaluate,
                  )
                : undefined;
        }
        case 'TextLiteral':
            return undefined;
    }
}

function valueOfLiteral(literal: NumberLiteral): number | undefined {
    const quantity = parseQuantity(literal.text);
    if (!quantity.ok) return undefined;
    return quantity.base * (quantity.unit === undefined ? (sharedUnit(literal)?.factor ?? 1) : 1);
}

/**
 * `0.5 .. 8 USD/GPU-hour`, `{1, 10, 100 GPU-hours}`: the last unit of a range or list, which goes for its plain numbers, too.
 * Undefined for a number that stands anywhere else, and where no number has a unit.
 */
export function sharedUnit({ $container: container, $containerProperty: place }: NumberLiteral): Unit | undefined {
    if (place === undefined || !MEMBERS.includes(place)) return undefined;
    const values = MEMBERS.flatMap((property) => container[property as keyof typeof container] ?? []) as unknown[];
    const quantities = values.filter(isNumberLiteral).map(({ text }) => parseQuantity(text));
    return quantities.flatMap((quantity) => (quantity.ok ? (quantity.unit ?? []) : [])).at(-1);
}

/** Properties of nodes that hold the ends of a range, or the values of a list. */
const MEMBERS = ['options', 'values', 'lower', 'upper'];

const OPERATORS: Readonly<Record<string, ((left: number, right: number) => number) | undefined>> = {
    '+': (left, right) => left + right,
    '-': (left, right) => left - right,
    '*': (left, right) => left * right,
    '/': (left, right) => left / right,
};

function combine(
    operands: readonly (Expression | undefined)[],
    compute: ((...values: number[]) => number) | undefined,
): number | undefined {
    const values = operands.map(constantValue);
    if (compute === undefined || values.some((value) => value === undefined)) return undefined;
    return compute(...(values as number[]));
}
