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

/** So many values tell a distribution well enough. */
const MOST_VALUES = 4096;

/** All of the values, or some thousand of them, taken evenly. */
export function thinned(values: Float64Array): Float64Array {
    const stride = Math.ceil(values.length / MOST_VALUES);
    return values.filter((_, i) => i % stride === 0);
}

/** The central 95 % of some values. */
export function central95(values: Float64Array): readonly [number, number] {
    const sorted = Float64Array.from(values).sort();
    return [quantile(sorted, 0.025), quantile(sorted, 0.975)];
}

/** Half of the central 68.27 %, which of normal values is their standard deviation. */
export function halfCentral68(values: Float64Array): number {
    const sorted = Float64Array.from(values).sort();
    return 0.5 * (quantile(sorted, 0.84134) - quantile(sorted, 0.15866));
}
