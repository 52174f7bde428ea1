/** Which parameters a fit may move, and which are pinned to a value. */
import type { ParameterSpec } from './problem.js';

function isFree({ pinned }: ParameterSpec): boolean {
    return pinned === undefined;
}

export function countFree(specs: readonly ParameterSpec[]): number {
    return specs.filter(isFree).length;
}

/** The free ones among all parameters. */
export function withoutPinned(specs: readonly ParameterSpec[], all: ArrayLike<number>): Float64Array {
    return Float64Array.from(all).filter((_, j) => isFree(specs[j]));
}

/** All parameters in the order of `specs`: the free ones as given, the pinned ones at their value. */
export function withPinned(specs: readonly ParameterSpec[], free: ArrayLike<number>): Float64Array {
    let next = 0;
    return Float64Array.from(specs, ({ pinned }) => pinned ?? free[next++]);
}
