import type { Disposable, Uri } from 'vscode';
import { ViewColumn, window, type WebviewPanel } from 'vscode';
import { uriArgument } from '../documents.js';
import { LivePanel } from './livePanel.js';
import { viewType, type PanelKind, type PanelTools } from './panelKind.js';
import { webviewOptions } from './webviewPage.js';

/** One panel of a kind in the window: opens it, follows the active spec, and takes it up again after a window reload. */
export class PanelHost<View> implements Disposable {
    private live: LivePanel<View> | undefined;
    private readonly parts: Disposable[];

    constructor(
        private readonly tools: PanelTools,
        private readonly kind: PanelKind<View>,
    ) {
        this.parts = [
            tools.specs.onDidChange((uri) => this.live?.show(uri)),
            window.registerWebviewPanelSerializer(viewType(kind.name), {
                deserializeWebviewPanel: async (panel, state) =>
                    this.adopt(panel, documentOf(state) ?? tools.specs.current),
            }),
        ];
    }

    /** The column of the open panel. */
    get column(): ViewColumn | undefined {
        return this.live?.panel.viewColumn;
    }

    /** Shows a document in the panel, in `column` when it has to be opened; the focus stays where it is. */
    show(uri: Uri, column: ViewColumn = ViewColumn.Beside): void {
        if (this.live) {
            this.live.show(uri);
            this.live.panel.reveal(undefined, true);
            return;
        }
        const { name, title } = this.kind;
        const place = { viewColumn: column, preserveFocus: true };
        const options = webviewOptions(this.tools.context.extensionUri);
        this.adopt(window.createWebviewPanel(viewType(name), title, place, options), uri);
    }

    /** In the document that is shown, the statement on this line. */
    turnTo(line: number): void {
        this.live?.turnTo(line);
    }

    /** Leaves the panel itself in the window: it is taken up again after a reload. */
    dispose(): void {
        for (const part of this.parts) part.dispose();
        this.live?.dispose();
    }

    private adopt(panel: WebviewPanel, uri: Uri | undefined): void {
        const live = new LivePanel(panel, this.kind, this.tools);
        this.live?.panel.dispose();
        this.live = live;
        panel.onDidDispose(() => {
            live.dispose();
            if (this.live === live) this.live = undefined;
        });
        live.show(uri);
    }
}

/** The document in the state that a panel's script has saved before the window was reloaded. */
function documentOf(state: unknown): Uri | undefined {
    if (typeof state !== 'object' || state === null || !('documentUri' in state)) return undefined;
    return uriArgument(state.documentUri);
}
