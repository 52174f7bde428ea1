/**
 * The uncertainty of an answer: the question is asked again for every joint draw of the constants, starting from the answer for
 * the point estimate. Newton's method on the conditions that hold there mostly arrives in a few steps; where it does not, other
 * conditions are tried, then the local search is repeated, and then the global one. Where there are other local optima, each draw
 * looks there, too: any of them may be its best.
 */
import type { Pacer } from '../fit/pacing.js';
import { nearestOutside } from './solver/convexSearch.js';
import { placeNear, solve } from './solver/optimum.js';
import type { Question } from './question.js';
import { WarmNewton } from './solver/warmNewton.js';
import { better, type Optimal, type Verdict } from './solver/verdict.js';

export interface Redrawn {
    readonly count: number;
    /** Draws without an optimum. */
    readonly failed: number;
    /** Of those whose constraints cannot be met: in u, where these are nearest to being met. */
    readonly nearest: readonly Float64Array[];
    readonly objectives: Float64Array;
    /** Row-major, `count` × variables. */
    readonly values: Float64Array;
    /** Which of the constants' draws each row is of. */
    readonly drawn: Uint32Array;
}

/** Counted work of one draw, in the pacer's operations: of one that goes well, and of one that does not. */
const QUICK_COST = 1e3;
const DRAW_COST = 2e4;

/** Where a similar question, that of the value before along a range, had its answers. */
export interface Before {
    readonly u: Float64Array;
    readonly redrawn: Redrawn | null;
}

/** Null where the constants have no draws. */
export async function redraw(
    question: Question,
    optimum: Optimal,
    sweepValue: number | undefined,
    pacer: Pacer,
    before?: Before,
): Promise<Redrawn | null> {
    const { constants, variables } = question.problem;
    if (!constants.draws) {
        return null;
    }
    const size = constants.names.length;
    const values = new Float64Array(constants.draws.count * variables.length);
    const objectives = new Float64Array(constants.draws.count);
    const drawn = new Uint32Array(constants.draws.count);
    const nearest: Float64Array[] = [];
    const valleys = [optimum, ...optimum.others].map(
        (place) => new WarmNewton(question.program, place.u, place.active),
    );
    const startOf = startsAfter(before, optimum, constants.draws.count);
    let count = 0;
    for (let draw = 0; draw < constants.draws.count; draw++) {
        question.setConstants(constants.draws.values.subarray(draw * size, (draw + 1) * size), sweepValue);
        const start = startOf(draw);
        const isQuick = valleys.every(
            (valley, index) => (index === 0 && start !== undefined && valley.solve(start)) || valley.solve(),
        );
        const u = isQuick ? lowest(question, valleys) : await slowDraw(question, optimum, pacer);
        const objective = u ? question.objectiveAt(u) : NaN;
        if (u && Number.isFinite(objective)) {
            for (let j = 0; j < u.length; j++) values[count * u.length + j] = Math.exp(u[j]);
            drawn[count] = draw;
            objectives[count++] = objective;
        } else {
            const outside = nearestOutside(question.program, optimum.u);
            if (outside !== undefined) nearest.push(outside);
        }
        pacer.advance();
        const pause = pacer.spend(isQuick ? QUICK_COST : DRAW_COST);
        if (pause) await pause;
    }
    question.setConstants(constants.values, sweepValue);
    return {
        count,
        failed: constants.draws.count - count,
        nearest,
        objectives: objectives.subarray(0, count),
        values: values.slice(0, count * variables.length),
        drawn: drawn.slice(0, count),
    };
}

/** Of each draw, its optimum before, moved as that of the point estimate has moved; undefined where it had none. */
function startsAfter(
    before: Before | undefined,
    optimum: Optimal,
    draws: number,
): (draw: number) => Float64Array | undefined {
    if (!before?.redrawn) return () => undefined;
    const { values, drawn } = before.redrawn;
    const rows = new Int32Array(draws).fill(-1);
    drawn.forEach((draw, row) => (rows[draw] = row));
    const start = new Float64Array(optimum.u.length);
    return (draw) => {
        if (rows[draw] < 0) return undefined;
        for (let j = 0; j < start.length; j++) {
            start[j] = Math.log(values[rows[draw] * start.length + j]) + optimum.u[j] - before.u[j];
        }
        return start;
    };
}

/** The best of where the searches ended. */
function lowest(question: Question, [first, ...others]: readonly WarmNewton[]): Float64Array {
    if (others.length === 0) return first.u;
    const sign = question.problem.sense === 'minimize' ? 1 : -1;
    const goal = (u: Float64Array): number => sign * question.objectiveAt(u);
    return others.reduce((best, { u }) => (goal(u) < goal(best) ? u : best), first.u);
}

async function slowDraw(question: Question, optimum: Optimal, pacer: Pacer): Promise<Float64Array | undefined> {
    const verdict = await solveDraw(question, optimum, pacer);
    return verdict.kind === 'optimal' ? verdict.u : undefined;
}

export async function solveDraw({ program }: Question, optimum: Optimal, pacer: Pacer): Promise<Verdict> {
    const near = placeNear(program, optimum) ?? (await solve(program, pacer, optimum.u));
    const others = optimum.others.map((place) => placeNear(program, place));
    return others.reduce((best: Verdict, other) => (other ? better(best, other) : best), near);
}
