/** The main thread's end: starts the worker, runs jobs in it, and starts it anew when it dies. */
import { Worker } from 'node:worker_threads';
import type { FitReport } from '../study/report.js';
import type { FromWorker, Job, JobKind, Jobs, ToWorker } from './workerMessages.js';

export interface JobOptions {
    readonly signal?: AbortSignal;
    readonly onProgress?: (activity: string, fraction: number | null) => void;
    readonly onFitted?: (fit: FitReport) => void;
}

/** Why a job has no result: it was cancelled, or the worker died while it ran. */
export class JobCancelled extends Error {}
export class WorkerDied extends Error {}

export interface WorkerLink {
    /** @throws JobCancelled, WorkerDied, or an Error with our own mistake's message. */
    run<K extends JobKind>(kind: K, params: Jobs[K]['params'], options?: JobOptions): Promise<Jobs[K]['result']>;
    invalidate(uri: string): void;
    dispose(): void;
}

export interface WorkerEvents {
    /** It died and was started again; what it had computed is lost. */
    readonly onRestart: (reason: string) => void;
    /** It keeps dying and stays down. */
    readonly onGivenUp: (reason: string) => void;
}

/** This many deaths within this time are a loop that starting again does not end. */
const MOST_DEATHS = 3;
const DEATHS_WITHIN_MS = 60_000;

interface Pending {
    readonly resolve: (result: never) => void;
    readonly reject: (reason: Error) => void;
    readonly options: JobOptions;
}

export function createWorkerLink(path: string, { onRestart, onGivenUp }: WorkerEvents): WorkerLink {
    const pending = new Map<number, Pending>();
    const deaths: number[] = [];
    let worker: Worker | undefined;
    let lastId = 0;
    let isDisposed = false;

    const start = (): Worker => {
        // What it prints must not get into a stdio connection.
        const started = new Worker(path, { stdout: true });
        started.stdout.pipe(process.stderr);
        let reason = 'it ended by itself';
        started.on('message', receive);
        started.on('error', (error) => (reason = error instanceof Error ? error.message : String(error)));
        started.on('exit', () => {
            if (!isDisposed && worker === started) mourn(reason);
        });
        return started;
    };

    const receive = (message: FromWorker): void => {
        const job = pending.get(message.id);
        if (job === undefined) return;
        if (message.type === 'progress') return job.options.onProgress?.(message.activity, message.fraction);
        if (message.type === 'fitted') return job.options.onFitted?.(message.fit);
        pending.delete(message.id);
        if (message.type === 'done') job.resolve(message.result as never);
        else job.reject(message.type === 'cancelled' ? new JobCancelled() : new Error(message.message));
    };

    const mourn = (reason: string): void => {
        const now = performance.now();
        deaths.push(now);
        const isLoop = deaths.filter((time) => now - time < DEATHS_WITHIN_MS).length >= MOST_DEATHS;
        worker = isLoop ? undefined : start();
        const lost = [...pending.values()];
        pending.clear();
        for (const { reject } of lost) reject(new WorkerDied(reason));
        (isLoop ? onGivenUp : onRestart)(reason);
    };

    const post = (message: ToWorker): void => worker?.postMessage(message);

    worker = start();
    return {
        run<K extends JobKind>(kind: K, params: Jobs[K]['params'], options: JobOptions = {}) {
            const { signal } = options;
            if (worker === undefined) return Promise.reject(new WorkerDied('it is not running'));
            if (signal?.aborted) return Promise.reject(new JobCancelled());
            const id = ++lastId;
            signal?.addEventListener('abort', () => post({ type: 'cancel', id }), { once: true });
            return new Promise<Jobs[K]['result']>((resolve, reject) => {
                pending.set(id, { resolve, reject, options });
                post({ type: 'start', id, job: { kind, params } as Job });
            });
        },
        invalidate: (uri) => post({ type: 'invalidate', uri }),
        dispose() {
            isDisposed = true;
            void worker?.terminate();
        },
    };
}
