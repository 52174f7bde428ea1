/** Where expressions stand. The parser gives all operations of one chain (`a + b * c`) the place of the whole chain. */
import type { AstNode } from 'langium';
import { isOperation } from './generated/ast.js';

export interface Span {
    /** Offsets in the document, end exclusive. */
    readonly start: number;
    readonly end: number;
}

export function spanOf(node: AstNode): Span {
    const { $cstNode: place, $container: container } = node;
    const isInner = isOperation(node) && isOperation(container) && container.$cstNode === place;
    if (!isInner) return { start: place?.offset ?? 0, end: place?.end ?? 0 };
    return { start: spanOf(node.left).start, end: spanOf(node.right).end };
}

/** What is written there. */
export function textOf(node: AstNode): string {
    const { start, end } = spanOf(node);
    return node.$cstNode?.root.fullText.slice(start, end) ?? '';
}
