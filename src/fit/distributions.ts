/**
 * Quantiles of the normal, χ², t and F distributions, from the incomplete gamma and beta functions (Press, Teukolsky,
 * Vetterling and Flannery 2007, Numerical Recipes, sections 6.1, 6.2 and 6.4), to about twelve digits.
 */

/** P(Z ≤ z) of the standard normal distribution. */
export function normalCdf(z: number): number {
    const half = 0.5 * regularisedGamma(0.5, 0.5 * z * z);
    return z < 0 ? 0.5 - half : 0.5 + half;
}

export function normalQuantile(p: number): number {
    return p < 0.5 ? -normalQuantile(1 - p) : Math.sqrt(chiSquareQuantile(2 * p - 1, 1));
}

export function chiSquareQuantile(p: number, degrees: number): number {
    return invert((x) => regularisedGamma(0.5 * degrees, 0.5 * x), p);
}

/** Of Student's t distribution; `degrees` may be Infinity, which is the normal one. */
export function studentQuantile(p: number, degrees: number): number {
    if (degrees === Infinity) return normalQuantile(p);
    return p < 0.5 ? -studentQuantile(1 - p, degrees) : Math.sqrt(fQuantile(2 * p - 1, 1, degrees));
}

/** Of Fisher's F distribution with `above` and `below` degrees of freedom. */
export function fQuantile(p: number, above: number, below: number): number {
    return invert((x) => regularisedBeta((above * x) / (above * x + below), 0.5 * above, 0.5 * below), p);
}

/** The x > 0 at which an increasing function is p: bisection of ln x, to the last digits. */
function invert(cdf: (x: number) => number, p: number): number {
    if (p <= 0) return 0;
    let upper = 1;
    while (cdf(upper) < p) upper *= 2;
    let lower = upper / 2;
    while (cdf(lower) > p) lower /= 2;
    for (let step = 0; step < 60; step++) {
        const middle = 0.5 * (lower + upper);
        if (cdf(middle) < p) lower = middle;
        else upper = middle;
    }
    return 0.5 * (lower + upper);
}

const TERMS = 1000;

/** P(a, x), by its series below a + 1 and by its continued fraction above. */
function regularisedGamma(a: number, x: number): number {
    if (x <= 0) return 0;
    const front = Math.exp(a * Math.log(x) - x - logGamma(a));
    if (x >= a + 1) {
        const numerator = (n: number): number => (n === 1 ? 1 : -(n - 1) * (n - 1 - a));
        return 1 - front * continuedFraction(numerator, (n) => x + 2 * n - 1 - a);
    }
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < TERMS && term > sum * Number.EPSILON; n++) {
        term *= x / (a + n);
        sum += term;
    }
    return front * sum;
}

/** I_x(a, b), by its continued fraction on the side where that converges fast. */
function regularisedBeta(x: number, a: number, b: number): number {
    if (x > (a + 1) / (a + b + 2)) return 1 - regularisedBeta(1 - x, b, a);
    if (x <= 0) return 0;
    const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
    const numerator = (n: number): number => {
        if (n === 1) return 1;
        const m = Math.floor((n - 1) / 2);
        return n % 2 === 1
            ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
            : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    };
    return front * continuedFraction(numerator, () => 1);
}

/** n₁/(d₁ + n₂/(d₂ + …)), by Lentz's method. */
function continuedFraction(numerator: (n: number) => number, denominator: (n: number) => number): number {
    const tiny = 1e-300;
    let value = tiny;
    let [c, d] = [tiny, 0];
    for (let n = 1; n < TERMS; n++) {
        d = 1 / (denominator(n) + numerator(n) * d || tiny);
        c = denominator(n) + numerator(n) / c || tiny;
        value *= c * d;
        if (Math.abs(c * d - 1) < Number.EPSILON) break;
    }
    return value;
}

/** ln Γ(x), x > 0: Stirling's series, from 15 on. */
function logGamma(x: number): number {
    let shift = 0;
    let z = x;
    for (; z < 15; z++) shift += Math.log(z);
    const square = z * z;
    const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / z;
    return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
