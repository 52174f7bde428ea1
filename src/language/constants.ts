/** The value of an expression that is made of numbers alone, as bounds, pins and presets are. */
import { FUNCTIONS } from '../expression/functions.js';
import { parseQuantity } from '../quantity/parse.js';
import { CONSTANTS, isNumericFunction } from './functions.js';
import type { Expression } from './generated/ast.js';

/** In base terms (FLOP, tokens, seconds, …). Undefined where something is missing or named, or where there is no value. */
export function constantValue(expression: Expression | undefined): number | undefined {
    const value = expression === undefined ? undefined : evaluate(expression);
    return value === undefined || Number.isNaN(value) ? undefined : value;
}

function evaluate(expression: Expression): number | undefined {
    switch (expression.$type) {
        case 'NumberLiteral': {
            const quantity = parseQuantity(expression.text);
            return quantity.ok ? quantity.base : undefined;
        }
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
