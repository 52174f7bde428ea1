/** What the Allocation panel remembers through a reload of the window. */
import { restoredFrame, savedValues, type FrameState } from '../shell/frame.js';

export interface AllocationState extends FrameState {
    /** The name of the budget or plan that is shown. */
    readonly question: string | null;
}

/** Whatever was saved, by whichever version, as a state. */
export function restoredState(saved: unknown): AllocationState {
    const values = savedValues(saved);
    return { ...restoredFrame(values), question: typeof values.question === 'string' ? values.question : null };
}
