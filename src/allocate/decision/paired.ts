/** Differences from the optimum, draw by draw: what varies alike in both cancels. */
import type { Pacer } from '../../fit/pacing.js';
import { central95 } from '../../fit/quantiles.js';
import type { Interval } from '../../fit/result.js';
import type { Redrawn } from '../draws.js';
import type { Place } from '../solver/optimum.js';
import type { Question } from '../question.js';

/** The optima of the draws, near the optimum of the point estimate. */
export interface Drawn extends Redrawn {
    /** What holds with equality at the optimum of the point estimate, as it mostly does at those of the draws. */
    readonly active: readonly number[];
    readonly sweepValue: number | undefined;
}

/** Counted work of one question asked again, in the pacer's operations. */
const DRAW_COST = 2e4;
/** The share of draws that must have a difference for an interval. */
const ENOUGH = 0.95;

/** So many of the draws, evenly spread over all of them. */
export function spreadRows(drawn: Drawn, most: number): Drawn {
    const { count, objectives, values } = drawn;
    if (count <= most) return drawn;
    const rows = Array.from({ length: most }, (_, index) => Math.floor((index * count) / most));
    const width = values.length / count;
    return {
        ...drawn,
        count: most,
        objectives: Float64Array.from(rows, (row) => objectives[row]),
        values: Float64Array.from(rows.flatMap((row) => [...values.subarray(row * width, (row + 1) * width)])),
        drawn: Uint32Array.from(rows, (row) => drawn.drawn[row]),
    };
}

/** One value for each draw, with the question's constants as they are drawn; NaN where there is none. */
export async function overDraws(
    question: Question,
    { count, drawn, values, objectives, active, sweepValue }: Drawn,
    pacer: Pacer,
    valueOf: (optimum: Place & { readonly objective: number }, constants: Float64Array) => number,
): Promise<Float64Array> {
    const { constants, variables } = question.problem;
    const [width, size] = [variables.length, constants.names.length];
    const found = new Float64Array(count);
    for (let row = 0; row < count; row++) {
        const draw = constants.draws!.values.subarray(drawn[row] * size, (drawn[row] + 1) * size);
        question.setConstants(draw, sweepValue);
        const u = values.subarray(row * width, (row + 1) * width).map(Math.log);
        found[row] = valueOf({ u, active, objective: objectives[row] }, draw);
        await pacer.spend(DRAW_COST);
    }
    question.setConstants(constants.values, sweepValue);
    return found;
}

/** The central 95 % of values over the draws; null where too many have none. */
export function intervalOver(values: Float64Array): Interval | null {
    const known = values.filter(Number.isFinite);
    return known.length > 0 && known.length >= ENOUGH * values.length ? central95(known) : null;
}
