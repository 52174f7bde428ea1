/** Custom messages between the extension (client) and the language server. Plain data, no NaN. */
import type { AllocationView } from './allocationPanel.js';
import type { CurvesView } from './curvesPanel.js';

/** A request's method. `types` is never set: it carries the types of parameters and result for the compiler. */
export interface RequestName<Params, Result> {
    readonly method: string;
    readonly types?: (params: Params) => Result;
}

export interface NotificationName<Params> {
    readonly method: string;
    readonly types?: (params: Params) => void;
}

/** Waits for the fits of the text as it stands, and says how they ended. */
export const FitRequest: RequestName<DocumentParams, FitOutcome> = { method: 'scaling/fit' };

/** The panel's data for the text as it stands. */
export const CurvesRequest: RequestName<DocumentParams, CurvesView> = { method: 'scaling/curves' };

export const AllocationRequest: RequestName<AllocationParams, AllocationView> = { method: 'scaling/allocation' };

/** The edit that writes a new value of a budget's limit into the text. */
export const WriteLimitRequest: RequestName<Required<LimitParams> & DocumentParams, WriteLimitResult | null> = {
    method: 'scaling/writeLimit',
};

/** The text of a document of the law library (`builtin:///…`). */
export const LibraryTextRequest: RequestName<DocumentParams, string | null> = { method: 'scaling/libraryText' };

/** A first spec for a CSV file, its columns guessed. */
export const NewSpecRequest: RequestName<{ readonly csvUri: string }, string> = { method: 'scaling/newSpec' };

/** Stops the work on a document; its results stay as they were. */
export const CancelNotification: NotificationName<DocumentParams> = { method: 'scaling/cancel' };

/** Results of a document changed: pull what is shown. */
export const StudyChangedNotification: NotificationName<{ readonly uri: string }> = { method: 'scaling/studyChanged' };

export const StudyProgressNotification: NotificationName<StudyProgress> = { method: 'scaling/studyProgress' };

export interface DocumentParams {
    readonly uri: string;
}

export interface LimitParams {
    readonly budget: string;
    /** The right side of the budget's adjustable constraint, in the unit of the text. */
    readonly limit: number;
}

export interface AllocationParams extends DocumentParams {
    /** Answer one budget as if its limit were another (the slider). */
    readonly trial?: LimitParams;
}

export interface WriteLimitResult {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
    readonly newText: string;
}

export interface FitOutcome {
    readonly status: 'fitted' | 'nothing-to-fit' | 'errors' | 'cancelled';
    /** One sentence for the status bar or a message. */
    readonly message: string;
}

export interface StudyProgress {
    readonly uri: string;
    /** What is being done, for example `bootstrap of surface`; null when the work has ended. */
    readonly activity: string | null;
    /** 0 … 1; null where the end is not known. */
    readonly fraction: number | null;
}
