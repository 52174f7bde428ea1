/** A mixture of samples, with how far it may be from the best and what it is compared with: plain data. */
import type { Difference, Estimate } from '../allocate/result.js';
import type { HeldOut } from '../allocate/mixture/heldOut.js';

export interface MixtureReport {
    /** The most that is solved within a limit, or the least cost of a share. */
    readonly aim: 'solved' | 'cost';
    /** The columns whose values tell the counts apart. */
    readonly columns: readonly string[];
    /** In the order of the rows: what each is of, how many samples, and the most that the samples drawn can tell of. */
    readonly counts: readonly { readonly labels: readonly string[]; readonly count: number; readonly limit: number }[];
    readonly problems: number;
    readonly solved: Estimate;
    /** The mean cost of a problem. */
    readonly cost: Estimate;
    /** No mixture within the limit solves more, or none that solves the share costs less; the mixture's own where it is proven the best. */
    readonly bound: number;
    /** The best single configuration, and as many samples of each; null where the limit leaves none, or they do not reach the share. */
    readonly single: MixtureRival | null;
    readonly uniform: MixtureRival | null;
    /** Null along a sweep, and for few problems. */
    readonly heldOut: HeldOut | null;
}

export interface MixtureRival {
    /** `8 of large`, `2 of each`. */
    readonly label: string;
    readonly solved: number;
    /** The mean cost of a problem. */
    readonly cost: number;
    /** By how much more the mixture solves, or by how much less it costs. */
    readonly ahead: Difference;
}
