/** What the server's main thread and its worker say to one another. Structured clones, so plain data. */
import type { AllocationParams } from '../protocol/requests.js';
import type { CurvesPicture } from '../study/pictures/curvePictures.js';
import type { FitReport, StudyReport } from '../study/report.js';
import type { SourceDocument } from '../study/documents.js';
import type { AllocationPicture } from '../study/study.js';

/** A spec and its siblings, as they stand in the editor or on disk. */
export interface StudySources {
    readonly uri: string;
    readonly documents: readonly SourceDocument[];
}

/** Each kind of job, with what it is given and what it answers. */
export interface Jobs {
    readonly analyse: { readonly params: StudySources; readonly result: StudyReport };
    readonly curves: { readonly params: StudySources; readonly result: readonly CurvesPicture[] };
    readonly allocation: {
        readonly params: StudySources & Pick<AllocationParams, 'trial'>;
        readonly result: AllocationPicture;
    };
    /** The columns of a data file; none when it cannot be read. */
    readonly columns: { readonly params: { readonly csvUri: string }; readonly result: readonly string[] };
    /** Null where there is no such file. */
    readonly 'new-spec': { readonly params: { readonly csvUri: string }; readonly result: string | null };
}

export type JobKind = keyof Jobs;

export type Job = { readonly [K in JobKind]: { readonly kind: K; readonly params: Jobs[K]['params'] } }[JobKind];

export type ToWorker =
    | { readonly type: 'start'; readonly id: number; readonly job: Job }
    | { readonly type: 'cancel'; readonly id: number }
    /** A file changed on disk. */
    | { readonly type: 'invalidate'; readonly uri: string };

export type FromWorker =
    | { readonly type: 'done'; readonly id: number; readonly result: Jobs[JobKind]['result'] }
    | { readonly type: 'cancelled'; readonly id: number }
    /** A mistake of ours, not of the user's. */
    | { readonly type: 'failed'; readonly id: number; readonly message: string }
    /** A fit of the job whose optimum is found, while its intervals are still being computed. */
    | { readonly type: 'fitted'; readonly id: number; readonly fit: FitReport }
    | { readonly type: 'progress'; readonly id: number; readonly activity: string; readonly fraction: number | null };
