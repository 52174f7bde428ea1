/** Which argument of a law is the model's size N, the tokens D, or the compute C: by its unit, else by its usual name. */
import { sameDimension, type Dimension } from '../quantity/dimension.js';

export interface Roles {
    /** Indices into the arguments. */
    readonly size: number | undefined;
    readonly tokens: number | undefined;
    readonly compute: number | undefined;
}

interface Quantity {
    readonly name: string;
    readonly dimension: Dimension | undefined;
}

export function rolesOf(quantities: readonly Quantity[]): Roles {
    return {
        size: indexOf(quantities, { params: 1 }, 'N'),
        tokens: indexOf(quantities, { tokens: 1 }, 'D'),
        compute: indexOf(quantities, { params: 1, tokens: 1 }, 'C'),
    };
}

/** Key of the axis of C = 6·N·D, where compute is no column. */
export const COMPUTE = 'compute';

/** Training compute in FLOP: C = 6·N·D (Kaplan et al. 2020, section 2.1). */
export function computeOf(N: number, D: number): number {
    return 6 * N * D;
}

function indexOf(quantities: readonly Quantity[], dimension: Dimension, usualName: string): number | undefined {
    const byUnit = quantities.findIndex(
        (each) => each.dimension !== undefined && sameDimension(each.dimension, dimension),
    );
    const byName = quantities.findIndex((each) => each.dimension === undefined && each.name === usualName);
    const found = byUnit >= 0 ? byUnit : byName;
    return found >= 0 ? found : undefined;
}
