/** A budget question as plain data. */
import type { Expr } from '../expression/expr.js';
import type { ShownUnits } from '../quantity/shownUnit.js';

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

/** One of several lists that something is chosen from. */
export interface Factor {
    readonly name: string;
    /** What each option is called. */
    readonly labels: readonly string[];
    /** Options that are numbers; null for others. */
    readonly numbers: Float64Array | null;
    /** Numbers that go on beyond the ends which the user chose, such as 1 .. 512. */
    readonly isRange: boolean;
}

/** A name in the formulas whose value the chosen options give. */
export interface Slot {
    readonly name: string;
    /** Indices of the factors that it depends on, ascending. */
    readonly factors: readonly number[];
    /** For each combination of their options, the last factor's fastest. NaN where it has none. */
    readonly values: Float64Array;
    /** Where the value is one of the constants: its index among them, else −1. Null where none is. */
    readonly constants: Int32Array | null;
}

/** What is chosen from lists: one option of each factor. */
export interface Choices {
    readonly factors: readonly Factor[];
    readonly slots: readonly Slot[];
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
    /** Undefined where all is decided continuously. */
    readonly choices?: Choices | undefined;
    /** Other choices that the answer is compared with. */
    readonly rivals?: readonly Rival[];
    /** In which messages speak of variables, by name, and of what constraints limit, by their text; base terms where none is given. */
    readonly units?: ShownUnits;
}
