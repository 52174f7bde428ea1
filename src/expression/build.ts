/**
 * Constructors of formulas. `binary`, `negate` and `call` build exactly what they are asked; `add`, `sub`, … also fold
 * constants and drop neutral elements, which keeps derivatives small. (0·x becomes 0 although x may be infinite.)
 */
import type { BinaryOperator, Expr, NumberNode } from './expr.js';
import type { FunctionName } from './functions.js';

export function num(value: number): NumberNode {
    return { kind: 'number', value };
}

export function name(text: string): Expr {
    return { kind: 'name', name: text };
}

export function binary(operator: BinaryOperator, left: Expr, right: Expr): Expr {
    return { kind: 'binary', operator, left, right };
}

export function negate(operand: Expr): Expr {
    return { kind: 'negate', operand };
}

export function call(fn: FunctionName, ...operands: readonly Expr[]): Expr {
    return { kind: 'call', function: fn, operands };
}

export const ZERO = num(0);
export const ONE = num(1);

export function isNumber(node: Expr, value: number): boolean {
    return node.kind === 'number' && node.value === value;
}

export function neg(a: Expr): Expr {
    if (a.kind === 'number') return num(-a.value);
    if (a.kind === 'negate') return a.operand;
    if (a.kind === 'binary' && a.operator === '-') return binary('-', a.right, a.left);
    return negate(a);
}

export function add(a: Expr, b: Expr): Expr {
    if (a.kind === 'number' && b.kind === 'number') return num(a.value + b.value);
    if (isNumber(a, 0)) return b;
    if (isNumber(b, 0)) return a;
    if (b.kind === 'negate') return binary('-', a, b.operand);
    if (a.kind === 'negate') return binary('-', b, a.operand);
    return binary('+', a, b);
}

export function sub(a: Expr, b: Expr): Expr {
    if (a.kind === 'number' && b.kind === 'number') return num(a.value - b.value);
    if (isNumber(a, 0)) return neg(b);
    if (isNumber(b, 0)) return a;
    if (b.kind === 'negate') return add(a, b.operand);
    return binary('-', a, b);
}

export function mul(a: Expr, b: Expr): Expr {
    if (a.kind === 'number' && b.kind === 'number') return num(a.value * b.value);
    if (isNumber(a, 0) || isNumber(b, 0)) return ZERO;
    if (isNumber(a, 1)) return b;
    if (isNumber(b, 1)) return a;
    if (isNumber(a, -1)) return neg(b);
    if (isNumber(b, -1)) return neg(a);
    if (a.kind === 'negate') return neg(mul(a.operand, b));
    if (b.kind === 'negate') return neg(mul(a, b.operand));
    return binary('*', a, b);
}

export function div(a: Expr, b: Expr): Expr {
    if (a.kind === 'number' && b.kind === 'number') return num(a.value / b.value);
    if (isNumber(a, 0)) return ZERO;
    if (isNumber(b, 1)) return a;
    if (isNumber(b, -1)) return neg(a);
    if (a.kind === 'negate') return neg(div(a.operand, b));
    if (b.kind === 'negate') return neg(div(a, b.operand));
    return binary('/', a, b);
}

export function pow(a: Expr, b: Expr): Expr {
    if (a.kind === 'number' && b.kind === 'number') return num(a.value ** b.value);
    if (isNumber(b, 0) || isNumber(a, 1)) return ONE;
    if (isNumber(b, 1)) return a;
    return binary('^', a, b);
}

/** x where a ≤ b, else y. */
export function select(a: Expr, b: Expr, x: Expr, y: Expr): Expr {
    if (a.kind === 'number' && b.kind === 'number' && a.value <= b.value) return x;
    if (a.kind === 'number' && b.kind === 'number' && a.value > b.value) return y;
    return x === y || (x.kind === 'number' && isNumber(y, x.value)) ? x : call('select', a, b, x, y);
}

export function sum(terms: readonly Expr[]): Expr {
    return terms.reduce(add, ZERO);
}
