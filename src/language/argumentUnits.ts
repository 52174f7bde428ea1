/** The unit in which a law's formula sees an argument. */
import { DIMENSIONLESS, type Dimension } from '../quantity/dimension.js';
import { parseQuantity } from '../quantity/parse.js';
import { unitNamed } from '../quantity/units.js';
import type { Argument } from './generated/ast.js';

export interface ArgumentUnit {
    /** What 1 in the formula is in base terms: 1e9 for `D in 1e9 tokens`. */
    readonly factor: number;
    /** That of a plain number for `MFU in 1`; undefined where only a multiple is written, `V in 1e3`. */
    readonly dimension: Dimension | undefined;
}

/** Undefined where none is written, or what is written has no meaning. */
export function unitOfArgument({ scale, unit }: Argument): ArgumentUnit | undefined {
    if (unit !== undefined) return unitNamed(unit);
    const quantity = scale === undefined ? undefined : parseQuantity(scale);
    if (!quantity?.ok || !(quantity.base > 0)) return undefined;
    const isPlain = quantity.base === 1 && quantity.dimension === undefined;
    return { factor: quantity.base, dimension: isPlain ? DIMENSIONLESS : quantity.dimension };
}
