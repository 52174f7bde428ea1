/** What the editor can do, as it says when it starts. */
import { URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import {
    CodeLensRefreshRequest,
    InlayHintRefreshRequest,
    type ClientCapabilities,
    type Connection,
} from 'vscode-languageserver';

export interface ClientAbilities {
    /** Asks for hints and lenses anew, where the editor can. */
    refresh(): void;
    /** Whether the editor tells when this file changes. */
    watches(fileUri: string): boolean;
}

/** What the server registers for, see `SpecUpdateHandler`. */
const WATCHED_FILES = /\.(csv|tsv|scaling)$/;

export function clientAbilities(
    connection: Connection,
    shared: LangiumSharedServices,
    log: (message: string) => void,
): ClientAbilities {
    let capabilities: ClientCapabilities['workspace'];
    shared.lsp.LanguageServer.onInitialize((params) => (capabilities = params.capabilities.workspace));

    const request = (method: string): void => {
        connection.sendRequest(method).catch((error: unknown) => log(`${method} was refused: ${String(error)}`));
    };

    return {
        refresh() {
            if (capabilities?.inlayHint?.refreshSupport) request(InlayHintRefreshRequest.method);
            if (capabilities?.codeLens?.refreshSupport) request(CodeLensRefreshRequest.method);
        },
        watches(fileUri) {
            const folders = shared.workspace.WorkspaceManager.workspaceFolders ?? [];
            const isInside = folders.some(({ uri }) => fileUri.startsWith(`${URI.parse(uri).toString()}/`));
            return (
                isInside &&
                WATCHED_FILES.test(fileUri) &&
                capabilities?.didChangeWatchedFiles?.dynamicRegistration === true
            );
        },
    };
}
