/**
 * Formulas as plain data. An `Expr` is immutable and may share subtrees (it is a DAG in memory):
 * everything that walks one remembers the nodes it has met, so sharing costs nothing.
 */
import type { FunctionName } from './functions.js';

export type BinaryOperator = '+' | '-' | '*' | '/' | '^';

export type Expr = NumberNode | NameNode | NegateNode | BinaryNode | CallNode | SolveNode;

export interface NumberNode {
    readonly kind: 'number';
    readonly value: number;
}

/** A variable, an argument or a parameter: expressions do not know which. */
export interface NameNode {
    readonly kind: 'name';
    readonly name: string;
}

export interface NegateNode {
    readonly kind: 'negate';
    readonly operand: Expr;
}

export interface BinaryNode {
    readonly kind: 'binary';
    readonly operator: BinaryOperator;
    readonly left: Expr;
    readonly right: Expr;
}

export interface CallNode {
    readonly kind: 'call';
    readonly function: FunctionName;
    readonly operands: readonly Expr[];
}

/**
 * The value between two limits for which an equation holds. The equation is closed, so that nothing that walks formulas has
 * to know of it: what it takes from outside are the operands.
 */
export interface SolveNode {
    readonly kind: 'solve';
    readonly equation: Equation;
    /** The lower and the upper limit, then one for each placeholder of the equation. */
    readonly operands: readonly Expr[];
}

export interface Equation {
    /** Formulas of the unknown and the placeholders. */
    readonly left: Expr;
    readonly right: Expr;
    /** What people call the unknown. */
    readonly title: string;
    readonly placeholders: readonly string[];
}
