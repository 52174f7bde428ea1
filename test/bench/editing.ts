/** The language server as a client sees it: time to answer after start, and from a keystroke to its diagnostics. */
import { spawn } from 'node:child_process';
import {
    createMessageConnection,
    StreamMessageReader,
    StreamMessageWriter,
    type MessageConnection,
} from 'vscode-jsonrpc/node';
import { simulateRuns } from './simulatedRuns.js';
import { timed, type Row } from './measure.js';

const SIZES = [100, 1_000, 10_000];
const KEYSTROKES = 9;

export async function benchEditing(): Promise<Row[]> {
    const rows = [await startUp()];
    for (const size of SIZES) rows.push(await keystrokes(size));
    return rows;
}

async function startUp(): Promise<Row> {
    const times: number[] = [];
    for (let index = 0; index < 5; index++) {
        const start = performance.now();
        const server = await startServer();
        await server.diagnosticsOf(spec(10), 1);
        times.push(performance.now() - start);
        server.stop();
    }
    return timed('server start to first diagnostics', times);
}

/** Each keystroke makes or mends a mistake in the last statement; the clock runs until its diagnostics arrive. */
async function keystrokes(size: number): Promise<Row> {
    const server = await startServer();
    const text = spec(size);
    await server.diagnosticsOf(text, 1);
    const times: number[] = [];
    for (let version = 2; version < 2 + KEYSTROKES; version++) {
        const start = performance.now();
        await server.diagnosticsOf(version % 2 === 0 ? `${text}\npredict nolaw(1)` : text, version);
        times.push(performance.now() - start);
    }
    server.stop();
    return timed(`keystroke to diagnostics, ${size.toLocaleString('en')} inline rows`, times);
}

function spec(rows: number): string {
    const { N, D, loss } = simulateRuns(rows, 3);
    const lines = Array.from(
        N,
        (n, row) => `  | ${n.toExponential(4)} | ${D[row].toExponential(4)} | ${loss[row].toFixed(4)} |`,
    );
    return `runs measured {\n  | N | D | loss |\n${lines.join('\n')}\n}\n`;
}

interface Server {
    /** Sends the text and waits for the first diagnostics of that version. */
    diagnosticsOf(text: string, version: number): Promise<void>;
    stop(): void;
}

async function startServer(): Promise<Server> {
    const process_ = spawn(process.execPath, ['dist/server.cjs', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(
        new StreamMessageReader(process_.stdout),
        new StreamMessageWriter(process_.stdin),
    );
    connection.listen();
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    await connection.sendNotification('initialized', {});
    return {
        diagnosticsOf: (text, version) => sendText(connection, text, version),
        stop: () => {
            connection.dispose();
            process_.kill();
        },
    };
}

function sendText(connection: MessageConnection, text: string, version: number): Promise<void> {
    const uri = 'untitled:bench.scaling';
    const arrived = new Promise<void>((resolve) => {
        const subscription = connection.onNotification(
            'textDocument/publishDiagnostics',
            (params: { version?: number }) => {
                if (params.version !== version) return;
                subscription.dispose();
                resolve();
            },
        );
    });
    const sent =
        version === 1
            ? connection.sendNotification('textDocument/didOpen', {
                  textDocument: { uri, languageId: 'scaling', version, text },
              })
            : connection.sendNotification('textDocument/didChange', {
                  textDocument: { uri, version },
                  contentChanges: [{ text }],
              });
    return sent.then(() => arrived);
}
