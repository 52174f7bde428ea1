/** A budget question as plain data. */
import type { Expr } from '../expression/expr.js';

export type Relation = '<=' | '>=' | '==';

export interface Constraint {
    readonly left: Expr;
    readonly relation: Relation;
    readonly right: Expr;
    /** As the user wrote it; names the constraint in messages. */
    readonly text: string;
}

export interface Variable {
    readonly name: string;
    /** Bounds of the decision, positive (the search is in log space); 0 and Infinity where there is none. */
    readonly lower: number;
    readonly upper: number;
}

export interface Sweep {
    readonly name: string;
    /** Ascending or descending, at least two. */
    readonly values: readonly number[];
}

/** Fitted or published constants, by name, and joint draws of the uncertain ones. */
export interface Constants {
    readonly names: readonly string[];
    readonly values: Float64Array;
    /** Row-major, `count` × `names.length`; null where no uncertainty is known. */
    readonly draws: { readonly count: number; readonly values: Float64Array } | null;
}

/** The same question under further constraints, or decided by another goal. */
export interface Rival {
    readonly constraints: readonly Constraint[];
    readonly goal: Pick<AllocationProblem, 'sense' | 'objective'> | null;
}

export interface AllocationProblem {
    readonly sense: 'minimize' | 'maximize';
    readonly objective: Expr;
    readonly constraints: readonly Constraint[];
    readonly variables: readonly Variable[];
    readonly constants: Constants;
    readonly sweep: Sweep | null;
    /** Other choices that the answer is compared with. */
    readonly rivals?: readonly Rival[];
}
