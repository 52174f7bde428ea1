/** Distinct argument tuples: runs that differ only in their outcome tell nothing more about the shape of a law. */

/** With more distinct configurations than this it is not worth telling them apart. */
const PLENTY = 1000;

export interface Configurations {
    /** At most `PLENTY` + 1. */
    readonly count: number;
    /** The configuration of each row; null where there are plenty. */
    readonly ofRow: Uint32Array | null;
}

export function findConfigurations(columns: readonly Float64Array[], rows: number): Configurations {
    const known = new Map<string, number>();
    const ofRow = new Uint32Array(rows);
    for (let i = 0; i < rows; i++) {
        const key = columns.map((column) => column[i]).join(' ');
        if (!known.has(key)) known.set(key, known.size);
        if (known.size > PLENTY) return { count: known.size, ofRow: null };
        ofRow[i] = known.get(key)!;
    }
    return { count: known.size, ofRow };
}

/** Whether the rows that count have at least this many configurations. */
export function hasConfigurations({ ofRow }: Configurations, counts: Float64Array, atLeast: number): boolean {
    if (ofRow === null) return true;
    const met = new Set<number>();
    for (let i = 0; i < counts.length && met.size < atLeast; i++) if (counts[i] > 0) met.add(ofRow[i]);
    return met.size >= atLeast;
}
