/** Equations with one unknown: how a node that solves one is made, and how its parts are read. */
import { binary } from './build.js';
import { close } from './closure.js';
import type { Equation, Expr, SolveNode } from './expr.js';
import { substitute } from './substitute.js';

/** The unknown's name in every equation; like those of the placeholders it is no name of the language. */
export const UNKNOWN = '$';

/** Where the values of the placeholders begin among the operands. */
const FIRST_VALUE = 2;

/**
 * The value of `unknown` between two limits for which `left` equals `right`; it is printed as `title`. What does not depend on the unknown
 * is taken from outside, as large as it is, so that it is computed but once.
 */
export function solve(
    left: Expr,
    right: Expr,
    unknown: string,
    [lower, upper]: readonly Expr[],
    title = unknown,
): SolveNode {
    const { parts, placeholders, values } = close([left, right], new Map([[unknown, UNKNOWN]]));
    return {
        kind: 'solve',
        equation: { left: parts[0], right: parts[1], title, placeholders },
        operands: [lower, upper, ...values],
    };
}

/** What is 0 at the solution: a formula of the unknown and the placeholders. */
export function residualOf({ left, right }: Equation): Expr {
    return binary('-', left, right);
}

/** The formulas that stand for the placeholders. */
export function valuesOf({ operands }: SolveNode): readonly Expr[] {
    return operands.slice(FIRST_VALUE);
}

/** A part of the equation as it is outside: with its values in place, and one for the unknown. */
export function inPlace(part: Expr, node: SolveNode, unknown: Expr): Expr {
    const values = valuesOf(node).map((value, index) => [node.equation.placeholders[index], value] as const);
    return substitute(part, new Map([[UNKNOWN, unknown], ...values]));
}
