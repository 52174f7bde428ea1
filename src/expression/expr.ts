/**
 * Formulas as plain data. An `Expr` is immutable and may share subtrees (it is a DAG in memory):
 * everything that walks one remembers the nodes it has met, so sharing costs nothing.
 */
import type { FunctionName } from './functions.js';

export type BinaryOperator = '+' | '-' | '*' | '/' | '^';

export type Expr = NumberNode | NameNode | NegateNode | BinaryNode | CallNode;

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
