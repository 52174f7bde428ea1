/** Gauss–Legendre quadrature on 0 .. 1, exact for polynomials of degree 2·count − 1 (Golub and Van Loan; Abramowitz and Stegun 1964, 25.4.29). */
export interface Quadrature {
    readonly nodes: Float64Array;
    readonly weights: Float64Array;
}

const known = new Map<number, Quadrature>();
const MOST_STEPS = 20;

export function gaussLegendre(count: number): Quadrature {
    const rule = known.get(count) ?? newRule(count);
    known.set(count, rule);
    return rule;
}

/** The nodes are the roots of the Legendre polynomial, by Newton's method from Chebyshev's. */
function newRule(count: number): Quadrature {
    const nodes = new Float64Array(count);
    const weights = new Float64Array(count);
    for (let i = 0; i < count; i++) {
        let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
        for (let step = 0; step < MOST_STEPS; step++) {
            const [value, slope] = legendre(count, x);
            x -= value / slope;
        }
        const [, slope] = legendre(count, x);
        nodes[i] = (1 - x) / 2;
        weights[i] = 1 / ((1 - x * x) * slope * slope);
    }
    return { nodes, weights };
}

/** Pₙ(x) and its derivative. */
function legendre(n: number, x: number): [value: number, slope: number] {
    let [before, value] = [1, x];
    for (let k = 2; k <= n; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
    return [value, (n * (x * value - before)) / (x * x - 1)];
}
