import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkerLink, JobCancelled, WorkerDied, type WorkerLink } from '../../src/server/workerLink.js';

/** Answers with the file's name, tells progress on the way; dies of “crash”, never answers “wait” until cancelled. */
const SCRIPT = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ type, id, job }) => {
    if (type === 'cancel') return parentPort.postMessage({ type: 'cancelled', id });
    const { csvUri } = job.params;
    if (csvUri === 'crash') throw new Error('out of order');
    if (csvUri === 'wait') return;
    parentPort.postMessage({ type: 'progress', id, activity: 'reading', fraction: 0.5 });
    parentPort.postMessage({ type: 'done', id, result: [csvUri] });
});
`;

let folder: string;
let link: WorkerLink;
let events: string[];

beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scaling-worker-'));
    const path = join(folder, 'worker.cjs');
    await writeFile(path, SCRIPT);
    events = [];
    link = createWorkerLink(path, {
        onRestart: (reason) => events.push(`restarted: ${reason}`),
        onGivenUp: (reason) => events.push(`given up: ${reason}`),
    });
});

afterEach(async () => {
    link.dispose();
    await rm(folder, { recursive: true });
});

describe('the link to the worker', () => {
    it('gives results and progress', async () => {
        const told: string[] = [];
        const onProgress = (activity: string, fraction: number | null) => told.push(`${activity} ${fraction}`);
        expect(await link.run('columns', { csvUri: 'a.csv' }, { onProgress })).toEqual(['a.csv']);
        expect(told).toEqual(['reading 0.5']);
    });

    it('cancels', async () => {
        const controller = new AbortController();
        const job = link.run('columns', { csvUri: 'wait' }, { signal: controller.signal });
        controller.abort();
        await expect(job).rejects.toBeInstanceOf(JobCancelled);
        await expect(link.run('columns', { csvUri: 'a' }, { signal: controller.signal })).rejects.toBeInstanceOf(
            JobCancelled,
        );
    });

    it('starts a dead worker again, and what it was doing fails', async () => {
        const waiting = link.run('columns', { csvUri: 'wait' });
        const crash = link.run('columns', { csvUri: 'crash' });
        await expect(crash).rejects.toBeInstanceOf(WorkerDied);
        await expect(waiting).rejects.toBeInstanceOf(WorkerDied);
        expect(events).toEqual(['restarted: out of order']);
        expect(await link.run('columns', { csvUri: 'a.csv' })).toEqual(['a.csv']);
    });

    it('ends a loop of deaths', async () => {
        for (let death = 0; death < 3; death++)
            await expect(link.run('columns', { csvUri: 'crash' })).rejects.toBeInstanceOf(WorkerDied);
        expect(events).toEqual(['restarted: out of order', 'restarted: out of order', 'given up: out of order']);
        await expect(link.run('columns', { csvUri: 'a.csv' })).rejects.toBeInstanceOf(WorkerDied);
    });
});
