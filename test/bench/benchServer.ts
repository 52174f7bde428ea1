/** The built language server, and one document open in it. */
import { spawn } from 'node:child_process';
import {
    createMessageConnection,
    StreamMessageReader,
    StreamMessageWriter,
    type MessageConnection,
} from 'vscode-jsonrpc/node';

const URI = 'untitled:bench.scaling';

export interface BenchServer {
    /** Sends the text and waits for the first diagnostics of that version. */
    diagnosticsOf(text: string, version: number): Promise<void>;
    /** Sends the text and waits until what stands above one of its statements is no longer the same. */
    otherLens(text: string, version: number): Promise<void>;
    stop(): void;
}

export async function startServer(): Promise<BenchServer> {
    const process_ = spawn(process.execPath, ['dist/server.cjs', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(
        new StreamMessageReader(process_.stdout),
        new StreamMessageWriter(process_.stdin),
    );
    connection.listen();
    const capabilities = { workspace: { codeLens: { refreshSupport: true } } };
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
    await connection.sendNotification('initialized', {});
    return {
        async diagnosticsOf(text, version) {
            const arrived = diagnosticsOf(connection, version);
            await sendText(connection, text, version);
            await arrived;
        },
        async otherLens(text, version) {
            const before = version === 1 ? '' : await lenses(connection);
            const changed = otherLens(connection, before);
            await sendText(connection, text, version);
            await changed;
        },
        stop: () => {
            connection.dispose();
            process_.kill();
        },
    };
}

function sendText(connection: MessageConnection, text: string, version: number): Promise<void> {
    return version === 1
        ? connection.sendNotification('textDocument/didOpen', {
              textDocument: { uri: URI, languageId: 'scaling', version, text },
          })
        : connection.sendNotification('textDocument/didChange', {
              textDocument: { uri: URI, version },
              contentChanges: [{ text }],
          });
}

function diagnosticsOf(connection: MessageConnection, version: number): Promise<void> {
    return new Promise((resolve) => {
        const subscription = connection.onNotification(
            'textDocument/publishDiagnostics',
            (params: { readonly version?: number }) => {
                if (params.version !== version) return;
                subscription.dispose();
                resolve();
            },
        );
    });
}

/** The server asks for the lenses to be pulled anew whenever there are results. */
function otherLens(connection: MessageConnection, before: string): Promise<void> {
    return new Promise((resolve) => {
        const subscription = connection.onRequest('workspace/codeLens/refresh', () => {
            void lenses(connection).then((titles) => {
                if (titles === before) return;
                subscription.dispose();
                resolve();
            });
            return null;
        });
    });
}

async function lenses(connection: MessageConnection): Promise<string> {
    const textDocument = { uri: URI };
    const found = await connection.sendRequest<readonly { readonly command: { readonly title: string } }[] | null>(
        'textDocument/codeLens',
        { textDocument },
    );
    return JSON.stringify(found?.map(({ command }) => command.title));
}
