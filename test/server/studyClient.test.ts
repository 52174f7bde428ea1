/** Which answer is waited for, whatever the order in which the worker's jobs end. */
import type { LangiumDocument } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { createStudyClient, type StudyClient } from '../../src/server/studyClient.js';
import { JobCancelled, type WorkerLink } from '../../src/server/workerLink.js';
import type { FitReport, StudyReport } from '../../src/study/report.js';

const URI = 'file:///a.scaling';

const EMPTY: StudyReport = {
    uri: URI,
    diagnostics: [],
    runs: [],
    fits: [],
    comparisons: [],
    predictions: [],
    budgets: [],
    plans: [],
    dependencies: [],
};

interface TestJob {
    finish(...fits: readonly FitReport[]): void;
    cancel(): void;
    tell(fit: FitReport): void;
}

/** A client whose jobs end when the test says so. */
function clientOfJobs(): { client: StudyClient; jobs: TestJob[]; type: (text: string) => void } {
    const jobs: TestJob[] = [];
    let text = '';
    const run: WorkerLink['run'] = (_kind, _params, options) =>
        new Promise((resolve, reject) => {
            jobs.push({
                finish: (...fits) => resolve({ ...EMPTY, fits } as never),
                cancel: () => reject(new JobCancelled()),
                tell: (fit) => options?.onFitted?.(fit),
            });
        });
    const link: WorkerLink = { run, invalidate: () => undefined, dispose: () => undefined };
    const client = createStudyClient(link, {
        sourcesOf: () => ({ uri: URI, documents: [{ uri: URI, text }] }),
        onAnswer: (answer) => answer,
        onChanged: () => undefined,
        onFitted: () => undefined,
        onStarted: () => ({ progress: () => undefined, end: () => undefined }),
        onFailed: (_, error) => {
            throw error;
        },
    });
    const type = (next: string): void => {
        text = next;
        client.schedule(URI);
        void client.settled(URI).catch(() => undefined);
    };
    return { client, jobs, type };
}

/** The fits that are shown while the editor holds a text, each as its group and how often it was answered. */
function shown(client: StudyClient, text: string): unknown {
    const document = {
        uri: { toString: () => URI },
        textDocument: TextDocument.create(URI, 'scaling', 1, text),
    } as LangiumDocument;
    const results = client.of(document);
    return (
        results && { isCurrent: results.isCurrent, fits: results.report.fits.map(({ group, rows }) => [group, rows]) }
    );
}

/** `rows` tells the answers of a statement apart. */
function fitOf(group: string, rows: number): FitReport {
    const place = { line: 0, character: 4 };
    return { group, rows, range: { start: place, end: place }, runs: 'pilot', excluded: [], rowReports: null } as never;
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

describe('an optimum that is told before its study ends', () => {
    it('is shown at once, in the place of the last answer, until the answer comes', async () => {
        const { client, jobs, type } = clientOfJobs();
        type('fit law');
        expect(shown(client, 'fit law')).toBeUndefined();
        jobs[0].tell(fitOf('a', 1));
        expect(shown(client, 'fit law')).toEqual({ isCurrent: false, fits: [['a', 1]] });
        jobs[0].finish(fitOf('a', 2), fitOf('b', 2));
        await client.settled(URI);
        expect(shown(client, 'fit law')).toEqual({
            isCurrent: true,
            fits: [
                ['a', 2],
                ['b', 2],
            ],
        });
        type('fit law ');
        jobs[1].tell(fitOf('a', 3));
        expect(shown(client, 'fit law ')).toEqual({
            isCurrent: false,
            fits: [
                ['b', 2],
                ['a', 3],
            ],
        });
    });

    it('is not shown for another text', () => {
        const { client, jobs, type } = clientOfJobs();
        type('fit law');
        jobs[0].tell(fitOf('a', 1));
        expect(shown(client, 'fit law2')).toBeUndefined();
        type('fit law2');
        jobs[0].tell(fitOf('b', 1));
        expect(shown(client, 'fit law2')).toBeUndefined();
    });
});
