/** What the features ask of the study: the answers known for a document, on the text as it stands. */
import type { LangiumDocument } from 'langium';
import type { StudyReport } from '../study/report.js';

export interface StudyResults {
    /** Undefined before the first answer. */
    of(document: LangiumDocument): DocumentResults | undefined;
}

export interface DocumentResults {
    /** Moved onto the text as it stands; what was edited since the answer is left out. */
    readonly report: StudyReport;
    /** False while a newer answer is being computed. */
    readonly isCurrent: boolean;
}

export interface FileColumns {
    /** The column names of a CSV file; undefined when the file cannot be read, or not soon enough to wait for. */
    of(csvUri: string): Promise<readonly string[] | undefined>;
}
