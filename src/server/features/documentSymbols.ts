/** The outline: one entry per statement, with its columns, parameters or variables below it. */
import { AstUtils, GrammarUtils, type AstNode, type CstNode } from 'langium';
import type { DocumentSymbolProvider } from 'langium/lsp';
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver';
import {
    isBound,
    isCandidates,
    isChoice,
    isCounts,
    isColumn,
    isInlineTable,
    isParameter,
    isSweep,
    type InlineTable,
    type Specification,
    type Statement,
} from '../../language/generated/ast.js';
import { headerCells } from '../../language/tableHeader.js';
import { rangeBetween, specificationOf } from './context.js';

export function createDocumentSymbolProvider(): DocumentSymbolProvider {
    return { getSymbols: (document) => symbolsOf(specificationOf(document)) };
}

const KINDS: Readonly<Record<Statement['$type'], SymbolKind>> = {
    Runs: SymbolKind.Array,
    Schedule: SymbolKind.Interface,
    Law: SymbolKind.Function,
    Fit: SymbolKind.Event,
    Compare: SymbolKind.Enum,
    Budget: SymbolKind.Object,
    Plan: SymbolKind.Package,
    Predict: SymbolKind.Operator,
};

/** The part of each statement that its symbol stands for. */
const SELECTED: Readonly<Record<Statement['$type'], string>> = {
    Runs: 'name',
    Schedule: 'name',
    Law: 'name',
    Fit: 'law',
    Compare: 'laws',
    Budget: 'name',
    Plan: 'name',
    Predict: 'value',
};

function symbolsOf(root: Specification | undefined): DocumentSymbol[] {
    return (root?.statements ?? []).flatMap((statement) => {
        const { $cstNode } = statement;
        return $cstNode === undefined ? [] : [statementSymbol(statement, $cstNode)];
    });
}

function statementSymbol(statement: Statement, written: CstNode): DocumentSymbol {
    const selection = GrammarUtils.findNodeForProperty(written, SELECTED[statement.$type]) ?? written;
    return {
        name: titleOf(statement, selection),
        detail: statement.$type.toLowerCase(),
        kind: KINDS[statement.$type],
        range: written.range,
        selectionRange: selection.range,
        children: childrenOf(statement),
    };
}

/** Never empty: an editor refuses a symbol without a name. */
function titleOf(statement: Statement, selection: CstNode): string {
    if (statement.$type === 'Fit') return [statement.law, 'to', statement.runs].filter(Boolean).join(' ') || 'fit';
    if (statement.$type === 'Compare') {
        return ['compare', statement.laws.map(({ law }) => law).join(', ')].join(' ').trim();
    }
    if (statement.$type === 'Predict') return selection.text.replace(/\s+/g, ' ');
    return statement.name || statement.$type.toLowerCase();
}

function childrenOf(statement: Statement): DocumentSymbol[] {
    if (statement.$type === 'Predict' || statement.$type === 'Schedule') return [];
    return statement.entries.flatMap((entry: AstNode) => {
        if (isInlineTable(entry)) return columnsOf(entry);
        const kind = isColumn(entry)
            ? SymbolKind.Field
            : isParameter(entry)
              ? SymbolKind.Constant
              : SymbolKind.Variable;
        const isNamed = isColumn(entry) || isParameter(entry) || isBound(entry) || isSweep(entry);
        const isChosen = isChoice(entry) || isCounts(entry) || isCandidates(entry);
        return isNamed || isChosen ? childSymbol(entry, entry.name, kind) : [];
    });
}

function childSymbol(node: AstNode, name: string | undefined, kind: SymbolKind): DocumentSymbol[] {
    const written = node.$cstNode;
    const selection = GrammarUtils.findNodeForProperty(written, 'name');
    if (written === undefined || selection === undefined || !name) return [];
    return [{ name, kind, range: written.range, selectionRange: selection.range }];
}

function columnsOf(table: InlineTable): DocumentSymbol[] {
    const document = AstUtils.getDocument(table);
    return headerCells(table).map(({ name, start, end }) => {
        const range = rangeBetween(document, start, end);
        return { name, kind: SymbolKind.Field, range, selectionRange: range };
    });
}
