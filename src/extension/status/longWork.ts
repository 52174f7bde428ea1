import {
    CancellationTokenSource,
    ProgressLocation,
    window,
    type CancellationToken,
    type Progress,
    type Uri,
} from 'vscode';
import { CancelNotification } from '../../protocol/requests.js';
import type { ScalingServer } from '../server.js';
import { progressText } from './progressText.js';

/** Most fits take milliseconds: only what takes longer is announced. */
const ANNOUNCED_AFTER_MS = 1000;

/**
 * Does `work` on a document; when it takes longer than a moment, a notification says how far it is and can cancel it.
 *
 * @throws what `work` rejects with, which is a cancelled request after a cancellation.
 */
export async function withProgressWhenLong<Result>(
    server: ScalingServer,
    uri: Uri,
    title: string,
    work: (token: CancellationToken) => Promise<Result>,
): Promise<Result> {
    const source = new CancellationTokenSource();
    const result = work(source.token);
    const end = result.then(
        () => undefined,
        () => undefined,
    );
    const cancel = () => {
        source.cancel();
        void server.notify(CancelNotification, { uri: uri.toString() });
    };
    const timer = setTimeout(() => void announce(server, uri, title, end, cancel), ANNOUNCED_AFTER_MS);
    void end.then(() => clearTimeout(timer));
    return result;
}

function announce(
    server: ScalingServer,
    uri: Uri,
    title: string,
    end: Promise<void>,
    cancel: () => void,
): Thenable<void> {
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    return window.withProgress(options, async (progress: Progress<{ message?: string }>, token) => {
        token.onCancellationRequested(cancel);
        const listener = server.onDidProgress((step) => {
            const message = step.uri === uri.toString() ? progressText(step) : null;
            if (message !== null) progress.report({ message });
        });
        await end;
        listener.dispose();
    });
}
