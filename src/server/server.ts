/** The language server: the editor's connection, the language's services, and the worker that studies what is open. */
import { DocumentState, URI, type LangiumDocument } from 'langium';
import { NodeFileSystem } from 'langium/node';
import type { Connection } from 'vscode-languageserver';
import { isLibraryUri } from '../language/library.js';
import { folderOf } from '../language/workspace.js';
import { StudyChangedNotification } from '../protocol/requests.js';
import { clientAbilities } from './clientAbilities.js';
import { createPublisher, mergedDiagnostics, withoutLanguageDiagnostics } from './diagnostics.js';
import { addEditorFeatures } from './editorFeatures.js';
import { createFileColumns } from './fileColumns.js';
import { createFileWatch } from './fileWatch.js';
import { describeError } from './guard.js';
import { watchWork } from './progress.js';
import { registerRequests } from './requests.js';
import { createServerServices } from './services.js';
import { createStudyClient } from './studyClient.js';
import { createWorkerLink } from './workerLink.js';
import type { StudySources } from './workerMessages.js';

const GIVEN_UP =
    'The fitting process of Scaling Lab keeps ending and was not started again. Editing still works; “Scaling: Restart Server” tries anew.';
const RESTARTED = 'The fitting process of Scaling Lab ended unexpectedly and was started again.';

/** @param workerPath the bundled worker beside the server's own bundle. */
export function startServer(connection: Connection, workerPath: string): void {
    const log = (message: string): void => connection.console.error(message);
    let hasToldOfRestart = false;

    const link = createWorkerLink(workerPath, {
        onRestart(reason) {
            log(`The worker ended: ${reason}`);
            if (!hasToldOfRestart) connection.window.showWarningMessage(RESTARTED);
            hasToldOfRestart = true;
            client.scheduleAll();
        },
        onGivenUp(reason) {
            log(`The worker ended again: ${reason}`);
            connection.window.showErrorMessage(GIVEN_UP);
        },
    });
    const fileColumns = createFileColumns(link);
    const publisher = createPublisher((params) => void connection.sendDiagnostics(params));
    const client = createStudyClient(link, {
        sourcesOf,
        onAnswer: (report) => withoutLanguageDiagnostics(report, documentAt(report.uri)),
        onStarted: (uri) => watchWork(connection, uri, () => client.stop(uri)),
        onFailed: (uri, error) => log(`The study of ${uri} failed: ${describeError(error)}`),
        onChanged,
        onFitted: () => editor.refresh(),
    });
    const { shared } = createServerServices({ connection, ...NodeFileSystem }, { results: client, fileColumns, log });
    const { DocumentBuilder, LangiumDocuments, TextDocuments } = shared.workspace;
    const editor = clientAbilities(connection, shared, log);
    const fileWatch = createFileWatch((uri) => onDataFilesChanged([uri]));

    function documentAt(uri: string): LangiumDocument | undefined {
        return LangiumDocuments.getDocument(URI.parse(uri));
    }

    function sourcesOf(uri: string): StudySources | undefined {
        const document = documentAt(uri);
        return document && { uri, documents: folderTexts(document, LangiumDocuments.all) };
    }

    async function checked(uri: string): Promise<void> {
        await shared.workspace.WorkspaceManager.ready;
        await DocumentBuilder.waitUntil(DocumentState.Validated, URI.parse(uri));
    }

    function publish(document: LangiumDocument): void {
        if (isLibraryUri(document.uri)) return;
        publisher.publish(document, mergedDiagnostics(document, client.of(document)?.report));
    }

    function onValidated(document: LangiumDocument): void {
        publish(document);
        const isOpen = TextDocuments.get(document.uri) !== undefined;
        if (isOpen && !isLibraryUri(document.uri)) client.schedule(document.uri.toString());
    }

    function onChanged(uri: string): void {
        const document = documentAt(uri);
        if (document === undefined) return;
        publish(document);
        fileWatch.watch([...client.dependencies()].filter((file) => !editor.watches(file)));
        void connection.sendNotification(StudyChangedNotification.method, { uri: document.textDocument.uri });
        editor.refresh();
    }

    function onDataFilesChanged(uris: readonly string[]): void {
        for (const uri of uris) {
            link.invalidate(uri);
            fileColumns.forget(uri);
            client.dependentsOf(uri).forEach(client.schedule);
        }
    }

    DocumentBuilder.onDocumentPhase(DocumentState.Validated, onValidated);
    DocumentBuilder.onUpdate((_, deleted) => {
        for (const uri of deleted) {
            client.forget(uri.toString());
            publisher.clear(uri.toString());
        }
    });
    TextDocuments.onDidClose(({ document }) => client.forget(URI.parse(document.uri).toString()));
    shared.lsp.DocumentUpdateHandler.onDataFilesChanged(onDataFilesChanged);

    addEditorFeatures(connection, shared);
    registerRequests({ connection, link, client, documentAt, checked, sourcesOf, log });
    connection.onInitialize((params) => shared.lsp.LanguageServer.initialize(params));
    connection.onInitialized((params) => shared.lsp.LanguageServer.initialized(params));
    connection.onShutdown(() => {
        fileWatch.dispose();
        link.dispose();
    });
    TextDocuments.listen(connection);
    connection.listen();
}

/** The texts of a document and of those that it sees, as they stand in the editor or on disk. */
function folderTexts(document: LangiumDocument, all: Iterable<LangiumDocument>): StudySources['documents'] {
    const folder = folderOf(document.uri);
    return [...all]
        .filter((each) => each === document || (folder !== undefined && folderOf(each.uri) === folder))
        .map(({ uri, textDocument }) => ({ uri: uri.toString(), text: textDocument.getText() }));
}
