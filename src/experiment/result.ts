/** Which runs to do next, as plain data. */
import type { KnownDesign, Run } from './problem.js';

export interface PlannedRun {
    readonly values: Run;
    readonly cost: number | null;
    /** What this run and those before it leave of the target's standard deviation, as a share of what it is now. */
    readonly deviationLeft: number;
}

export interface KnownDesignResult {
    readonly kind: KnownDesign;
    readonly runs: readonly Run[];
    readonly cost: number;
    readonly deviationLeft: number;
}

export interface Plan {
    /** In the order in which they are best begun. */
    readonly runs: readonly PlannedRun[];
    readonly known: readonly KnownDesignResult[];
    /** Free values are found to within this factor; null where all are listed. */
    readonly resolution: number | null;
    /** How many candidates were compared. */
    readonly candidates: number;
}

/** Why no runs can be chosen. */
export type NoPlanReason =
    'no-uncertainty' | 'too-many' | 'none-allowed' | 'none-affordable' | 'not-computable' | 'none-informs';

export interface NoPlan {
    readonly reason: NoPlanReason;
    /** A sentence for people. */
    readonly message: string;
}

export type PlanResult = Plan | NoPlan;
