/** Quick fixes: what a message proposes (“Did you mean `…`?”) is written by one click. */
import type { LangiumDocument } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';

const PROPOSAL = /Did you mean `([^`]+)`\?/;

export function createCodeActionProvider(): CodeActionProvider {
    return {
        getCodeActions: (document, { context }) =>
            context.diagnostics.flatMap((diagnostic) => replacementOf(document, diagnostic)),
    };
}

function replacementOf(document: LangiumDocument, diagnostic: Diagnostic): CodeAction[] {
    const proposal = PROPOSAL.exec(diagnostic.message)?.[1];
    if (proposal === undefined) return [];
    const written = document.textDocument.getText(diagnostic.range);
    const isQuoted = written.startsWith('"') && !proposal.startsWith('"');
    const newText = isQuoted ? `"${proposal}"` : proposal;
    return [
        {
            title: `Replace by ${newText}`,
            kind: CodeActionKind.QuickFix,
            diagnostics: [diagnostic],
            isPreferred: true,
            edit: { changes: { [document.textDocument.uri]: [{ range: diagnostic.range, newText }] } },
        },
    ];
}
