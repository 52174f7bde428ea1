/** What the Allocation panel remembers through a reload of the window. */
export interface AllocationState {
    /** Read by the extension, too, which then knows what the restored panel shows. */
    readonly documentUri: string | null;
    readonly budget: string | null;
    /** Names of the figures that are shown as tables. */
    readonly tables: readonly string[];
}

/** Whatever was saved, by whichever version, as a state. */
export function restoredState(saved: unknown): AllocationState {
    const values: Readonly<Record<string, unknown>> = typeof saved === 'object' && saved !== null ? { ...saved } : {};
    const { documentUri, budget, tables } = values;
    return {
        documentUri: typeof documentUri === 'string' ? documentUri : null,
        budget: typeof budget === 'string' ? budget : null,
        tables: Array.isArray(tables) ? tables.filter((name) => typeof name === 'string') : [],
    };
}
