/** The main thread's view of the study: per open document the last answer, and the analysis that is under way. */
import type { LangiumDocument } from 'langium';
import type { FitReport, StudyReport } from '../study/report.js';
import { rebaseReport } from './rebaseReport.js';
import type { DocumentResults, StudyResults } from './results.js';
import { shiftBetween } from './textShift.js';
import { JobCancelled, WorkerDied, type WorkerLink } from './workerLink.js';
import type { StudySources } from './workerMessages.js';

/** Keystrokes that follow one another within this time are studied together. */
const DEBOUNCE_MS = 30;

export interface StudyClientEvents {
    /** The document and its siblings as they stand; undefined when it is no longer there. */
    readonly sourcesOf: (uri: string) => StudySources | undefined;
    /** May leave out what is said elsewhere already. */
    readonly onAnswer: (report: StudyReport) => StudyReport;
    /** `onAnswer` is done: results can be shown. */
    readonly onChanged: (uri: string) => void;
    /** A fit's optimum is known; its intervals and what else rests on it are not yet. */
    readonly onFitted: (uri: string) => void;
    /** @returns what is called when the work has ended. */
    readonly onStarted: (uri: string) => WorkWatcher;
    /** A mistake of ours. */
    readonly onFailed: (uri: string, error: unknown) => void;
}

export interface WorkWatcher {
    progress(activity: string, fraction: number | null): void;
    end(): void;
}

export interface StudyClient extends StudyResults {
    /** The text, a sibling or a file it rests on has changed. */
    schedule(uri: string): void;
    /** Studies all documents again, for their answers are lost. */
    scheduleAll(): void;
    /**
     * Waits for the answer to the text as it stands.
     * @throws JobCancelled when the user stopped it; WorkerDied.
     */
    settled(uri: string, options?: { readonly evenIfStopped?: boolean }): Promise<StudyReport>;
    /** Stops the work on a document until its next change; the last answer stays. */
    stop(uri: string): void;
    forget(uri: string): void;
    /** Documents whose last answer rests on a file, or that have no answer yet. */
    dependentsOf(fileUri: string): readonly string[];
    /** All files that the last answers rest on. */
    dependencies(): ReadonlySet<string>;
}

interface Answer {
    readonly report: StudyReport;
    /** The text it was given for. */
    readonly text: string;
}

/** Fits whose optimum is known, while the rest of their study is under way. */
interface Ahead {
    readonly fits: readonly FitReport[];
    /** The text that is studied. */
    readonly text: string;
}

interface Run {
    readonly controller: AbortController;
    readonly report: Promise<StudyReport>;
}

interface DocumentState {
    timer?: NodeJS.Timeout | undefined;
    run?: Run | undefined;
    answer?: Answer;
    ahead?: Ahead | undefined;
    /** Whether the answer is that of the text as it stands. */
    isCurrent: boolean;
    isStopped: boolean;
    /** The answer moved onto a version of the text. */
    moved?: { readonly answer: Answer; readonly text: string; readonly report: StudyReport };
}

