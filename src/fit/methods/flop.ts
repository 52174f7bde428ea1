/** Compute as messages show it: 6e18, 1.25e16. */
export function flop(compute: number): string {
    return `${Number(compute.toPrecision(3)).toExponential().replace('+', '')} FLOP`;
}
