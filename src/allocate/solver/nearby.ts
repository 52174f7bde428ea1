/** From the optimum of one program to that of a similar one. */
import { sharpen } from './kkt.js';
import type { Program } from './program.js';
import { judge, solveFrom, type Verdict } from './solve.js';

/** A point, and the constraints that hold there with equality. */
export interface Place {
    readonly u: Float64Array;
    readonly active: readonly number[];
}

type Optimal = Extract<Verdict, { kind: 'optimal' }>;

/** By Newton's method, or the local search where that fails; undefined where there is no optimum nearby. */
export function placeNear(program: Program, { u, active }: Place): Optimal | undefined {
    const near = sharpen(program, u, active);
    const verdict = near ? judge(program, near) : solveFrom(program, u);
    return verdict.kind === 'optimal' ? verdict : undefined;
}
