export interface GroupedMean {
    readonly mean: number;
    /** Null where all values are of one group. */
    readonly standardError: number | null;
    readonly groups: number;
}

/**
 * A mean, and its standard error where values of one group are not independent: with S_g and n_g the sum and the number of
 * values of group g of G,
 *
 *     SE² = G/(G − 1) · Σ (S_g − n_g · mean)² / n²          (Liang and Zeger 1986, for a mean)
 *
 * @param groups of each value; each its own if not given
 */
export function groupedMean(values: Float64Array, groups?: ArrayLike<number>): GroupedMean {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const excess = new Map<number, number>();
    values.forEach((value, i) => {
        const group = groups?.[i] ?? i;
        excess.set(group, (excess.get(group) ?? 0) + value - mean);
    });
    const count = excess.size;
    if (count < 2) return { mean, standardError: null, groups: count };
    const squares = [...excess.values()].reduce((sum, e) => sum + e * e, 0);
    return { mean, standardError: Math.sqrt((squares * count) / (count - 1)) / values.length, groups: count };
}
