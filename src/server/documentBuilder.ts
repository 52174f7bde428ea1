/** Builds documents as Langium does, and lets a request wait for one that was opened but is not there yet. */
import {
    DefaultDocumentBuilder,
    type Cancellation,
    type DocumentState,
    type LangiumSharedCoreServices,
    type URI,
} from 'langium';

export class SpecDocumentBuilder extends DefaultDocumentBuilder {
    constructor(private readonly services: LangiumSharedCoreServices) {
        super(services);
    }

    /** An editor asks right after opening; the document is made once the work queued before it is done. */
    protected override async awaitDocumentState(
        state: DocumentState,
        uri: URI,
        cancelToken: Cancellation.CancellationToken,
    ): Promise<URI> {
        if (!this.langiumDocuments.hasDocument(uri)) await this.services.workspace.WorkspaceLock.read(() => undefined);
        return super.awaitDocumentState(state, uri, cancelToken);
    }
}
