/** Connects Langium's request handlers to the connection: all that this server offers, diagnostics apart (see server.ts). */
import {
    addCodeActionHandler,
    addCodeLensHandler,
    addCompletionHandler,
    addConfigurationChangeHandler,
    addDocumentHighlightHandler,
    addDocumentLinkHandler,
    addDocumentSymbolHandler,
    addDocumentUpdateHandler,
    addFindReferencesHandler,
    addFoldingRangeHandler,
    addFormattingHandler,
    addGotoDefinitionHandler,
    addHoverHandler,
    addInlayHintHandler,
    addRenameHandler,
    addSemanticTokenHandler,
    addSignatureHelpHandler,
    addWorkspaceSymbolHandler,
    WorkspaceState,
    type LangiumSharedServices,
} from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';

export function addEditorFeatures(connection: Connection, shared: LangiumSharedServices): void {
    addDocumentUpdateHandler(connection, shared);
    addConfigurationChangeHandler(connection, shared);
    addCodeActionHandler(connection, shared);
    addCodeLensHandler(connection, shared);
    addCompletionHandler(connection, shared);
    addDocumentHighlightHandler(connection, shared);
    addDocumentLinkHandler(connection, shared);
    addDocumentSymbolHandler(connection, shared);
    addFindReferencesHandler(connection, shared);
    addFoldingRangeHandler(connection, shared);
    addFormattingHandler(connection, shared);
    addGotoDefinitionHandler(connection, shared);
    addHoverHandler(connection, shared);
    addInlayHintHandler(connection, shared);
    addRenameHandler(connection, shared);
    addSemanticTokenHandler(connection, shared);
    addSignatureHelpHandler(connection, shared);
    addWorkspaceSymbolHandler(connection, shared, WorkspaceState.IndexedContent);
}