export function createStudyClient(link: WorkerLink, events: StudyClientEvents): StudyClient {
    const states = new Map<string, DocumentState>();

    const schedule = (uri: string): void => {
        const state = stateOf(states, uri);
        state.isCurrent = false;
        state.isStopped = false;
        clearTimeout(state.timer);
        state.timer = setTimeout(() => start(uri, state), DEBOUNCE_MS);
    };

    const start = (uri: string, state: DocumentState): void => {
        clearTimeout(state.timer);
        state.timer = undefined;
        state.run?.controller.abort();
        state.run = undefined;
        state.ahead = undefined;
        const sources = events.sourcesOf(uri);
        if (sources === undefined) return;
        const controller = new AbortController();
        const run = { controller, report: analyse(uri, state, sources, controller.signal) };
        state.run = run;
        const isOver = (): void => {
            if (state.run === run) state.run = undefined;
        };
        run.report.then(isOver, (error: unknown) => {
            isOver();
            if (!(error instanceof JobCancelled || error instanceof WorkerDied)) events.onFailed(uri, error);
        });
    };

    const analyse = async (uri: string, state: DocumentState, sources: StudySources, signal: AbortSignal) => {
        const watcher = events.onStarted(uri);
        const text = sources.documents.find((document) => document.uri === uri)?.text ?? '';
        try {
            const onFitted = (fit: FitReport): void => {
                if (signal.aborted) return;
                state.ahead = { fits: [...(state.ahead?.fits ?? []), fit], text };
                events.onFitted(uri);
            };
            const answer = await link.run('analyse', sources, { signal, onProgress: watcher.progress, onFitted });
            if (signal.aborted) throw new JobCancelled();
            state.ahead = undefined;
            const report = events.onAnswer(answer);
            state.answer = { report, text };
            state.isCurrent = state.timer === undefined;
            events.onChanged(uri);
            return report;
        } finally {
            watcher.end();
        }
    };

    const settled = async (uri: string, state: DocumentState): Promise<StudyReport> => {
        for (;;) {
            if (state.timer !== undefined || (state.run === undefined && !state.isCurrent)) start(uri, state);
            const { run } = state;
            if (run === undefined) break;
            try {
                await run.report;
            } catch (error) {
                // A run that a newer text replaced is not what was asked for; its successor may have ended before it.
                if (state.isStopped || !run.controller.signal.aborted) throw error;
            }
        }
        if (state.answer === undefined) throw new JobCancelled();
        return state.answer.report;
    };

    return {
        schedule,
        scheduleAll: () => [...states.keys()].forEach(schedule),
        async settled(uri, { evenIfStopped = false } = {}) {
            const state = stateOf(states, uri);
            if (state.isStopped && !evenIfStopped) throw new JobCancelled();
            state.isStopped = false;
            return settled(uri, state);
        },
        stop(uri) {
            const state = states.get(uri);
            if (state === undefined) return;
            clearTimeout(state.timer);
            state.timer = undefined;
            state.isStopped = true;
            state.run?.controller.abort();
        },
        forget(uri) {
            const state = states.get(uri);
            clearTimeout(state?.timer);
            state?.run?.controller.abort();
            states.delete(uri);
        },
        dependentsOf: (fileUri) =>
            [...states]
                .filter(([, { answer }]) => answer?.report.dependencies.includes(fileUri) ?? true)
                .map(([uri]) => uri),
        dependencies: () => new Set([...states.values()].flatMap(({ answer }) => answer?.report.dependencies ?? [])),
        of: (document) => resultsOf(states.get(document.uri.toString()), document),
    };
}

function stateOf(states: Map<string, DocumentState>, uri: string): DocumentState {
    let state = states.get(uri);
    if (state === undefined) {
        state = { isCurrent: false, isStopped: false };
        states.set(uri, state);
    }
    return state;
}

function resultsOf(state: DocumentState | undefined, { textDocument }: LangiumDocument): DocumentResults | undefined {
    if (state === undefined) return undefined;
    const { answer, ahead } = state;
    const text = textDocument.getText();
    const report = answer && movedReport(state, answer, text);
    if (ahead?.text === text) {
        return { report: withFits(report ?? emptyReport(textDocument.uri), ahead.fits), isCurrent: false };
    }
    return report && { report, isCurrent: state.isCurrent && text === answer.text };
}

function movedReport(state: DocumentState, answer: Answer, text: string): StudyReport {
    if (state.moved?.answer !== answer || state.moved.text !== text) {
        state.moved = { answer, text, report: rebaseReport(answer.report, shiftBetween(answer.text, text)) };
    }
    return state.moved.report;
}

function emptyReport(uri: string): StudyReport {
    return {
        uri,
        diagnostics: [],
        runs: [],
        fits: [],
        comparisons: [],
        predictions: [],
        budgets: [],
        plans: [],
        dependencies: [],
    };
}

/** In the place of those of the same statement and group. */
function withFits(report: StudyReport, newer: readonly FitReport[]): StudyReport {
    const isReplaced = (old: FitReport): boolean => newer.some((fit) => isSameFit(fit, old));
    return { ...report, fits: [...report.fits.filter((old) => !isReplaced(old)), ...newer] };
}

function isSameFit(a: FitReport, b: FitReport): boolean {
    const [start, other] = [a.range.start, b.range.start];
    return start.line === other.line && start.character === other.character && a.group === b.group;
}
