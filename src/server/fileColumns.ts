/** The columns of data files, asked of the worker once and remembered until the file changes. */
import type { FileColumns } from './results.js';
import type { WorkerLink } from './workerLink.js';

/** Completion waits no longer; the next keystroke finds what came later. */
const PATIENCE_MS = 50;

export interface RememberedColumns extends FileColumns {
    /** Asks ahead, when the study has read the file anyway. */
    prefetch(csvUri: string): void;
    forget(csvUri: string): void;
}

export function createFileColumns(link: WorkerLink): RememberedColumns {
    const known = new Map<string, Promise<readonly string[] | undefined>>();

    const ask = (csvUri: string): Promise<readonly string[] | undefined> => {
        let answer = known.get(csvUri);
        if (answer === undefined) {
            answer = link.run('columns', { csvUri }).catch(() => {
                known.delete(csvUri);
                return undefined;
            });
            known.set(csvUri, answer);
        }
        return answer;
    };

    return {
        of: (csvUri) => Promise.race([ask(csvUri), afterPatience()]),
        prefetch: (csvUri) => void ask(csvUri),
        forget: (csvUri) => void known.delete(csvUri),
    };
}

function afterPatience(): Promise<undefined> {
    return new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
}
