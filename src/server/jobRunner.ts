/** Runs the worker's jobs on one study. Jobs take turns at each pause, where messages come in that may cancel them. */
import { URI, UriUtils } from 'langium';
import { firstSpec } from '../study/newSpec.js';
import type { Study } from '../study/study.js';
import type { StudyHost } from '../study/tables/tables.js';
import { describeError } from './guard.js';
import type { FromWorker, Job, Jobs, JobKind, ToWorker } from './workerMessages.js';

export interface JobSurroundings {
    readonly study: Study;
    readonly host: StudyHost;
    readonly post: (message: FromWorker) => void;
    /** Lets messages in. */
    readonly breathe: () => Promise<void>;
    /** Milliseconds of some clock. */
    readonly now: () => number;
}

/** What a job may take before its fits end with the best they have. */
const TIME_LIMIT_MS = 60_000;

/** Progress is told no more often than this. */
const PROGRESS_INTERVAL_MS = 100;

class Cancelled extends Error {}

/** @returns what takes the messages of the main thread. */
export function createJobRunner(surroundings: JobSurroundings): (message: ToWorker) => void {
    const cancelled = new Set<number>();
    const running = new Set<number>();
    const { study, post } = surroundings;

    const run = async (id: number, job: Job): Promise<void> => {
        running.add(id);
        try {
            const result = await perform(
                job,
                surroundings,
                patienceOf(id, surroundings, () => cancelled.has(id)),
            );
            post({ type: 'done', id, result });
        } catch (error) {
            post(
                error instanceof Cancelled
                    ? { type: 'cancelled', id }
                    : { type: 'failed', id, message: describeError(error) },
            );
        } finally {
            running.delete(id);
            cancelled.delete(id);
        }
    };

    return (message) => {
        if (message.type === 'start') void run(message.id, message.job);
        else if (message.type === 'invalidate') study.invalidate(message.uri);
        else if (running.has(message.id)) cancelled.add(message.id);
    };
}

type JobPatience = Parameters<Study['analyse']>[3];

async function perform(
    job: Job,
    { study, host }: JobSurroundings,
    patience: JobPatience,
): Promise<Jobs[JobKind]['result']> {
    await patience.pause(0, 0);
    switch (job.kind) {
        case 'analyse':
            return study.analyse(job.params.uri, job.params.documents, host, patience);
        case 'curves':
            return study.curves(job.params.uri, job.params.documents, host, patience);
        case 'allocation':
            return study.allocation(job.params.uri, job.params.documents, host, patience, job.params.trial);
        case 'columns':
            return columnsOf(job.params.csvUri, study, host, patience);
        case 'new-spec':
            return newSpec(job.params.csvUri, host);
    }
}

/** Runs that name no columns have all of their file's. */
async function columnsOf(
    csvUri: string,
    study: Study,
    host: StudyHost,
    patience: JobPatience,
): Promise<readonly string[]> {
    const file = URI.parse(csvUri);
    const uri = UriUtils.joinPath(UriUtils.dirname(file), 'columns.scaling').toString();
    const text = `runs file from "${UriUtils.basename(file)}"`;
    const { runs } = await study.analyse(uri, [{ uri, text }], host, patience);
    return runs.flatMap(({ columns }) => columns.map(({ name }) => name));
}

async function newSpec(csvUri: string, host: StudyHost): Promise<string | null> {
    const bytes = await host.readFile(csvUri);
    return bytes === undefined ? null : firstSpec(UriUtils.basename(URI.parse(csvUri)), bytes);
}

function patienceOf(id: number, { post, breathe, now }: JobSurroundings, isCancelled: () => boolean): JobPatience {
    let activity = '';
    const started = now();
    let told = started;
    return {
        expired: () => now() - started > TIME_LIMIT_MS,
        begin(name) {
            activity = name;
        },
        fitted(fit) {
            post({ type: 'fitted', id, fit });
        },
        async pause(done, total) {
            if (activity !== '' && now() - told >= PROGRESS_INTERVAL_MS) {
                told = now();
                post({ type: 'progress', id, activity, fraction: total > 0 ? Math.min(1, done / total) : null });
            }
            await breathe();
            if (isCancelled()) throw new Cancelled();
        },
    };
}
