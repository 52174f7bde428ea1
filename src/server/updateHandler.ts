/** Follows documents as they are opened and closed, and files as they change on disk. */
import { URI } from 'langium';
import { DefaultDocumentUpdateHandler, type LangiumSharedServices } from 'langium/lsp';
import {
    Emitter,
    type DidChangeWatchedFilesParams,
    type FileSystemWatcher,
    type TextDocumentChangeEvent,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { folderOf, loadFolder } from '../language/workspace.js';

export class SpecUpdateHandler extends DefaultDocumentUpdateHandler {
    private readonly dataFiles = new Emitter<readonly string[]>();
    private readonly loadedFolders = new Set<string>();

    constructor(private readonly services: LangiumSharedServices) {
        super(services);
    }

    /** Files other than specs that changed, by URI. */
    readonly onDataFilesChanged = this.dataFiles.event;

    protected override getWatchers(): FileSystemWatcher[] {
        return [{ globPattern: '**/*.{csv,tsv,scaling}' }];
    }

    override didChangeWatchedFiles(params: DidChangeWatchedFilesParams): void {
        const isSpec = (uri: string) => uri.endsWith('.scaling');
        const specs = params.changes.filter(({ uri }) => isSpec(uri));
        const data = params.changes.filter(({ uri }) => !isSpec(uri)).map(({ uri }) => URI.parse(uri).toString());
        if (specs.length > 0) super.didChangeWatchedFiles({ changes: specs });
        if (data.length > 0) this.dataFiles.fire(data);
    }

    /** A spec sees those of its folder, also where the folder is not part of the workspace. */
    didOpenDocument({ document }: TextDocumentChangeEvent<TextDocument>): void {
        const folder = folderOf(URI.parse(document.uri));
        if (folder === undefined || !folder.startsWith('file:') || this.loadedFolders.has(folder)) return;
        this.loadedFolders.add(folder);
        void this.workspaceManager.ready.then(() =>
            this.workspaceLock.write(async (token) => {
                const siblings = await loadFolder(this.services, URI.parse(folder));
                await this.documentBuilder.update(
                    siblings.map(({ uri }) => uri),
                    [],
                    token,
                );
            }),
        );
    }

    /** What was typed and not saved is gone: what is on disk counts again. */
    didCloseDocument({ document }: TextDocumentChangeEvent<TextDocument>): void {
        const uri = URI.parse(document.uri);
        void this.services.workspace.FileSystemProvider.exists(uri).then(
            (isOnDisk) => this.fireDocumentUpdate(isOnDisk ? [uri] : [], isOnDisk ? [] : [uri]),
            () => this.fireDocumentUpdate([], [uri]),
        );
    }
}
