import type { Equation, Expr, Term } from './expr.js';
import { withOperands } from './substitute.js';
import { fold, operandsOf } from './walk.js';

/**
 * Rewrites formulas so that equal subexpressions are one node (hash-consing), and a + b and b + a too, which have the
 * same digits. Linear in the number of nodes.
 */
export function share(exprs: readonly Expr[]): Expr[] {
    const byKey = new Map<string, Expr>();
    const identity = new Map<Expr, number>();
    const closed = new Map<Equation | Term, number>();
    const numberOf = (part: Equation | Term): number => {
        if (!closed.has(part)) closed.set(part, closed.size);
        return closed.get(part)!;
    };
    return fold<Expr>(exprs, (node, operands) => {
        const candidate = withOperands(node, operands);
        const ids = operandsOf(candidate).map((operand) => identity.get(operand)!);
        const key = `${labelOf(candidate, numberOf)} ${(isCommutative(candidate) ? ids.sort((a, b) => a - b) : ids).join(' ')}`;
        const known = byKey.get(key);
        if (known !== undefined) return known;
        byKey.set(key, candidate);
        identity.set(candidate, identity.size);
        return candidate;
    });
}

function isCommutative(node: Expr): boolean {
    return node.kind === 'binary' && (node.operator === '+' || node.operator === '*');
}

function labelOf(node: Expr, numberOf: (part: Equation | Term) => number): string {
    switch (node.kind) {
        case 'number':
            return `number ${Object.is(node.value, -0) ? '-0' : node.value}`;
        case 'name':
            return `name ${node.name}`;
        case 'negate':
            return 'negate';
        case 'binary':
            return node.operator;
        case 'call':
            return `call ${node.function}`;
        case 'solve':
            return `solve ${numberOf(node.equation)}`;
        case 'drops':
            return `drops ${numberOf(node.term)}`;
    }
}
