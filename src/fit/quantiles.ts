/** The q-quantile of sorted values, linearly interpolated between order statistics (type 7 of Hyndman and Fan 1996). */
export function quantile(sorted: Float64Array, q: number): number {
    const position = q * (sorted.length - 1);
    const below = Math.floor(position);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}

export function median(values: Float64Array): number {
    return quantile(Float64Array.from(values).sort(), 0.5);
}

/** The central 95 % of some values. */
export function central95(values: Float64Array): readonly [number, number] {
    const sorted = Float64Array.from(values).sort();
    return [quantile(sorted, 0.025), quantile(sorted, 0.975)];
}
