/** A study of texts in memory: one spec, its siblings and its data files, all in one folder. */
import { createStudy, type Study } from '../../src/study/study.js';
import type { StudyReport } from '../../src/study/report.js';
import type { StudyPatience } from '../../src/study/run.js';
import type { StudyHost } from '../../src/study/tables/tables.js';

export const SPEC = 'file:///specs/spec.scaling';

export const NO_PAUSE: StudyPatience = { pause: () => undefined };

export interface Files {
    /** Other files of the folder by name; `.scaling` ones are siblings, the others data. */
    readonly [name: string]: string | Uint8Array;
}

export interface Folder {
    readonly documents: readonly { uri: string; text: string }[];
    readonly host: StudyHost;
}

export function folderOf(text: string, files: Files = {}): Folder {
    const siblings = Object.entries(files).filter(([name]) => name.endsWith('.scaling'));
    return {
        documents: [
            { uri: SPEC, text },
            ...siblings.map(([name, content]) => ({ uri: `file:///specs/${name}`, text: String(content) })),
        ],
        host: {
            readFile: async (uri) => {
                const content = files[decodeURIComponent(uri.replace('file:///specs/', ''))];
                return typeof content === 'string' ? new TextEncoder().encode(content) : content;
            },
        },
    };
}

let shared: Study | undefined;

/** The report of one text, in the study that all tests of a file share, or in one that is given. */
export function studyOf(text: string, files: Files = {}, study?: Study): Promise<StudyReport> {
    const { documents, host } = folderOf(text, files);
    shared ??= createStudy();
    for (const name of Object.keys(files)) shared.invalidate(`file:///specs/${name}`);
    return (study ?? shared).analyse(SPEC, documents, host, NO_PAUSE);
}

/** Each problem as `line:column severity code`, counted from 1. */
export function problemsOf({ diagnostics }: StudyReport): string[] {
    return diagnostics.map(
        ({ range, severity, code }) => `${range.start.line + 1}:${range.start.character + 1} ${severity} ${code}`,
    );
}

/** Estimates by parameter of the first fit. */
export function estimatesOf({ fits: [fit] }: StudyReport): Record<string, number> {
    return Object.fromEntries(fit.parameters.map(({ name, estimate }) => [name, estimate ?? NaN]));
}
