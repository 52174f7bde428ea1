/**
 * An optimum where the objective or a constraint has a kink (`min`, `max`, `abs`), which Newton's method cannot settle on:
 * a compass search (Kolda, Lewis and Torczon 2003, SIAM Review 45) that is led back to the constraints after every move.
 */
import { leadToConstraints } from './feasibility.js';
import type { KktPoint } from './kkt.js';
import type { Program } from './program.js';

const FIRST_STEP = 0.05;
const LAST_STEP = 1e-11;
const MOST_MOVES = 400;
const FEASIBLE = 1e-10;
/** A kink rises on all sides by more than this, relatively, at a distance of `PROBE`: a plateau does not. */
const RISE = 1e-9;
const PROBE = 1e-3;

/** Undefined where the rough optimum is not at a kink. */
export function refineAtKink(program: Program, rough: Float64Array): KktPoint | undefined {
    let best = leadToConstraints(program, rough, FEASIBLE);
    let moves = 0;
    for (let step = FIRST_STEP; best?.violation === 0 && step > LAST_STEP && moves < MOST_MOVES; moves++) {
        const next = neighbours(program, best.u, step).find(({ value }) => value < best!.value);
        best = next ?? best;
        step *= next ? 2 : 0.5;
    }
    if (best?.violation !== 0) {
        return undefined;
    }
    const { u, value } = best;
    const rise = RISE * Math.max(1, Math.abs(value));
    const active = touching(program, u);
    const around = neighbours(program, u, PROBE);
    // Along each direction that the constraints leave free there is a neighbour on either side, unless the way back failed.
    const isSurrounded = around.length >= 2 * (program.n - active.length);
    const isMinimum = isSurrounded && around.every((neighbour) => neighbour.value > value + rise);
    return isMinimum ? { u, value, active, flat: [] } : undefined;
}

/** The feasible points one step along each axis; those that the constraints lead back to where they began are none. */
function neighbours(program: Program, u: Float64Array, step: number) {
    return Array.from({ length: 2 * u.length }, (_, index) => {
        const moved = u.map((part, j) => (j === index >> 1 ? part + (index % 2 === 0 ? step : -step) : part));
        return leadToConstraints(program, moved, FEASIBLE);
    }).filter((point) => point?.violation === 0 && point.u.some((part, j) => Math.abs(part - u[j]) > step / 4)) as {
        u: Float64Array;
        violation: number;
        value: number;
    }[];
}

function touching(program: Program, u: Float64Array): number[] {
    program.expand(u);
    return Array.from(program.constraints.keys()).filter((i) => Math.abs(program.distance(i)) <= FEASIBLE);
}
