import { workspace, type Disposable } from 'vscode';
import { LibraryTextRequest } from '../protocol/requests.js';
import { LIBRARY_SCHEME } from './documents.js';
import type { ScalingServer } from './server.js';

/** Shows the law library's texts (`builtin:`), where “Go to Definition” on a library law leads. VS Code keeps them read-only. */
export function registerLibraryDocuments(server: ScalingServer): Disposable {
    return workspace.registerTextDocumentContentProvider(LIBRARY_SCHEME, {
        provideTextDocumentContent: async (uri, token) =>
            (await server.request(LibraryTextRequest, { uri: uri.toString() }, token)) ??
            `// The law library has no document ${uri.path}.\n`,
    });
}
