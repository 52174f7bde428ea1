/**
 * What is asked of a mixture: to solve as much as it can, up to a share of the problems, within a limit on the mean cost of a problem,
 * and that for the least cost. One of the two is given; the other is as far as it can go.
 */
import type { Mixture } from './coverage.js';

export interface Demand {
    /** What the question is about. */
    readonly aim: 'solved' | 'cost';
    /** Of the mean cost of a problem. */
    readonly limit: number;
    /** More need not be solved. */
    readonly share: number;
}

export function mostWithin(limit: number): Demand {
    return { aim: 'solved', limit, share: 1 };
}

export function cheapestFor(share: number): Demand {
    return { aim: 'cost', limit: Infinity, share };
}

/** Shares that differ by less are the same, and so are costs, relatively. */
export const SAME = 1e-12;
/** Relative: a cost that exceeds the limit by less does not. */
const SLACK = 1e-9;

export function roomIn({ limit }: Pick<Demand, 'limit'>): number {
    return limit * (1 + SLACK);
}

export function reaches(solved: number, { share }: Demand): boolean {
    return solved >= share - SAME;
}

/** Of two within the limit. */
export function isBetter(other: Mixture, best: Mixture, { share }: Demand): boolean {
    const ahead = Math.min(other.solved, share) - Math.min(best.solved, share);
    return Math.abs(ahead) <= SAME ? other.cost < best.cost * (1 - SAME) : ahead > 0;
}
