/** Quick fixes: what a message proposes (“Did you mean `…`?”) is written by one click, and so are the bars of a pasted table. */
import type { LangiumDocument } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import { indentOf, PastedTables, withBars } from '../../language/pastedTable.js';

const PROPOSAL = /Did you mean `([^`]+)`\?/;

export function createCodeActionProvider(): CodeActionProvider {
    return {
        getCodeActions: (document, { context }) =>
            context.diagnostics.flatMap((diagnostic) => [
                ...replacementOf(document, diagnostic),
                ...tableOf(document, diagnostic),
            ]),
    };
}

function replacementOf(document: LangiumDocument, diagnostic: Diagnostic): CodeAction[] {
    const proposal = PROPOSAL.exec(diagnostic.message)?.[1];
    if (proposal === undefined) return [];
    const written = document.textDocument.getText(diagnostic.range);
    const isQuoted = written.startsWith('"') && !proposal.startsWith('"');
    const newText = isQuoted ? `"${proposal}"` : proposal;
    return [fix(document, diagnostic, `Replace by ${newText}`, newText)];
}

function tableOf(document: LangiumDocument, diagnostic: Diagnostic): CodeAction[] {
    const { textDocument } = document;
    const { start, end } = diagnostic.range;
    if (diagnostic.code !== 'syntax' || start.line === end.line) return [];
    const text = textDocument.getText();
    const table = new PastedTables(text).at(textDocument.offsetAt(start));
    if (table?.end !== textDocument.offsetAt(end)) return [];
    const indent = indentOf(text.slice(textDocument.offsetAt({ line: start.line, character: 0 })));
    return [fix(document, diagnostic, 'Write the bars of the table', withBars(table, indent))];
}

function fix({ textDocument }: LangiumDocument, diagnostic: Diagnostic, title: string, newText: string): CodeAction {
    return {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: true,
        edit: { changes: { [textDocument.uri]: [{ range: diagnostic.range, newText }] } },
    };
}
