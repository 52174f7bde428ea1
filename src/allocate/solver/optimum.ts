/** The optimum of a program, smooth or in pieces: of all, from a start, and from that of a similar program. */
import type { Pacer } from '../../fit/pacing.js';
import { sharpen, type KktPoint } from './kkt.js';
import { descendFrom, settleInPieces, solveInPieces } from './piecewise.js';
import type { Program } from './program.js';
import { judge, searchFrom, solveSmooth } from './solve.js';
import type { Optimal, Place, Verdict } from './verdict.js';

/** The global one. `warmStart`: an optimum of a similar program, tried besides the other starts. */
export function solve(program: Program, pacer: Pacer, warmStart?: Float64Array): Promise<Verdict> {
    const { kinked } = program;
    return kinked ? solveInPieces(program, kinked, pacer, warmStart) : solveSmooth(program, pacer, warmStart);
}

/** The local one that a start leads to. */
export function solveFrom(program: Program, start: Float64Array): Verdict {
    const { kinked } = program;
    return kinked ? descendFrom(program, kinked, start) : searchFrom(program, start);
}

/** By Newton's method, or the local search where that fails; undefined where there is no optimum nearby. */
export function placeNear(program: Program, place: Place): Optimal | undefined {
    const near = settle(program, place);
    const verdict = near ? judge(program, near) : solveFrom(program, place.u);
    return verdict.kind === 'optimal' ? verdict : undefined;
}

/** By Newton's method alone. `other`: a place whose piece is tried as well, where formulas are in pieces. */
export function settle(program: Program, place: Place, other?: Float64Array): KktPoint | undefined {
    const { kinked } = program;
    return kinked ? settleInPieces(program, kinked, place, other) : sharpen(program, place.u, place.active);
}
