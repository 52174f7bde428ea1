/** What the Allocation panel remembers through a reload of the window. */
import { restoredFrame, savedValues, type FrameState } from '../shell/frame.js';

export interface AllocationState extends FrameState {
    readonly budget: string | null;
}

/** Whatever was saved, by whichever version, as a state. */
export function restoredState(saved: unknown): AllocationState {
    const values = savedValues(saved);
    return { ...restoredFrame(values), budget: typeof values.budget === 'string' ? values.budget : null };
}
