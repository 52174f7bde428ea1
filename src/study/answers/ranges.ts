/** Infinities the wrong way round where there is nothing. */
export function rangeOf(values: Float64Array): [lowest: number, highest: number] {
    let [lowest, highest] = [Infinity, -Infinity];
    for (const value of values) {
        if (value < lowest) lowest = value;
        if (value > highest) highest = value;
    }
    return [lowest, highest];
}
