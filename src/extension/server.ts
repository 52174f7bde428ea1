import { EventEmitter, Uri, window, type CancellationToken, type Disposable } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
    StudyChangedNotification,
    StudyProgressNotification,
    type DocumentParams,
    type NotificationName,
    type RequestName,
    type StudyProgress,
} from '../protocol/requests.js';
import { RestartPolicy } from './restartPolicy.js';

/** `idle`: nothing has needed the server yet. `stopped`: it kept dying and is not started again by itself. */
export type ServerState = 'idle' | 'starting' | 'running' | 'stopped';

export const STOPPED_MESSAGE = 'The Scaling language server is stopped. Run “Scaling: Restart Server” to go on.';

/** One start of the server; its client exists once the client's code is loaded. */
interface Life {
    client?: LanguageClient;
}

/** The language server as the rest of the extension sees it: started when first needed, and again when it dies. */
export class ScalingServer implements Disposable {
    private readonly changed = new EventEmitter<string>();
    private readonly progressed = new EventEmitter<StudyProgress>();
    private readonly stateChanged = new EventEmitter<ServerState>();
    private readonly policy = new RestartPolicy();
    private readonly log = window.createOutputChannel('Scaling Lab');
    private life: Life | undefined;
    private connecting: Promise<void> | undefined;
    private currentState: ServerState = 'idle';

    /** The URI of a document whose results changed. */
    readonly onDidChangeStudy = this.changed.event;
    readonly onDidProgress = this.progressed.event;
    readonly onDidChangeState = this.stateChanged.event;

    constructor(private readonly extensionUri: Uri) {}

    get state(): ServerState {
        return this.currentState;
    }

    /** Starts the server if nothing has needed it so far; one that kept dying waits for the user. */
    start(): void {
        if (this.currentState === 'idle') this.launch(false);
    }

    /**
     * @throws Error with STOPPED_MESSAGE when there is no server; else what a failed or cancelled request rejects with (see failure.ts).
     */
    async request<Params, Result>(
        name: RequestName<Params, Result>,
        params: Params,
        token?: CancellationToken,
    ): Promise<Result> {
        return (await this.running()).sendRequest<Result>(name.method, params, token);
    }

    async notify<Params>(name: NotificationName<Params>, params: Params): Promise<void> {
        await (await this.running()).sendNotification(name.method, params);
    }

    /** Ends the server, if there is one, and starts it afresh; `state` tells how that went. */
    async restart(): Promise<void> {
        this.policy.forgive();
        await this.stop();
        this.launch(false);
        await this.settled();
    }

    async stop(): Promise<void> {
        const life = this.life;
        this.life = undefined;
        await life?.client?.dispose();
    }

    showLog(): void {
        this.log.show(true);
    }

    dispose(): void {
        for (const part of [this.changed, this.progressed, this.stateChanged, this.log]) part.dispose();
    }

    private async running(): Promise<LanguageClient> {
        this.start();
        await this.settled();
        if (!this.life?.client) throw new Error(STOPPED_MESSAGE);
        return this.life.client;
    }

    /** Waits for the start under way, and for those that follow when it fails. */
    private async settled(): Promise<void> {
        while (this.currentState === 'starting') await this.connecting;
    }

    private launch(afterCrash: boolean): void {
        this.life = {};
        this.setState('starting');
        this.connecting = this.connect(this.life, afterCrash);
    }

    /** Never rejects: a start that fails is one more crash. The client's code is loaded here, not when VS Code starts. */
    private async connect(life: Life, afterCrash: boolean): Promise<void> {
        const { createClient } = await import('./client.js');
        if (life !== this.life) return;
        const module = Uri.joinPath(this.extensionUri, 'dist', 'server.cjs').fsPath;
        life.client = createClient(module, this.log, () => this.lost(life));
        this.listenTo(life.client);
        try {
            await life.client.start();
        } catch {
            this.lost(life);
        }
        if (life !== this.life) return;
        this.setState('running');
        if (afterCrash) void this.offerLog('The Scaling language server died and was restarted.');
    }

    private listenTo(client: LanguageClient): void {
        client.onNotification(StudyChangedNotification.method, ({ uri }: DocumentParams) => this.changed.fire(uri));
        client.onNotification(StudyProgressNotification.method, (step: StudyProgress) => this.progressed.fire(step));
    }

    /** The server died in this life; what the client still reports of an earlier one is no news. */
    private lost(life: Life): void {
        if (life !== this.life) return;
        this.life = undefined;
        if (this.policy.allowsRestartAfterCrash(Date.now())) return this.launch(true);
        this.setState('stopped');
        void this.offerRestart();
    }

    private async offerLog(message: string): Promise<void> {
        if (await window.showWarningMessage(message, 'Show Log')) this.showLog();
    }

    private async offerRestart(): Promise<void> {
        const message = 'The Scaling language server keeps dying and was not started again: the log says why.';
        const choice = await window.showErrorMessage(message, 'Restart Server', 'Show Log');
        if (choice === 'Restart Server') await this.restart();
        if (choice === 'Show Log') this.showLog();
    }

    private setState(state: ServerState): void {
        this.currentState = state;
        this.stateChanged.fire(state);
    }
}
