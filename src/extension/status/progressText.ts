import type { StudyProgress } from '../../protocol/requests.js';

/** What is being done and how far it is, for example `bootstrap of surface 42 %`; null when nothing is. */
export function progressText({ activity, fraction }: StudyProgress): string | null {
    if (activity === null || fraction === null) return activity;
    return `${activity} ${Math.floor(100 * fraction)} %`;
}
