/** Laws that are fitted in groups: which fits give a law its values, and by which columns their groups are told apart. */
import { AstUtils, type AstNode } from 'langium';
import { isFit, isGroupedConstant, isSpecification, type Fit, type Law, type Operand } from './generated/ast.js';
import { chosenPreset } from './laws.js';
import type { Scope } from './scope.js';

/** Those of the spec that `from` stands in, else those of the spec that defines the law. */
export function fitsOf(law: Law, from: AstNode, scope: Scope): readonly Fit[] {
    const own = fitsIn(AstUtils.findRootNode(from), law, scope);
    return own.length > 0 ? own : fitsIn(AstUtils.findRootNode(law), law, scope);
}

function fitsIn(root: AstNode, law: Law, scope: Scope): readonly Fit[] {
    const fits = isSpecification(root) ? root.statements.filter(isFit) : [];
    return fits.filter((fit) => fit.law !== undefined && scope.findLaw(fit.law, fit) === law);
}

/**
 * The columns that tell a law's values apart, each with its fit: the one after `by`, and those of constants that have a value for
 * each group. Empty for a law that takes published values.
 */
export function groupColumnsOf(law: Law, from: AstNode, scope: Scope): ReadonlyMap<string, Fit> {
    const fits = fitsOf(law, from, scope);
    const root = AstUtils.findRootNode(from);
    const isPublished = chosenPreset(law, scope) !== undefined && !fits.some(({ $container }) => $container === root);
    if (isPublished) return new Map();
    return new Map(fits.flatMap((fit) => columnsOf(fit).map((column) => [column, fit] as const)));
}

function columnsOf({ group, entries }: Fit): string[] {
    const constants = entries.filter(isGroupedConstant).map(({ column }) => column);
    return [group, ...constants].filter((column) => column !== undefined);
}

/** Whether `dataset = "c4"` in a call names a group of the law's fit. */
export function isGroupOperand({ name, $container: call }: Operand, scope: Scope): boolean {
    const law = name === undefined || !call.call ? undefined : scope.findLaw(call.name, call);
    return law !== undefined && groupColumnsOf(law, call, scope).has(name!);
}
