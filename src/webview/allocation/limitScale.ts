/** The slider's positions and the limits they stand for: even steps in the logarithm, round numbers. */
import type { LimitView } from '../../protocol/allocationPanel.js';

/** Positions from the smallest limit to the largest. */
export const LIMIT_STEPS = 400;
/** What is written into a spec reads well: this many significant digits. */
const LIMIT_DIGITS = 2;

export function limitAt(position: number, { smallest, largest }: LimitView): number {
    const limit = smallest * (largest / smallest) ** (position / LIMIT_STEPS);
    return Number(limit.toPrecision(LIMIT_DIGITS));
}

export function positionOf(limit: number, { smallest, largest }: LimitView): number {
    return Math.round((LIMIT_STEPS * Math.log(limit / smallest)) / Math.log(largest / smallest));
}
