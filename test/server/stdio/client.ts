/** A client of the language server over stdio, as an editor would be; it keeps what it is told, in order. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
    createProtocolConnection,
    StreamMessageReader,
    StreamMessageWriter,
    type ClientCapabilities,
    type CompletionItem,
    type CompletionList,
    type Diagnostic,
    type Position,
    type PublishDiagnosticsParams,
} from 'vscode-languageserver/node.js';
import type { StudyProgress } from '../../../src/protocol/requests.js';

export interface ClientEvent {
    readonly type: 'diagnostics' | 'changed' | 'progress' | 'work' | 'answer' | 'message';
    readonly uri?: string;
    readonly detail?: unknown;
}

export interface ClientOptions {
    readonly watchesFiles?: boolean;
}

export type Client = Awaited<ReturnType<typeof startClient>>;

/** @param folder the workspace. */
export async function startClient(bundle: string, folder: string, { watchesFiles = true }: ClientOptions = {}) {
    const server = spawn(process.execPath, [join(bundle, 'server.cjs'), '--stdio'], {
        stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createProtocolConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
    );
    const events: ClientEvent[] = [];
    const waiting = new Set<() => void>();
    const record = (event: ClientEvent): void => {
        events.push(event);
        waiting.forEach((look) => look());
    };
    const diagnostics = new Map<string, readonly Diagnostic[]>();
    const versions = new Map<string, number>();

    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
        diagnostics.set(params.uri, params.diagnostics);
        record({ type: 'diagnostics', uri: params.uri, detail: params.diagnostics });
    });
    connection.onNotification('scaling/studyChanged', ({ uri }: { uri: string }) => record({ type: 'changed', uri }));
    connection.onNotification('scaling/studyProgress', (progress: StudyProgress) =>
        record({ type: 'progress', uri: progress.uri, detail: progress }),
    );
    connection.onNotification('$/progress', ({ value }: { value: unknown }) => record({ type: 'work', detail: value }));
    connection.onNotification('window/showMessage', (detail: unknown) => record({ type: 'message', detail }));
    connection.onNotification('window/logMessage', (detail: unknown) => record({ type: 'message', detail }));
    for (const method of [
        'window/workDoneProgress/create',
        'client/registerCapability',
        'workspace/inlayHint/refresh',
        'workspace/codeLens/refresh',
    ]) {
        connection.onRequest(method, () => null);
    }
    connection.listen();

    const capabilities: ClientCapabilities = {
        window: { workDoneProgress: true },
        workspace: {
            didChangeWatchedFiles: { dynamicRegistration: watchesFiles },
            inlayHint: { refreshSupport: true },
            codeLens: { refreshSupport: true },
        },
    };
    const rootUri = pathToFileURL(folder).toString();
    await connection.sendRequest('initialize', {
        processId: process.pid,
        rootUri,
        capabilities,
        workspaceFolders: [{ uri: rootUri, name: 'specs' }],
    });
    await connection.sendNotification('initialized', {});

    /** Resolves with the first event from `since` on that fits; what was recorded before counts. */
    const waitFor = (fits: (event: ClientEvent) => boolean, since = 0): Promise<ClientEvent> =>
        new Promise((resolve) => {
            const look = (): void => {
                const found = events.slice(since).find(fits);
                if (found === undefined) return;
                waiting.delete(look);
                resolve(found);
            };
            waiting.add(look);
            look();
        });

    return {
        connection,
        events,
        diagnostics,
        waitFor,
        uriOf: (name: string) => pathToFileURL(join(folder, name)).toString(),
        open(uri: string, text: string) {
            versions.set(uri, 1);
            return connection.sendNotification('textDocument/didOpen', {
                textDocument: { uri, languageId: 'scaling', version: 1, text },
            });
        },
        change(uri: string, text: string) {
            const version = (versions.get(uri) ?? 0) + 1;
            versions.set(uri, version);
            return connection.sendNotification('textDocument/didChange', {
                textDocument: { uri, version },
                contentChanges: [{ text }],
            });
        },
        async complete(uri: string, position: Position): Promise<readonly CompletionItem[]> {
            const list = await connection.sendRequest<CompletionList>('textDocument/completion', {
                textDocument: { uri },
                position,
            });
            record({ type: 'answer', uri });
            return list.items;
        },
        /** Waits until the study has answered the last change, from this event on. */
        changed: (uri: string, since = 0) => waitFor((event) => event.type === 'changed' && event.uri === uri, since),
        async stop() {
            await connection.sendRequest('shutdown');
            await connection.sendNotification('exit');
            if (server.exitCode === null) await once(server, 'exit');
            connection.dispose();
        },
    };
}
