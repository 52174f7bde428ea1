/** Folds blocks, tables, block comments, and runs of comment lines. */
import { CstUtils, isLeafCstNode, type CstNode, type LangiumDocument } from 'langium';
import type { FoldingRangeProvider } from 'langium/lsp';
import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import { textKindAt } from '../completion/tokens.js';

export function createFoldingRangeProvider(): FoldingRangeProvider {
    return {
        getFoldingRanges(document) {
            const root = document.parseResult.value.$cstNode;
            if (root === undefined) return [];
            const leaves = CstUtils.streamCst(root).filter(isLeafCstNode).toArray();
            return [...blocks(leaves), ...tables(leaves), ...blockComments(leaves), ...lineComments(document)];
        },
    };
}

function blocks(leaves: readonly CstNode[]): FoldingRange[] {
    const open: number[] = [];
    return leaves.flatMap(({ text, range }) => {
        if (text === '{') open.push(range.start.line);
        if (text !== '}') return [];
        // The closing brace stays in sight.
        return fold(open.pop(), range.start.line - 1);
    });
}

function tables(leaves: readonly CstNode[]): FoldingRange[] {
    return leaves
        .filter(({ text }) => text.startsWith('|'))
        .flatMap(({ range }) => fold(range.start.line, range.end.line));
}

function blockComments(leaves: readonly CstNode[]): FoldingRange[] {
    return leaves
        .filter(({ text }) => text.startsWith('/*'))
        .flatMap(({ range }) => fold(range.start.line, range.end.line, FoldingRangeKind.Comment));
}

function lineComments({ textDocument }: LangiumDocument): FoldingRange[] {
    const text = textDocument.getText();
    return [...text.matchAll(/(?:^[ \t]*\/\/[^\n]*(?:\n|$)){2,}/gm)]
        .filter(({ 0: lines, index }) => textKindAt(text, index + lines.indexOf('//')).kind === 'code')
        .flatMap(({ 0: lines, index }) => {
            const last = index + lines.trimEnd().length;
            return fold(
                textDocument.positionAt(index).line,
                textDocument.positionAt(last).line,
                FoldingRangeKind.Comment,
            );
        });
}

function fold(startLine: number | undefined, endLine: number, kind?: FoldingRangeKind): FoldingRange[] {
    if (startLine === undefined || endLine <= startLine) return [];
    return [{ startLine, endLine, ...(kind === undefined ? {} : { kind }) }];
}
