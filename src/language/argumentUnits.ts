/** The unit in which a law's formula sees an argument. */
import type { Dimension } from '../quantity/dimension.js';
import { parseQuantity } from '../quantity/parse.js';
import { unitNamed } from '../quantity/units.js';
import type { Argument } from './generated/ast.js';

export interface ArgumentUnit {
    /** What 1 in the formula is in base terms: 1e9 for `D in 1e9 tokens`. */
    readonly factor: number;
    /** Undefined where only a number is written, `V in 1e3`. */
    readonly dimension: Dimension | undefined;
}

/** Undefined where none is written, or what is written has no meaning. */
export function unitOfArgument({ scale, unit }: Argument): ArgumentUnit | undefined {
    if (unit !== undefined) return unitNamed(unit);
    const quantity = scale === undefined ? undefined : parseQuantity(scale);
    return quantity?.ok && quantity.base > 0 ? { factor: quantity.base, dimension: quantity.dimension } : undefined;
}
