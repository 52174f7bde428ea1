/** Differences from the optimum, draw by draw: what varies alike in both cancels. */
import type { Pacer } from '../../fit/pacing.js';
import { central95 } from '../../fit/quantiles.js';
import type { Interval } from '../../fit/result.js';
import type { Redrawn } from '../draws.js';
import type { Question } from '../question.js';
import type { Place } from '../solver/verdict.js';

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
    const width = values.length / count;
    const spread = {
        objectives: new Float64Array(most),
        values: new Float64Array(most * width),
        drawn: new Uint32Array(most),
    };
    for (let index = 0; index < most; index++) {
        const row = Math.floor((index * count) / most);
        spread.objectives[index] = objectives[row];
        spread.values.set(values.subarray(row * width, (row + 1) * width), index * width);
        spread.drawn[index] = drawn.drawn[row];
    }
    return { ...drawn, ...spread, count: most };
}

/** The optimum of one draw. */
export interface OwnOptimum {
    readonly objective: number;
    readonly place: () => Place;
}

/** One value for each draw, with the question's constants as they are drawn; NaN where there is none. */
export async function overDraws(
    question: Question,
    { count, drawn, values, objectives, active, sweepValue }: Drawn,
    pacer: Pacer,
    valueOf: (own: OwnOptimum, constants: Float64Array) => number,
): Promise<Float64Array> {
    const { constants, variables } = question.problem;
    const [width, size] = [variables.length, constants.names.length];
    const found = new Float64Array(count);
    for (let row = 0; row < count; row++) {
        const draw = constants.draws!.values.subarray(drawn[row] * size, (drawn[row] + 1) * size);
        question.setConstants(draw, sweepValue);
        const place = (): Place => ({ u: values.subarray(row * width, (row + 1) * width).map(Math.log), active });
        found[row] = valueOf({ objective: objectives[row], place }, draw);
        const pause = pacer.spend(DRAW_COST);
        if (pause) await pause;
    }
    question.setConstants(constants.values, sweepValue);
    return found;
}

/** The central 95 % of values over the draws; null where too many have none. */
export function intervalOver(values: Float64Array): Interval | null {
    const known = values.filter(Number.isFinite);
    return known.length > 0 && known.length >= ENOUGH * values.length ? central95(known) : null;
}
