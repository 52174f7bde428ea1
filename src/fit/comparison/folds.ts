import { createRandom } from '../random.js';

/** The rows divided into folds, each to be left out once. */
export interface Folds {
    readonly count: number;
    readonly ofRow: Uint32Array;
}

/**
 * A seeded division into `count` folds, or as many as there are clusters; rows of one cluster stay together. Null where
 * there are less than two.
 * @param clusters of each row; each its own if not given
 */
export function divideIntoFolds(
    rows: number,
    clusters: Uint32Array | undefined,
    count: number,
    seed: number,
): Folds | null {
    const groups = [...new Set(clusters ?? Uint32Array.from({ length: rows }, (_, i) => i))];
    const folds = Math.min(count, groups.length);
    if (folds < 2) return null;
    const random = createRandom(seed);
    for (let last = groups.length - 1; last > 0; last--) {
        const other = random.below(last + 1);
        [groups[last], groups[other]] = [groups[other], groups[last]];
    }
    const foldOf = new Map(groups.map((group, place) => [group, place % folds]));
    return { count: folds, ofRow: Uint32Array.from({ length: rows }, (_, i) => foldOf.get(clusters?.[i] ?? i)!) };
}
