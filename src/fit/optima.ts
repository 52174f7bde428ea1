/** Telling local optima apart. */
import type { Solution } from './solver.js';
import { representative } from './symmetry.js';

/** Optima whose objectives differ by less, relatively, are the same. */
const SAME = 1e-7;

/** Best first, one for each value of the objective. */
export function distinct(found: readonly Solution[]): Solution[] {
    const groups: Solution[][] = [];
    for (const one of found.filter(isComputable).sort((a, b) => a.value - b.value)) {
        const group = groups.at(-1);
        if (group !== undefined && isSame(group[0], one)) group.push(one);
        else groups.push([one]);
    }
    return groups.map(representative);
}

/** How many ended at the best value that any of them found. */
export function countBest(found: readonly Solution[]): number {
    const computable = found.filter(isComputable);
    const best = computable.reduce((least, one) => (one.value < least.value ? one : least), computable[0]);
    return computable.filter((one) => isSame(best, one)).length;
}

/** The best of each kind: parameters of other signs make another law of the same formula. */
export function bestOfEachSign(found: readonly Solution[]): Solution[] {
    const best = new Map<string, Solution>();
    for (const one of distinct(found)) {
        const signs = one.parameters.map(Math.sign).join();
        if (!best.has(signs)) best.set(signs, one);
    }
    return [...best.values()];
}

function isComputable({ value }: Solution): boolean {
    return value < Infinity;
}

function isSame(better: Solution, other: Solution): boolean {
    return other.value - better.value <= SAME * better.value;
}
