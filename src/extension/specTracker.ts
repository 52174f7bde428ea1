import { EventEmitter, window, type Disposable, type Uri } from 'vscode';
import { isSpec } from './documents.js';

/** Which spec the user works on: the one in the active editor, else the one that was there last. */
export class SpecTracker implements Disposable {
    private readonly changed = new EventEmitter<Uri>();
    private readonly editors = window.onDidChangeActiveTextEditor(() => this.follow());
    private last: Uri | undefined;

    readonly onDidChange = this.changed.event;

    constructor() {
        this.follow();
    }

    get current(): Uri | undefined {
        return this.last;
    }

    dispose(): void {
        this.editors.dispose();
        this.changed.dispose();
    }

    private follow(): void {
        const document = window.activeTextEditor?.document;
        if (!document || !isSpec(document)) return;
        this.last = document.uri;
        this.changed.fire(document.uri);
    }
}
