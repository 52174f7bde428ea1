/** What the Curves panel remembers through a reload of the window. */
import { restoredFrame, savedValues, type FrameState } from '../shell/frame.js';

export interface CurvesState extends FrameState {
    /** The fit or comparison that was chosen. */
    readonly figure: string | null;
    readonly axis: string | null;
    /** Null until the user has chosen: logarithmic where all values allow it. */
    readonly xLog: boolean | null;
    readonly yLog: boolean | null;
}

/** Whatever was saved, by whichever version, as a state. */
export function restoredState(saved: unknown): CurvesState {
    const values = savedValues(saved);
    const text = (key: string): string | null => (typeof values[key] === 'string' ? values[key] : null);
    const flag = (key: string): boolean | null => (typeof values[key] === 'boolean' ? values[key] : null);
    return {
        ...restoredFrame(values),
        figure: text('figure'),
        axis: text('axis'),
        xLog: flag('xLog'),
        yLog: flag('yLog'),
    };
}
