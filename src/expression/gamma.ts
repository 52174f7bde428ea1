/** The logarithm of the gamma function and its derivatives, for positive numbers. */

/** B₂, B₄ …: the Bernoulli numbers of Stirling's series. */
const BERNOULLI = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510];

/** Where the series is exact to the last digits; smaller numbers are brought there by Γ(x + 1) = x·Γ(x). */
const FAR = 13;

/** ln Γ(x): ln (x − 1)! for whole x. NaN unless x is positive (Abramowitz and Stegun 1964, 6.1.40). */
export function lgamma(x: number): number {
    if (!(x > 0)) return NaN;
    if (x === Infinity) return Infinity;
    let [y, passed] = [x, 1];
    for (; y < FAR; y++) passed *= y;
    const series = BERNOULLI.reduce((sum, b, k) => sum + b / ((2 * k + 2) * (2 * k + 1) * y ** (2 * k + 1)), 0);
    return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - Math.log(passed);
}

/** No formula is differentiated more often, and the work grows with n. */
const LARGEST_ORDER = 50;

/**
 * The derivative number n + 1 of ln Γ at x. NaN unless x is positive and n a whole number up to 50 (Abramowitz and Stegun
 * 1964, 6.4.11).
 */
export function polygamma(n: number, x: number): number {
    if (!(x > 0) || !(n >= 0 && n <= LARGEST_ORDER) || !Number.isInteger(n)) return NaN;
    let [y, passed] = [x, 0];
    for (; y < FAR + n; y++) passed += y ** -(n + 1);
    if (n === 0) {
        const series = BERNOULLI.reduce((sum, b, k) => sum + b / ((2 * k + 2) * y ** (2 * k + 2)), 0);
        return Math.log(y) - 0.5 / y - series - passed;
    }
    const series = BERNOULLI.reduce((sum, b, k) => sum + (b * rising(n, 2 * k + 2)) / y ** (2 * k + 2 + n), 0);
    const tail = factorial(n - 1) * (y ** -n + (0.5 * n) / y ** (n + 1) + series);
    return (n % 2 === 0 ? -1 : 1) * (tail + factorial(n) * passed);
}

/** n·(n + 1)···(n + m − 1) / m! */
function rising(n: number, m: number): number {
    let product = 1;
    for (let i = 0; i < m; i++) product *= (n + i) / (i + 1);
    return product;
}

function factorial(n: number): number {
    let product = 1;
    for (let i = 2; i <= n; i++) product *= i;
    return product;
}
