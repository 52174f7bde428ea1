/**
 * How a positive formula bends when it and its variables are seen in logarithms. Products of powers of the variables are straight,
 * sums of them are convex, and so are sums, products and positive powers of what is convex (generalized posynomials: Boyd, Kim,
 * Vandenberghe and Hassibi 2007, "A tutorial on geometric programming", section 5). Where everything is convex every local optimum is
 * the global one.
 */
import type { BinaryNode, CallNode, Expr } from '../../expression/expr.js';
import { fold } from '../../expression/walk.js';
import { signOf, type Known, type Sign } from './positivity.js';

export type LogShape = 'affine' | 'convex' | 'concave' | 'unknown';

interface Part {
    readonly shape: LogShape;
    /** Of a part without variables. */
    readonly sign: Sign | undefined;
}

export function logShapeOf(expr: Expr, variables: ReadonlySet<string>, knownOf: (name: string) => Known): LogShape {
    const [{ shape }] = fold<Part>([expr], (node, parts) => {
        const isVariable = node.kind === 'name' && variables.has(node.name);
        const isConstant = !isVariable && parts.every((part) => part.sign !== undefined);
        if (!isConstant) return { shape: isVariable ? 'affine' : shapeOfNode(node, parts), sign: undefined };
        const sign = signOf(node, knownOf);
        return { shape: sign === 'positive' ? 'affine' : 'unknown', sign };
    });
    return shape;
}

function shapeOfNode(node: Expr, parts: readonly Part[]): LogShape {
    switch (node.kind) {
        case 'binary':
            return shapeOfBinary(node, parts[0], parts[1]);
        case 'call':
            return shapeOfCall(node, parts);
        default:
            return 'unknown';
    }
}

function shapeOfBinary({ operator }: BinaryNode, left: Part, right: Part): LogShape {
    switch (operator) {
        case '+':
            return shapeOfSum(left, right);
        case '*':
            return together(left.shape, right.shape);
        case '/':
            return together(left.shape, turned(right.shape));
        case '^':
            return shapeOfPower(left.shape, right.sign);
        case '-':
            return 'unknown';
    }
}

function shapeOfSum(left: Part, right: Part): LogShape {
    if (left.sign === 'zero') return right.shape;
    if (right.sign === 'zero') return left.shape;
    const mayBeAdded = ({ shape, sign }: Part): boolean => isConvex(shape) || sign === 'nonnegative';
    return mayBeAdded(left) && mayBeAdded(right) ? 'convex' : 'unknown';
}

/** Of a product: logarithms are added. */
function together(a: LogShape, b: LogShape): LogShape {
    if (a === 'affine') return b;
    return b === 'affine' || a === b ? a : 'unknown';
}

function turned(shape: LogShape): LogShape {
    if (shape === 'convex') return 'concave';
    return shape === 'concave' ? 'convex' : shape;
}

/** `exponent`: undefined where it depends on a variable. */
function shapeOfPower(base: LogShape, exponent: Sign | undefined): LogShape {
    if (base === 'affine') return exponent === undefined ? 'unknown' : 'affine';
    if (exponent === 'positive') return base;
    return exponent === 'negative' ? turned(base) : 'unknown';
}

function shapeOfCall({ function: name }: CallNode, parts: readonly Part[]): LogShape {
    const shapes = parts.map(({ shape }) => shape);
    if (name === 'sqrt') return shapes[0];
    if (name === 'max' && shapes.every(isConvex)) return 'convex';
    return name === 'min' && shapes.every((shape) => isConvex(turned(shape))) ? 'concave' : 'unknown';
}

/** Whether the logarithm is convex; one that is straight is, too. */
export function isConvex(shape: LogShape): boolean {
    return shape === 'affine' || shape === 'convex';
}

/** Of one positive formula over another. */
export function shapeOfRatio(above: LogShape, below: LogShape): LogShape {
    return together(above, turned(below));
}

/** Of the reciprocal. */
export function shapeOfInverse(shape: LogShape): LogShape {
    return turned(shape);
}
