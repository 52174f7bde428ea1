/**
 * Chances of being wrong as powers of the count, Q = e^(−θk), in the place of the unbiased R = C(n − c, k) / C(n, k). With θ such
 * that they agree at a count κ, the anchor, Q ≤ R below it, since log R is concave, and Q ≥ R above.
 */
import type { Arm } from './attempts.js';
import { logMissing } from './missing.js';

/** e^−30 is as good as nothing. */
const CERTAIN = 30;
/** Anchors, in multiples of the count. */
const REACHES = [1, 2, 4, 8];
/** Counts at which Q and R are compared, each so many times the one before. */
const STEP = 1.5;

export interface ArmAt {
    readonly arm: Arm;
    /** Of a good mixture; 0 for an arm that it does not use. */
    readonly count: number;
    /** The most that is within the limit. */
    readonly most: number;
    /** Of each problem of the arm, at the good mixture: the chance that all samples of other arms are wrong. */
    readonly others: Float64Array;
}

/**
 * Of each problem, the θ that costs a bound least: where Q < R at the count of a good mixture the share solved is overestimated, by as
 * much as other arms leave of it; where Q > R anywhere, by all of it.
 */
export function powersOf({ arm, count, most, others }: ArmAt, logFactorial: Float64Array): Float64Array {
    const { drawn, right } = arm;
    const at = Math.max(1, count);
    return drawn.map((n, i) => {
        const c = right[i];
        if (c === 0) return 0;
        const chance = (k: number): number => Math.exp(logMissing(n, c, k, logFactorial));
        let [best, least] = [CERTAIN, others[i] * chance(at)];
        for (const reach of REACHES) {
            const anchor = Math.min(reach * at, n - c);
            if (anchor === 0) break;
            const power = Math.min(CERTAIN, -logMissing(n, c, anchor, logFactorial) / anchor);
            const short = others[i] * Math.max(0, chance(at) - Math.exp(-power * at));
            const loss = short + largestExcess(power, chance, anchor, most);
            if (loss < least) [best, least] = [power, loss];
        }
        return best;
    });
}

/** Of Q over R, above the anchor. */
function largestExcess(power: number, chance: (k: number) => number, anchor: number, most: number): number {
    let excess = 0;
    for (let k = anchor + 1; k <= most; k = Math.ceil(k * STEP)) {
        const wrong = Math.exp(-power * k);
        if (wrong <= excess) break;
        excess = Math.max(excess, wrong - chance(k));
    }
    return excess;
}
