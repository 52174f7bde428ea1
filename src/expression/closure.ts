/** Formulas that are closed: what does not depend on their own names is taken from outside. */
import { name } from './build.js';
import type { Expr } from './expr.js';
import { share } from './share.js';
import { withOperands } from './substitute.js';
import { fold, nodesOf, operandsOf } from './walk.js';

/** The beginning of the names in closed formulas, which are no names of the language. */
const OWN = '$';

export interface Closure {
    readonly parts: readonly Expr[];
    readonly placeholders: readonly string[];
    /** The formulas that stand for the placeholders. */
    readonly values: readonly Expr[];
}

/**
 * Closes formulas over some names, which get new ones. What depends on none of them is taken from outside, as large as it is, so
 * that it is computed but once.
 */
export function close(parts: readonly Expr[], own: ReadonlyMap<string, string>): Closure {
    const shared = share(parts);
    const dependent = partsWith(own, shared);
    const values = new Map<Expr, string>();
    const seen = (part: Expr, rewritten: Expr): Expr => {
        if (dependent.has(part) || part.kind === 'number') return rewritten;
        if (!values.has(part)) values.set(part, `${OWN}${values.size}`);
        return name(values.get(part)!);
    };
    const rewritten = fold<Expr>(shared, (node, operands) => {
        if (!dependent.has(node)) return node;
        if (node.kind === 'name') return name(own.get(node.name)!);
        return withOperands(
            node,
            operandsOf(node).map((operand, index) => seen(operand, operands[index])),
        );
    });
    const closed = shared.map((part, index) => seen(part, rewritten[index]));
    return { parts: closed, placeholders: [...values.values()], values: [...values.keys()] };
}

function partsWith(names: ReadonlyMap<string, string>, roots: readonly Expr[]): Set<Expr> {
    const parts = new Set<Expr>();
    for (const node of nodesOf(roots)) {
        const mentions = node.kind === 'name' ? names.has(node.name) : operandsOf(node).some((o) => parts.has(o));
        if (mentions) parts.add(node);
    }
    return parts;
}
