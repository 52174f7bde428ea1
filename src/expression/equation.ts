/** Equations with one unknown: how a node that solves one is made, and how its parts are read. */
import { binary, name } from './build.js';
import type { Equation, Expr, SolveNode } from './expr.js';
import { share } from './share.js';
import { substitute, withOperands } from './substitute.js';
import { fold, nodesOf, operandsOf } from './walk.js';

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
    const sides = share([left, right]);
    const dependent = partsWith(unknown, sides);
    const values = new Map<Expr, string>();
    const seen = (part: Expr, rewritten: Expr): Expr => {
        if (dependent.has(part) || part.kind === 'number') return rewritten;
        if (!values.has(part)) values.set(part, `${UNKNOWN}${values.size}`);
        return name(values.get(part)!);
    };
    const rewritten = fold<Expr>(sides, (node, operands) => {
        if (!dependent.has(node)) return node;
        if (node.kind === 'name') return name(UNKNOWN);
        return withOperands(
            node,
            operandsOf(node).map((operand, index) => seen(operand, operands[index])),
        );
    });
    const [closedLeft, closedRight] = sides.map((side, index) => seen(side, rewritten[index]));
    return {
        kind: 'solve',
        equation: { left: closedLeft, right: closedRight, title, placeholders: [...values.values()] },
        operands: [lower, upper, ...values.keys()],
    };
}

function partsWith(unknown: string, roots: readonly Expr[]): Set<Expr> {
    const parts = new Set<Expr>();
    for (const node of nodesOf(roots)) {
        const mentions = node.kind === 'name' ? node.name === unknown : operandsOf(node).some((o) => parts.has(o));
        if (mentions) parts.add(node);
    }
    return parts;
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
