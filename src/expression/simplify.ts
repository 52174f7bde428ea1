/**
 * Smaller formulas of the same value wherever both are finite: constants are folded, neutral elements dropped, constant
 * factors gathered, and equal subexpressions become one node.
 */
import { add, call, div, mul, neg, num, pow, select, sub } from './build.js';
import type { BinaryNode, CallNode, Expr, NumberNode } from './expr.js';
import { FUNCTIONS } from './functions.js';
import { share } from './share.js';
import { withOperands } from './substitute.js';
import { fold } from './walk.js';

export function simplify(expr: Expr): Expr {
    return simplifyAll([expr])[0];
}

/** The same for several formulas; what they share stays shared. */
export function simplifyAll(exprs: readonly Expr[]): Expr[] {
    return share(fold<Expr>(share(exprs), simplifyNode));
}

function simplifyNode(node: Expr, operands: readonly Expr[]): Expr {
    switch (node.kind) {
        case 'negate':
            return neg(operands[0]);
        case 'binary':
            return simplifyBinary(node, operands[0], operands[1]);
        case 'call':
            return simplifyCall(withOperands(node, operands) as CallNode);
        default:
            return withOperands(node, operands);
    }
}

function simplifyBinary(node: BinaryNode, left: Expr, right: Expr): Expr {
    switch (node.operator) {
        case '+':
            return left === right ? mul(num(2), left) : add(left, right);
        case '-':
            return left === right ? num(0) : (exponentialLessOne(left, right) ?? sub(left, right));
        case '*':
            return simplifyProduct(left, right);
        case '/':
            return right.kind === 'number' && isProductWithNumber(left)
                ? simplifyProduct(num(left.left.value / right.value), left.right)
                : div(left, right);
        case '^':
            return pow(left, right);
    }
}

/** e^u − 1 and 1 − e^u by the function that loses no digits where u is small; undefined for other differences. */
function exponentialLessOne(left: Expr, right: Expr): Expr | undefined {
    if (isOne(right) && isExponential(left)) return call('expm1', ...left.operands);
    return isOne(left) && isExponential(right) ? neg(call('expm1', ...right.operands)) : undefined;
}

function isOne(node: Expr): boolean {
    return node.kind === 'number' && node.value === 1;
}

function isExponential(node: Expr): node is CallNode {
    return node.kind === 'call' && node.function === 'exp';
}

/** Constant factors go to the front and are multiplied: x·2 → 2·x, 2·(3·x) → 6·x. */
function simplifyProduct(left: Expr, right: Expr): Expr {
    if (right.kind === 'number' && left.kind !== 'number') return simplifyProduct(right, left);
    if (left.kind === 'number' && isProductWithNumber(right)) {
        return mul(num(left.value * right.left.value), right.right);
    }
    return mul(left, right);
}

function isProductWithNumber(node: Expr): node is BinaryNode & { readonly left: NumberNode } {
    return node.kind === 'binary' && node.operator === '*' && node.left.kind === 'number';
}

function simplifyCall(node: CallNode): Expr {
    const values = node.operands.map((operand) => (operand.kind === 'number' ? operand.value : undefined));
    if (values.every((value) => value !== undefined)) return num(FUNCTIONS[node.function].evaluate(...values));
    const [inner, other, then, otherwise] = node.operands;
    if (node.function === 'select') return select(inner, other, then, otherwise);
    return node.function === 'log' && inner.kind === 'call' && inner.function === 'exp' ? inner.operands[0] : node;
}
