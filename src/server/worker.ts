/** The worker's entry: one study, beside the main thread, so that nothing heavy keeps the editor waiting. */
import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { createStudy } from '../study/study.js';
import { createJobRunner } from './jobRunner.js';

const port = parentPort;
if (port === null) throw new Error('This file is the worker of the language server, not a program.');

const receive = createJobRunner({
    study: createStudy(),
    host: { readFile: readDataFile },
    post: (message) => port.postMessage(message),
    breathe: () => setImmediate(),
    now: () => performance.now(),
});
port.on('message', receive);

async function readDataFile(uri: string): Promise<Uint8Array | undefined> {
    // Files of other schemes (an unsaved document has no folder) are not to be had here.
    if (!uri.startsWith('file:')) return undefined;
    try {
        return await readFile(fileURLToPath(uri));
    } catch (error) {
        if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
            return undefined;
        throw error;
    }
}
