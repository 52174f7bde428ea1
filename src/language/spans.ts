/** Where expressions stand. The parser gives all operations of one chain (`a + b * c`) the place of the whole chain. */
import type { AstNode, CstNode } from 'langium';
import { isOperation } from './generated/ast.js';

export interface Span {
    /** Offsets in the document, end exclusive. */
    readonly start: number;
    readonly end: number;
}

export function spanOf(node: AstNode): Span {
    const { $cstNode: place, $container: container } = node;
    const isInner = isOperation(node) && isOperation(container) && isSamePlace(place, container.$cstNode);
    if (!isInner) return { start: place?.offset ?? 0, end: place?.end ?? 0 };
    return { start: spanOf(node.left).start, end: spanOf(node.right).end };
}

function isSamePlace(a: CstNode | undefined, b: CstNode | undefined): boolean {
    return a?.offset === b?.offset && a?.end === b?.end;
}

/** What is written there. */
export function textOf(node: AstNode): string {
    const { start, end } = spanOf(node);
    return node.$cstNode?.root.fullText.slice(start, end) ?? '';
}
