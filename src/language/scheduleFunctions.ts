/** The functions whose first operand is a schedule. */
import type { AstNode } from 'langium';
import { isOperand, isReference, type Operand, type Reference } from './generated/ast.js';

export const OF_SCHEDULES: ReadonlySet<string> = new Set(['rate', 'area', 'peak', 'drops']);

export function isFirstOfFunction({ $container: call, $containerIndex: index }: Operand): boolean {
    return index === 0 && OF_SCHEDULES.has(call.name);
}

/** A name alone that is such an operand. */
export function isNameOfFunction(node: AstNode): node is Reference {
    const { $container: operand, $containerProperty: property } = node;
    return isBareName(node) && property === 'value' && isOperand(operand) && isFirstOfFunction(operand);
}

export function isBareName(node: AstNode | undefined): node is Reference {
    return isReference(node) && !node.call && node.index === undefined && node.parameter === undefined;
}
