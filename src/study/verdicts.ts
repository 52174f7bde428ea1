/** What is said of how a fit was found, in words that editor and command line share. */
import type { SearchReport } from '../fit/result.js';

/** `6 of 6 local searches agree; no rival within reach`; empty where nothing was searched. */
export function searchVerdict({ starts, reachedBest, optima, rivals }: SearchReport): string {
    if (starts === 0) return '';
    const agree = `${reachedBest} of ${starts} local ${starts === 1 ? 'search' : 'searches'} ${starts === 1 ? 'agrees' : 'agree'}`;
    const close = rivals.filter(({ indistinguishable }) => indistinguishable).length;
    if (close > 0) return `${agree}; ${close === 1 ? 'a rival fits' : `${close} rivals fit`} equally well`;
    return `${agree}; ${optima > 1 ? 'no rival within reach' : 'no other optimum was met'}`;
}
