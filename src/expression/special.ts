/** Functions that `Math` lacks, written so that they neither overflow nor cancel. */

export function logistic(x: number): number {
    if (x >= 0) return 1 / (1 + Math.exp(-x));
    const e = Math.exp(x);
    return e / (1 + e);
}

export function logit(p: number): number {
    return Math.log(p) - Math.log1p(-p);
}

export function softplus(x: number): number {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** log(x), but 0 at 0: the derivative x^a·log(x) of x^a is then 0 at 0, as its limit for a > 0. */
export function log0(x: number): number {
    return x === 0 ? 0 : Math.log(x);
}

/** Halves away from 0, unlike `Math.round`. */
export function round(x: number): number {
    return Math.sign(x) * Math.round(Math.abs(x));
}

/** x where a ≤ b, else y; NaN where a or b is. */
export function chosen(a: number, b: number, x: number, y: number): number {
    if (a <= b) return x;
    return a > b ? y : NaN;
}
