/** Which documents there are: the law library, and the specs of a folder, which see one another. */
import {
    DefaultIndexManager,
    DefaultWorkspaceManager,
    URI,
    UriUtils,
    type LangiumDocument,
    type LangiumSharedCoreServices,
    type WorkspaceFolder,
} from 'langium';
import { LIBRARY } from '../laws/index.js';

/** Scheme of the library's documents, for example `builtin:///chinchilla.scaling`. */
export const LIBRARY_SCHEME = 'builtin';

export function isLibraryUri(uri: URI): boolean {
    return uri.scheme === LIBRARY_SCHEME;
}

/** The folder whose specs see one another; undefined for documents that no folder holds (untitled ones). */
export function folderOf(uri: URI): string | undefined {
    return uri.scheme === 'untitled' ? undefined : UriUtils.dirname(uri).toString();
}

/** Loads the law library before the workspace. */
export class LibraryWorkspaceManager extends DefaultWorkspaceManager {
    private readonly documentFactory;

    constructor(services: LangiumSharedCoreServices) {
        super(services);
        this.documentFactory = services.workspace.LangiumDocumentFactory;
    }

    protected override async loadAdditionalDocuments(
        _folders: WorkspaceFolder[],
        collector: (document: LangiumDocument) => void,
    ): Promise<void> {
        for (const { name, text } of LIBRARY) {
            collector(this.documentFactory.fromString(text, URI.parse(`${LIBRARY_SCHEME}:///${name}`)));
        }
    }
}

/** Checks the other specs of a folder again when one of them changes. */
export class FolderIndexManager extends DefaultIndexManager {
    override isAffected(document: LangiumDocument, changedUris: Set<string>): boolean {
        const folder = folderOf(document.uri);
        return folder !== undefined && [...changedUris].some((uri) => folderOf(URI.parse(uri)) === folder);
    }
}

/** Loads the specs that stand in one folder, not those below it, so that a single file sees its siblings. */
export async function loadFolder(shared: LangiumSharedCoreServices, folder: URI): Promise<LangiumDocument[]> {
    const entries = await shared.workspace.FileSystemProvider.readDirectory(folder);
    const specs = entries.filter(({ isFile, uri }) => isFile && shared.ServiceRegistry.hasServices(uri));
    return Promise.all(specs.map(({ uri }) => shared.workspace.LangiumDocuments.getOrCreateDocument(uri)));
}
