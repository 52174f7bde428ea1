/** What the global search and the bootstrap ask of a local solver, and what it answers. */
import type { Coordinate } from './coordinates.js';
import type { Sample } from './sample.js';

export type LocalStop = 'converged' | 'step-too-small' | 'iteration-limit' | 'time-limit' | 'not-computable';

export interface Start {
    readonly parameters: Float64Array;
    readonly coordinates: readonly Coordinate[];
}

export interface Solution extends Start {
    /** The objective there; Infinity where it cannot be computed. */
    readonly value: number;
    readonly stop: LocalStop;
}

/** A few steps to rank starts by; to the optimum from afar; the same without much patience; or to the optimum from near. */
export type Effort = 'brief' | 'full' | 'probe' | 'refit';

export type LocalSolver = (start: Start, sample: Sample, effort: Effort) => Promise<Solution>;
