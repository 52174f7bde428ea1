/**
 * Formulas as plain data. An `Expr` is immutable and may share subtrees (it is a DAG in memory):
 * everything that walks one remembers the nodes it has met, so sharing costs nothing.
 */
import type { FunctionName } from './functions.js';

export type BinaryOperator = '+' | '-' | '*' | '/' | '^';

export type Expr = NumberNode | NameNode | NegateNode | BinaryNode | CallNode | SolveNode | DropsNode;

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

/**
 * The sum of a term over the decreases of a learning rate: of (η of the step before − η of the step)·term, over the steps of a
 * schedule after one limit up to another. The term is closed, as an equation is.
 */
export interface DropsNode {
    readonly kind: 'drops';
    readonly term: Term;
    /** The schedule, the limits, then one for each placeholder of the term. */
    readonly operands: readonly Expr[];
}

export interface Term {
    /** A formula of the step, its rate, the sum of the rates up to it, and the placeholders. */
    readonly body: Expr;
    /** What people call the step. */
    readonly title: string;
    readonly placeholders: readonly string[];
}
