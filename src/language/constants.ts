/** The value of an expression that is made of numbers alone, as bounds, pins and presets are. */
import { FUNCTIONS } from '../expression/functions.js';
import { parseQuantity } from '../quantity/parse.js';
import { CONSTANTS, isNumericFunction } from './functions.js';
import type { Expression, NumberLiteral } from './generated/ast.js';

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

/** `0.5 .. 8 USD/GPU-hour`: a unit at the upper end of a range goes for a plain number at the lower end, too. */
function valueOfLiteral(literal: NumberLiteral): number | undefined {
    const quantity = parseQuantity(literal.text);
    if (!quantity.ok) return undefined;
    const upper = literal.$containerProperty === 'lower' && 'upper' in literal.$container && literal.$container.upper;
    if (quantity.unit !== undefined || !upper || upper.$type !== 'NumberLiteral') return quantity.base;
    const end = parseQuantity(upper.text);
    return quantity.base * (end.ok ? (end.unit?.factor ?? 1) : 1);
}

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
