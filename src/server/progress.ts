/** Shows long work to the user, who can cancel it; short work passes unseen. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { StudyProgressNotification, type StudyProgress } from '../protocol/requests.js';
import type { WorkWatcher } from './studyClient.js';

/** Work that takes less than this shows nothing. */
const UNSEEN_MS = 500;

export function watchWork(connection: Connection, uri: string, cancel: () => void): WorkWatcher {
    let reporter: WorkDoneProgressServerReporter | undefined;
    let isVisible = false;
    let isOver = false;
    let latest: Pick<StudyProgress, 'activity' | 'fraction'> = { activity: 'study', fraction: null };

    const tell = (progress: typeof latest): void =>
        void connection.sendNotification(StudyProgressNotification.method, {
            uri,
            ...progress,
        } satisfies StudyProgress);

    const show = async (): Promise<void> => {
        isVisible = true;
        tell(latest);
        const created = await connection.window.createWorkDoneProgress();
        if (isOver) return;
        reporter = created;
        reporter.token.onCancellationRequested(cancel);
        reporter.begin('Scaling', percent(latest.fraction), latest.activity ?? undefined, true);
    };

    const timer = setTimeout(() => void show().catch(() => undefined), UNSEEN_MS);
    return {
        progress(activity, fraction) {
            latest = { activity, fraction };
            if (!isVisible || isOver) return;
            tell(latest);
            reporter?.report(percent(fraction) ?? 0, activity);
        },
        end() {
            isOver = true;
            clearTimeout(timer);
            reporter?.done();
            if (isVisible) tell({ activity: null, fraction: null });
        },
    };
}

function percent(fraction: number | null): number | undefined {
    return fraction === null ? undefined : Math.round(fraction * 100);
}
