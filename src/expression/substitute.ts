import type { Expr } from './expr.js';
import { fold, operandsOf } from './walk.js';

/** Puts formulas in the place of names, all at once. What does not change is kept, and sharing with it. */
export function substitute(expr: Expr, replacements: ReadonlyMap<string, Expr>): Expr {
    return substituteAll([expr], replacements)[0];
}

/** The same for several formulas; what they share stays shared. */
export function substituteAll(exprs: readonly Expr[], replacements: ReadonlyMap<string, Expr>): Expr[] {
    return fold<Expr>(exprs, (node, operands) =>
        node.kind === 'name' ? (replacements.get(node.name) ?? node) : withOperands(node, operands),
    );
}

/** The node with other operands; the node itself if they are the same. */
export function withOperands(node: Expr, operands: readonly Expr[]): Expr {
    if (operandsOf(node).every((operand, index) => operand === operands[index])) return node;
    switch (node.kind) {
        case 'negate':
            return { ...node, operand: operands[0] };
        case 'binary':
            return { ...node, left: operands[0], right: operands[1] };
        case 'call':
        case 'solve':
        case 'drops':
            return { ...node, operands };
        default:
            return node;
    }
}
