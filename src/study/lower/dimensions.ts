import type { Expr } from '../../expression/expr.js';
import { fold } from '../../expression/walk.js';
import { DIMENSIONLESS, divide, multiply, type Dimension } from '../../quantity/dimension.js';

/** By variable. */
export type Dimensions = ReadonlyMap<string, Dimension>;

/** The dimension of products and quotients of variables, such as `6 * N * D`; undefined for anything else. */
export function dimensionOf(expr: Expr, dimensions: Dimensions): Dimension | undefined {
    return fold<Dimension | undefined>([expr], (node, [left, right]) => {
        if (node.kind === 'number') return DIMENSIONLESS;
        if (node.kind === 'name') return dimensions.get(node.name);
        if (node.kind !== 'binary' || left === undefined || right === undefined) return undefined;
        if (node.operator === '*') return multiply(left, right);
        return node.operator === '/' ? divide(left, right) : undefined;
    })[0];
}
