import { commands, StatusBarAlignment, Uri, window, type Disposable, type StatusBarItem } from 'vscode';
import { CancelNotification, type StudyProgress } from '../../protocol/requests.js';
import { nameOf } from '../documents.js';
import type { ScalingServer } from '../server.js';
import { progressText } from './progressText.js';

/** Work that ends sooner is not worth a flicker. */
const SHOWN_AFTER_MS = 400;

/** Only the item itself offers it, so it is not in the command palette. */
const CANCEL_COMMAND = 'scaling.cancelWork';

/** A status bar item with what the server computes and how far it is; a click stops it. */
export class WorkItem implements Disposable {
    private readonly item: StatusBarItem = window.createStatusBarItem('scaling.work', StatusBarAlignment.Right, 100);
    private readonly work = new Map<string, StudyProgress>();
    private readonly parts: Disposable[];
    private timer: NodeJS.Timeout | undefined;

    constructor(private readonly server: ScalingServer) {
        this.item.name = 'Scaling Lab: Work in Progress';
        this.item.command = CANCEL_COMMAND;
        this.parts = [
            this.item,
            server.onDidProgress((progress) => this.note(progress)),
            server.onDidChangeState(() => this.forget()),
            commands.registerCommand(CANCEL_COMMAND, () => this.cancel()),
        ];
    }

    dispose(): void {
        clearTimeout(this.timer);
        for (const part of this.parts) part.dispose();
    }

    /** What is shown: the work that began last. */
    private get latest(): StudyProgress | undefined {
        return [...this.work.values()].at(-1);
    }

    private note(progress: StudyProgress): void {
        if (progress.activity === null) this.work.delete(progress.uri);
        else this.work.set(progress.uri, progress);
        this.update();
    }

    private forget(): void {
        this.work.clear();
        this.update();
    }

    private update(): void {
        const { latest } = this;
        if (!latest) return this.hide();
        this.item.text = `$(sync~spin) ${progressText(latest)}`;
        this.item.tooltip = `Scaling Lab works on ${nameOf(Uri.parse(latest.uri))}. Click to stop it; earlier results stay.`;
        this.timer ??= setTimeout(() => this.item.show(), SHOWN_AFTER_MS);
    }

    private hide(): void {
        clearTimeout(this.timer);
        this.timer = undefined;
        this.item.hide();
    }

    private async cancel(): Promise<void> {
        if (this.latest) await this.server.notify(CancelNotification, { uri: this.latest.uri });
    }
}
