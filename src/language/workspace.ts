/** The specs of a folder see one another. */
import { DefaultIndexManager, URI, UriUtils, type LangiumDocument, type LangiumSharedCoreServices } from 'langium';

/** The folder whose specs see one another; undefined for documents that no folder holds (untitled ones). */
export function folderOf(uri: URI): string | undefined {
    return uri.scheme === 'untitled' ? undefined : UriUtils.dirname(uri).toString();
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
