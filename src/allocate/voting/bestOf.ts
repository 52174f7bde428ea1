/** Best of k: of k samples the one with the highest score is the answer. */

/**
 * The chance that it is right, over all ways to draw k of the recorded samples; among equal scores one is as good as another.
 * The highest of k has the rank i (from 0) with chance C(n − i − 1, k − 1) / C(n, k).
 */
export function chanceOfBest(k: number, right: readonly number[], scores: readonly number[]): number {
    const n = scores.length;
    const order = [...scores.keys()].sort((a, b) => scores[b] - scores[a]);
    let sum = 0;
    // The chance that none of the first i is drawn: C(n − i, k) / C(n, k).
    let none = 1;
    for (let from = 0; from < n && none > 0;) {
        let to = from;
        let share = 0;
        let after = none;
        for (; to < n && scores[order[to]] === scores[order[from]]; to++) {
            share += right[order[to]];
            after *= Math.max(0, n - to - k) / (n - to);
        }
        sum += ((none - after) * share) / (to - from);
        none = after;
        from = to;
    }
    return sum;
}
