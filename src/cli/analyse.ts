/** Runs the study of one file, with a line of progress where a person is watching. */
import type { StudyReport } from '../study/report.js';
import type { StudyPatience } from '../study/run.js';
import { createStudy } from '../study/study.js';
import { fileHost, loadProject } from './project.js';

/** @throws CommandFailure when the file cannot be read. */
export async function analyse(file: string, seed?: number): Promise<StudyReport> {
    const { uri, documents } = await loadProject(file);
    const progress = new Progress();
    try {
        const study = createStudy(seed === undefined ? {} : { seed });
        return await study.analyse(uri, documents, fileHost, progress);
    } finally {
        progress.clear();
    }
}

const CLEAR_LINE = '\r\x1b[K';
const MILLISECONDS_BETWEEN_LINES = 100;

/** On stderr, and only where that is a terminal. */
class Progress implements StudyPatience {
    private activity = '';
    private written = 0;

    begin(activity: string): void {
        this.activity = activity;
    }

    async pause(done: number, total: number): Promise<void> {
        const now = Date.now();
        if (!process.stderr.isTTY || now - this.written < MILLISECONDS_BETWEEN_LINES) return;
        this.written = now;
        const share = total > 0 ? ` ${Math.floor((100 * done) / total)} %` : '';
        process.stderr.write(`${CLEAR_LINE}${this.activity}${share}`);
    }

    clear(): void {
        if (this.written > 0) process.stderr.write(CLEAR_LINE);
    }
}
