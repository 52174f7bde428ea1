import type { Expr } from './expr.js';
import { nodesOf } from './walk.js';

/** The names of a formula, each once, in the order of their first occurrence. */
export function freeNames(expr: Expr): string[] {
    const names = new Set<string>();
    for (const node of nodesOf([expr])) {
        if (node.kind === 'name') names.add(node.name);
    }
    return [...names];
}
