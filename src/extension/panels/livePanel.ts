import type { Disposable } from 'vscode';
import { CancellationTokenSource, env, Uri, window, type TextEditor, type WebviewPanel } from 'vscode';
import type { LimitParams } from '../../protocol/requests.js';
import type { ToPanel } from '../../protocol/panel.js';
import { ensureOpen, nameOf } from '../documents.js';
import { reasonOf, wasAbandoned, wasCancelled } from '../failure.js';
import { STOPPED_MESSAGE, type ScalingServer, type ServerState } from '../server.js';
import { Latest } from './latest.js';
import type { PanelKind, PanelMessage, PanelTools, Question } from './panelKind.js';
import { revealLine } from './reveal.js';
import { saveExport } from './saveExport.js';
import { loadPage } from './webviewPage.js';
import { writeLimit } from './writeLimit.js';

/** A cursor that moves on sooner selects nothing. */
const SELECTED_AFTER_MS = 40;

const CANCELLED_MESSAGE = 'The work was stopped. Run “Scaling: Fit Law” to take it up again.';

/** An open panel: it says when what is shown is stale, answers when the panel pulls, and passes the cursor's line on. */
export class LivePanel<View> implements Disposable {
    private readonly server: ScalingServer;
    private readonly questions = new Latest<Question>((question, signal) => this.answer(question, signal));
    private readonly parts: Disposable[];
    private uri: Uri | undefined;
    /** The panel's script runs and listens; a hidden panel's does not. */
    private ready = false;
    private hasView = false;
    private selecting: NodeJS.Timeout | undefined;
    /** The line of a statement to turn to, once it is there. */
    private wanted: number | undefined;

    constructor(
        readonly panel: WebviewPanel,
        private readonly kind: PanelKind<View>,
        tools: PanelTools,
    ) {
        this.server = tools.server;
        this.parts = [
            panel.webview.onDidReceiveMessage((message: PanelMessage) => void this.receive(message)),
            panel.onDidChangeViewState(() => this.noteVisibility()),
            tools.server.onDidChangeStudy((uri) => this.noteChange(uri)),
            tools.server.onDidChangeState((state) => this.noteServer(state)),
            window.onDidChangeTextEditorSelection(({ textEditor }) => this.select(textEditor)),
            window.onDidChangeActiveTextEditor((editor) => this.select(editor)),
        ];
        loadPage(panel, kind.name, kind.title, tools.context.extensionUri);
    }

    /** Turns to the statement on a line of the document. */
    turnTo(line: number): void {
        this.wanted = line;
        this.showWanted();
    }

    /** Turns to a document; undefined when there has been none yet. */
    show(uri: Uri | undefined): void {
        if (uri && uri.toString() === this.uri?.toString()) return;
        this.uri = uri;
        this.panel.title = uri ? `${this.kind.title}: ${nameOf(uri)}` : this.kind.title;
        this.hasView = false;
        this.questions.giveUp();
        this.post({ type: 'changed' });
    }

    dispose(): void {
        this.questions.giveUp();
        this.ready = false;
        clearTimeout(this.selecting);
        for (const part of this.parts) part.dispose();
    }

    private async receive(message: PanelMessage): Promise<void> {
        switch (message.type) {
            case 'ready':
                this.ready = true;
                return this.select(window.activeTextEditor);
            case 'pull':
                return this.pull();
            case 'try-limit':
                return this.tryLimit({ budget: message.budget, limit: message.limit });
            case 'write-limit':
                return writeLimit(this.server, this.uri, { budget: message.budget, limit: message.limit }, this.panel);
            case 'reveal':
                return revealLine(Uri.parse(message.uri), message.line, this.panel.viewColumn);
            case 'export':
                return saveExport(message, this.uri);
            case 'copy':
                await env.clipboard.writeText(message.text);
                window.setStatusBarMessage('Copied', 3000);
        }
    }

    private pull(): void {
        if (this.uri) this.questions.askInstead({ uri: this.uri });
        else this.post({ type: 'empty', message: `Open a .scaling file: its ${this.kind.name} appear here.` });
    }

    private tryLimit(trial: LimitParams): void {
        if (this.uri) this.questions.ask({ uri: this.uri, trial });
    }

    private async answer(question: Question, signal: AbortSignal): Promise<void> {
        const source = new CancellationTokenSource();
        signal.addEventListener('abort', () => source.cancel());
        try {
            // The server knows a document once it is open, also one whose editor was closed.
            await ensureOpen(question.uri);
            const view = await this.kind.ask(question, source.token);
            if (!signal.aborted) this.showView(view);
        } catch (error) {
            if (!signal.aborted) this.showFailure(error);
        } finally {
            source.dispose();
        }
    }

    private showView(view: View): void {
        this.hasView = true;
        this.post({ type: 'view', view });
        this.showWanted();
    }

    private showWanted(): void {
        if (this.wanted === undefined || !this.hasView || !this.ready) return;
        this.post({ type: 'turn-to', line: this.wanted });
        this.wanted = undefined;
    }

    /** Work that was stopped leaves what is shown; what was given up is asked again. */
    private showFailure(error: unknown): void {
        if (wasCancelled(error) && !this.hasView) this.post({ type: 'empty', message: CANCELLED_MESSAGE });
        if (!wasAbandoned(error)) this.post({ type: 'empty', message: reasonOf(error) });
    }

    private noteVisibility(): void {
        if (this.panel.visible) return;
        this.ready = false;
        this.hasView = false;
    }

    private noteChange(uri: string): void {
        if (uri === this.uri?.toString()) this.post({ type: 'changed' });
    }

    private noteServer(state: ServerState): void {
        // What was asked of a server that died has no answer; what is asked while the first one starts has one soon.
        if (state === 'running' && !this.questions.busy) this.post({ type: 'changed' });
        if (state === 'stopped') this.post({ type: 'empty', message: STOPPED_MESSAGE });
    }

    /** Waits until the cursor rests: revealing a line in a file that is opened for it moves the cursor twice. */
    private select(editor: TextEditor | undefined): void {
        if (!editor || editor.document.uri.scheme === 'output') return;
        clearTimeout(this.selecting);
        this.selecting = setTimeout(() => {
            this.post({ type: 'select', uri: editor.document.uri.toString(), line: editor.selection.active.line });
        }, SELECTED_AFTER_MS);
    }

    private post(message: ToPanel<View>): void {
        if (this.ready) void this.panel.webview.postMessage(message);
    }
}
