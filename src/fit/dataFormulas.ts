import { name as nameNode } from '../expression/build.js';
import type { Expr } from '../expression/expr.js';
import { withOperands } from '../expression/substitute.js';
import { fold, operandsOf } from '../expression/walk.js';

export interface Extraction {
    /** Formulas of arguments alone, and the names that stand for them. */
    readonly dataFormulas: readonly Expr[];
    readonly dataNames: readonly string[];
    /** The given formulas, written with those names. */
    readonly rest: readonly Expr[];
}

/**
 * Replaces the largest parts that depend on arguments and on nothing else by names: they are computed once per sample.
 */
export function extractDataFormulas(formulas: readonly Expr[], argumentNames: readonly string[]): Extraction {
    const isData = dataParts(formulas, argumentNames);
    const names = new Map<Expr, string>();
    const named = (part: Expr): Expr => {
        if (part.kind === 'name' || part.kind === 'number') return part;
        // The blank keeps these names apart from those of the language.
        if (!names.has(part)) names.set(part, `data ${names.size}`);
        return nameNode(names.get(part)!);
    };
    const replaced = (part: Expr, rewritten: Expr): Expr => (isData.has(part) ? named(part) : rewritten);
    const rewritten = fold<Expr>(formulas, (node, operands) =>
        isData.has(node)
            ? node
            : withOperands(
                  node,
                  operandsOf(node).map((operand, index) => replaced(operand, operands[index])),
              ),
    );
    const rest = formulas.map((formula, index) => replaced(formula, rewritten[index]));
    return { dataFormulas: [...names.keys()], dataNames: [...names.values()], rest };
}

/** The nodes without a parameter in them. */
export function dataParts(formulas: readonly Expr[], argumentNames: readonly string[]): Set<Expr> {
    const parts = new Set<Expr>();
    fold<boolean>(formulas, (node, operands) => {
        const isData = node.kind === 'name' ? argumentNames.includes(node.name) : operands.every(Boolean);
        if (isData) parts.add(node);
        return isData;
    });
    return parts;
}
