/** Notices changes of data files that the editor does not watch: outside the workspace, or with another ending. */
import { unwatchFile, watchFile, type StatsListener } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** How often such a file is looked at. */
const INTERVAL_MS = 1000;

/** Longer than from the reading of a file to the first look at it. */
const RECENT_MS = 60_000;

export interface FileWatch {
    /** Watches these files and no others. */
    watch(uris: Iterable<string>): void;
    dispose(): void;
}

export function createFileWatch(onChanged: (uri: string) => void): FileWatch {
    const watched = new Map<string, StatsListener>();

    const stop = (uri: string, listener: StatsListener): void => {
        unwatchFile(fileURLToPath(uri), listener);
        watched.delete(uri);
    };

    return {
        watch(uris) {
            const wanted = new Set([...uris].filter((uri) => uri.startsWith('file:')));
            for (const [uri, listener] of watched) if (!wanted.has(uri)) stop(uri, listener);
            for (const uri of wanted) {
                if (watched.has(uri)) continue;
                const listener: StatsListener = (now, before) => {
                    if (now.mtimeMs !== before.mtimeMs || now.size !== before.size) onChanged(uri);
                };
                watched.set(uri, listener);
                watchFile(fileURLToPath(uri), { interval: INTERVAL_MS, persistent: false }, listener);
                void lookAgain(uri, () => watched.get(uri) === listener && onChanged(uri));
            }
        },
        dispose() {
            for (const [uri, listener] of watched) stop(uri, listener);
        },
    };
}

/** A file may have changed between being read and being watched: one that was written just before is taken to have. */
async function lookAgain(uri: string, changed: () => void): Promise<void> {
    const begun = Date.now();
    await setTimeout(INTERVAL_MS, undefined, { ref: false });
    const found = await stat(fileURLToPath(uri)).catch(() => undefined);
    if (found !== undefined && found.mtimeMs > begun - RECENT_MS) changed();
}
