/** Conditions of several comparisons. */
import type { Expression } from './generated/ast.js';

/** `N == 280B and D == 300B` is two, in the order of the text. */
export function comparisonsOf(condition: Expression | undefined): Expression[] {
    const found: Expression[] = [];
    const open = condition === undefined ? [] : [condition];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (next.$type !== 'Operation' || next.operator !== 'and') found.push(next);
        else open.push(...[next.right, next.left].filter((side) => side !== undefined));
    }
    return found;
}
