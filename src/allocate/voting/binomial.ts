/**
 * The binomial distribution B(n, p): the chance of 0 .. n. From the most likely number outwards, by the ratio of neighbours, so
 * that nothing overflows and each value has nearly all its digits.
 */
export function binomialChances(n: number, p: number): Float64Array {
    const chances = new Float64Array(n + 1);
    const middle = Math.min(n, Math.floor((n + 1) * p));
    const odds = p / (1 - p);
    chances[middle] = 1;
    for (let c = middle; c > 0; c--) chances[c - 1] = (chances[c] * c) / ((n - c + 1) * odds);
    for (let c = middle; c < n; c++) chances[c + 1] = (chances[c] * (n - c) * odds) / (c + 1);
    const total = chances.reduce((sum, chance) => sum + chance, 0);
    return chances.map((chance) => chance / total);
}
