/** The worker's jobs: they are told when their time has run out, and end soon after they are cancelled. */
import { describe, expect, it } from 'vitest';
import { createJobRunner } from '../../src/server/jobRunner.js';
import type { FromWorker, ToWorker } from '../../src/server/workerMessages.js';
import type { StudyPatience } from '../../src/study/run.js';
import { createStudy } from '../../src/study/study.js';

interface Surroundings {
    readonly patience: StudyPatience;
    readonly clock: { now: number };
    readonly receive: (message: ToWorker) => void;
}

const URI = 'file:///a.scaling';
const EMPTY = {
    diagnostics: [],
    runs: [],
    fits: [],
    comparisons: [],
    predictions: [],
    budgets: [],
    plans: [],
    dependencies: [],
};

/** Runs one analysis that does what the test says; the types of the messages that came of it. */
function analysing(work: (surroundings: Surroundings) => Promise<void>): Promise<FromWorker['type'][]> {
    const clock = { now: 0 };
    const posted: FromWorker['type'][] = [];
    return new Promise((resolve) => {
        const receive = createJobRunner({
            study: {
                ...createStudy(),
                analyse: async (uri, _documents, _host, patience) => {
                    await work({ patience, clock, receive });
                    return { uri, ...EMPTY };
                },
            },
            host: { readFile: async () => undefined },
            post: ({ type }) => {
                posted.push(type);
                if (type !== 'progress') resolve(posted);
            },
            breathe: async () => undefined,
            now: () => clock.now,
        });
        receive({ type: 'start', id: 1, job: { kind: 'analyse', params: { uri: URI, documents: [] } } });
    });
}

describe('a job', () => {
    it('has a minute before its fits are to end', async () => {
        const seen: (boolean | undefined)[] = [];
        const posted = await analysing(async ({ patience, clock }) => {
            for (const now of [0, 59_000, 61_000]) {
                clock.now = now;
                seen.push(patience.expired?.());
            }
        });
        expect([seen, posted]).toEqual([[false, false, true], ['done']]);
    });

    it('ends at its next pause when it is cancelled', async () => {
        const posted = await analysing(async ({ patience, receive }) => {
            receive({ type: 'cancel', id: 1 });
            await patience.pause(0, 1);
            throw new Error('It went on.');
        });
        expect(posted).toEqual(['cancelled']);
    });
});
