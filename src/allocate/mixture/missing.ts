/** The chance that k of n samples, c of them right, are all wrong: C(n − c, k) / C(n, k) (Chen et al. 2021, eq. 1). */
import type { Attempts } from './attempts.js';

/** log 0!, log 1!, …, as far as any arm needs it. */
export function logFactorials({ arms }: Attempts): Float64Array {
    const most = arms.reduce((all, { drawn }) => drawn.reduce((largest, n) => Math.max(largest, n), all), 0);
    const table = new Float64Array(most + 1);
    for (let n = 2; n <= most; n++) table[n] = table[n - 1] + Math.log(n);
    return table;
}

/** −∞ where some of the k samples must be right. */
export function logMissing(n: number, c: number, k: number, logFactorial: Float64Array): number {
    if (c === 0 || k === 0) return 0;
    if (k > n - c) return -Infinity;
    return logFactorial[n - c] - logFactorial[n - c - k] - logFactorial[n] + logFactorial[n - k];
}

/** The chance that the next sample is right, k < n wrong ones being drawn; 1 for the last that can be wrong, after which none is missed. */
export function rightNext(n: number, c: number, k: number): number {
    return c / (n - k);
}
