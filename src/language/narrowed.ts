/** What `narrow` names: `frontier` and `frontier.N` are a budget of the same file and one of its variables. */
import { AstUtils, type AstNode } from 'langium';
import { isBudget, isNarrow, isReference, isSpecification, type Budget } from './generated/ast.js';

/** The budgets that may be named there; none anywhere else. */
export function narrowableBudgets(node: AstNode): readonly Budget[] {
    const root = AstUtils.findRootNode(node);
    return isNarrow(node.$container) && isSpecification(root) ? root.statements.filter(isBudget) : [];
}

/** Undefined for a prediction, and for what no budget is named by. */
export function narrowedBudget(node: AstNode | undefined): Budget | undefined {
    if (!isReference(node) || node.call || node.index !== undefined) return undefined;
    return narrowableBudgets(node).find(({ name }) => name === node.name);
}
