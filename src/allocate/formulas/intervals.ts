/** Between which values a formula lies, given those between which its names do: interval arithmetic, without care for rounding. */
import type { BinaryNode, CallNode, Expr } from '../../expression/expr.js';
import type { FunctionName } from '../../expression/functions.js';

/** Ends included; infinite where nothing is known. */
export type Range = readonly [lower: number, upper: number];

const ANYTHING: Range = [-Infinity, Infinity];

/** Of a node, from those of its operands. */
export function rangeOfNode(node: Expr, operands: readonly Range[], rangeOfName: (name: string) => Range): Range {
    switch (node.kind) {
        case 'number':
            return [node.value, node.value];
        case 'name':
            return rangeOfName(node.name);
        case 'negate':
            return negated(operands[0]);
        case 'binary':
            return ofBinary(node.operator, operands[0], operands[1]);
        case 'call':
            return ofCall(node, operands);
        case 'solve':
            return [operands[0][0], operands[1][1]];
        case 'drops':
            return ANYTHING;
    }
}

function ofBinary(operator: BinaryNode['operator'], left: Range, right: Range): Range {
    switch (operator) {
        case '+':
            return between(left[0] + right[0], left[1] + right[1]);
        case '-':
            return ofBinary('+', left, negated(right));
        case '*':
            return ofCorners(left, right, (a, b) => a * b);
        case '/':
            return right[0] > 0 || right[1] < 0 ? ofCorners(left, right, (a, b) => a / b) : ANYTHING;
        case '^':
            return left[0] > 0 ? ofCorners(left, right, Math.pow) : ANYTHING;
    }
}

function negated([lower, upper]: Range): Range {
    return [-upper, -lower];
}

/** Of an operation that grows or falls throughout in each of its operands. */
function ofCorners(left: Range, right: Range, operation: (a: number, b: number) => number): Range {
    const corners = left.flatMap((a) => right.map((b) => operation(a, b)));
    return between(Math.min(...corners), Math.max(...corners));
}

/** What is no number, such as ∞ − ∞, may be anything. */
function between(lower: number, upper: number): Range {
    return [Number.isNaN(lower) ? -Infinity : lower, Number.isNaN(upper) ? Infinity : upper];
}

const GROWING: ReadonlyMap<FunctionName, (x: number) => number> = new Map([
    ['exp', Math.exp],
    ['expm1', Math.expm1],
    ['sqrt', Math.sqrt],
    ['log', Math.log],
    ['ln', Math.log],
    ['log2', Math.log2],
    ['log10', Math.log10],
    ['log1p', Math.log1p],
    ['tanh', Math.tanh],
    ['atan', Math.atan],
]);

function ofCall(node: CallNode, operands: readonly Range[]): Range {
    const growing = GROWING.get(node.function);
    if (growing !== undefined) return between(growing(operands[0][0]), growing(operands[0][1]));
    const [lowers, uppers] = [operands.map(([lower]) => lower), operands.map(([, upper]) => upper)];
    switch (node.function) {
        case 'min':
            return [Math.min(...lowers), Math.min(...uppers)];
        case 'max':
            return [Math.max(...lowers), Math.max(...uppers)];
        case 'select':
            return [Math.min(...lowers.slice(2)), Math.max(...uppers.slice(2))];
        default:
            return ANYTHING;
    }
}
