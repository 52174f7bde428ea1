/** Where things stand in the text of a spec. */
import { GrammarUtils, type AstNode } from 'langium';
import type { Range } from './report.js';

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function rangeOf(node: AstNode): Range {
    return node.$cstNode?.range ?? START;
}

/** The range of one property of a node, for example a statement's name; of the node itself where it is missing. */
export function rangeOfProperty(node: AstNode, property: string): Range {
    return GrammarUtils.findNodeForProperty(node.$cstNode, property)?.range ?? rangeOf(node);
}

/** The text as written, on one line. */
export function textOf(node: AstNode): string {
    return (node.$cstNode?.text ?? '').replace(/\s+/g, ' ');
}

/** Whether two ranges share a character. */
export function overlap(a: Range, b: Range): boolean {
    return compare(a.start, b.end) < 0 && compare(b.start, a.end) < 0;
}

/** By start, then by end: the order of the text. */
export function inTextOrder(a: { readonly range: Range }, b: { readonly range: Range }): number {
    return compare(a.range.start, b.range.start) || compare(a.range.end, b.range.end);
}

function compare(a: Range['start'], b: Range['start']): number {
    return a.line - b.line || a.character - b.character;
}
