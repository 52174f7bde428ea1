/** What the Curves panel remembers through a reload of the window. */
export interface CurvesState {
    /** Read by the extension, too, which then knows what the restored panel shows. */
    readonly documentUri: string | null;
    readonly fitId: string | null;
    readonly axis: string | null;
    /** Null until the user has chosen: logarithmic where all values allow it. */
    readonly xLog: boolean | null;
    readonly yLog: boolean | null;
    readonly asTable: boolean;
}

/** Whatever was saved, by whichever version, as a state. */
export function restoredState(saved: unknown): CurvesState {
    const values: Readonly<Record<string, unknown>> = typeof saved === 'object' && saved !== null ? { ...saved } : {};
    const text = (key: string): string | null => (typeof values[key] === 'string' ? values[key] : null);
    const flag = (key: string): boolean | null => (typeof values[key] === 'boolean' ? values[key] : null);
    return {
        documentUri: text('documentUri'),
        fitId: text('fitId'),
        axis: text('axis'),
        xLog: flag('xLog'),
        yLog: flag('yLog'),
        asTable: flag('asTable') ?? false,
    };
}
