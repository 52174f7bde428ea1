/** Which answer is waited for, whatever the order in which the worker's jobs end. */
import { describe, expect, it } from 'vitest';
import { createStudyClient, type StudyClient } from '../../src/server/studyClient.js';
import { JobCancelled, type WorkerLink } from '../../src/server/workerLink.js';
import type { StudyReport } from '../../src/study/report.js';

const URI = 'file:///a.scaling';

/** A client whose jobs end when the test says so. */
function clientOfJobs(): { client: StudyClient; jobs: { finish(): void; cancel(): void }[] } {
    const jobs: { finish(): void; cancel(): void }[] = [];
    const report: StudyReport = {
        uri: URI,
        diagnostics: [],
        runs: [],
        fits: [],
        comparisons: [],
        predictions: [],
        budgets: [],
        dependencies: [],
    };
    const run = (): Promise<never> =>
        new Promise((resolve, reject) => {
            jobs.push({ finish: () => resolve(report as never), cancel: () => reject(new JobCancelled()) });
        });
    const link: WorkerLink = { run, invalidate: () => undefined, dispose: () => undefined };
    const client = createStudyClient(link, {
        sourcesOf: () => ({ uri: URI, documents: [{ uri: URI, text: '' }] }),
        onAnswer: (answer) => answer,
        onChanged: () => undefined,
        onStarted: () => ({ progress: () => undefined, end: () => undefined }),
        onFailed: (_, error) => {
            throw error;
        },
    });
    return { client, jobs };
}

describe('waiting for the answer to the text as it stands', () => {
    it('outlives a run that was replaced, even when that ends after its successor', async () => {
        const { client, jobs } = clientOfJobs();
        const first = client.settled(URI);
        client.schedule(URI);
        const second = client.settled(URI);
        jobs[1].finish();
        await expect(second).resolves.toMatchObject({ uri: URI });
        jobs[0].cancel();
        await expect(first).resolves.toMatchObject({ uri: URI });
    });

    it('ends when the work is stopped', async () => {
        const { client, jobs } = clientOfJobs();
        const waiting = client.settled(URI);
        client.stop(URI);
        jobs[0].cancel();
        await expect(waiting).rejects.toBeInstanceOf(JobCancelled);
    });
});
