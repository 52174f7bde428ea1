import type { OutputChannel } from 'vscode';
import {
    CloseAction,
    ErrorAction,
    LanguageClient,
    RevealOutputChannelOn,
    TransportKind,
    type InitializeParams,
    type LanguageClientOptions,
    type ServerOptions,
} from 'vscode-languageclient/node';
import { SCALING_SELECTOR } from './documents.js';

/** Messages to the server may fail this often in a row before the connection is given up. */
const MAX_WRITE_ERRORS = 3;

/**
 * A client of the language server, not started yet. It never restarts the server by itself and never shows a message: what a
 * user is told, and when, is decided in server.ts. The setting `scaling.trace.server` traces into the log.
 *
 * @param serverModule the file of the bundled server.
 * @param closed called when the connection ends though nobody asked for it.
 */
export function createClient(serverModule: string, log: OutputChannel, closed: () => void): LanguageClient {
    return new QuietClient('scaling', 'Scaling Lab', serverOptions(serverModule), clientOptions(log, closed));
}

function serverOptions(module: string): ServerOptions {
    const run = { module, transport: TransportKind.ipc };
    return { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } };
}

function clientOptions(log: OutputChannel, closed: () => void): LanguageClientOptions {
    return {
        documentSelector: [...SCALING_SELECTOR],
        outputChannel: log,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        initializationFailedHandler: () => false,
        errorHandler: {
            error: (_error, _message, count) => ({
                action: count !== undefined && count <= MAX_WRITE_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown,
            }),
            closed: () => {
                closed();
                return { action: CloseAction.DoNotRestart };
            },
        },
    };
}

/** The library's client, without the messages and the progress that it would show by itself: troubles go to the log. */
class QuietClient extends LanguageClient {
    /** The extension shows the server's work in its own way (status/workItem.ts), which can be cancelled by a click. */
    protected override fillInitializeParams(params: InitializeParams): void {
        super.fillInitializeParams(params);
        params.capabilities.window = { ...params.capabilities.window, workDoneProgress: false };
    }

    override error(message: string, data?: unknown): void {
        super.error(message, data, false);
    }

    /** Stopping a client that never came up, or whose server hangs, is no failure: its process is ended all the same. */
    override async stop(timeout?: number): Promise<void> {
        try {
            await super.stop(timeout);
        } catch (error) {
            this.error('The server did not stop in good order.', error);
        }
    }
}
