/** What `narrow` names: `frontier` and `frontier.N` are a budget of the same file and one of its variables. */
import { AstUtils, type AstNode } from 'langium';
import { isBudget, isNarrow, isReference, isSpecification, type Budget } from './generated/ast.js';

/** Undefined for a prediction, and for what no budget is named by. */
export function narrowedBudget(node: AstNode | undefined): Budget | undefined {
    if (!isReference(node) || !isNarrow(node.$container) || node.call || node.index !== undefined) return undefined;
    const root = AstUtils.findRootNode(node);
    return isSpecification(root) ? root.statements.filter(isBudget).find(({ name }) => name === node.name) : undefined;
}
