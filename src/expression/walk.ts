/** Walking a formula without recursion: deep formulas do not overflow the stack, shared nodes are met once. */
import type { Expr } from './expr.js';

const NONE: readonly Expr[] = [];

export function operandsOf(node: Expr): readonly Expr[] {
    switch (node.kind) {
        case 'negate':
            return [node.operand];
        case 'binary':
            return [node.left, node.right];
        case 'call':
        case 'solve':
        case 'drops':
            return node.operands;
        default:
            return NONE;
    }
}

/** The distinct nodes of some formulas, operands before the nodes that use them, left before right. */
export function nodesOf(roots: readonly Expr[]): Expr[] {
    const seen = new Set<Expr>();
    const ordered: Expr[] = [];
    const stack = [...roots].reverse();
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
        const waiting = seen.has(node) ? NONE : operandsOf(node).filter((operand) => !seen.has(operand));
        if (waiting.length > 0) {
            stack.push(...[...waiting].reverse());
            continue;
        }
        stack.pop();
        if (!seen.has(node)) {
            seen.add(node);
            ordered.push(node);
        }
    }
    return ordered;
}

/** Computes a value for every node from the values of its operands; answers those of the roots. */
export function fold<T>(roots: readonly Expr[], combine: (node: Expr, operands: readonly T[]) => T): T[] {
    const values = new Map<Expr, T>();
    const valueOf = (node: Expr): T => values.get(node) as T;
    for (const node of nodesOf(roots)) values.set(node, combine(node, operandsOf(node).map(valueOf)));
    return roots.map(valueOf);
}
