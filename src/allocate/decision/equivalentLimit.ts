/** How far the limit of a question could be tightened (or must be loosened) until its optimum is no better than another choice. */
import type { Pacer } from '../../fit/pacing.js';
import { placeNear } from '../solver/optimum.js';
import type { PlainValues, Question } from '../question.js';
import { reachOf } from './reach.js';
import type { RivalAnswer } from '../result.js';
import { isFreeOf, limitSide } from './scaledLimits.js';
import { SEARCH_COST } from '../solver/solve.js';
import type { Place } from '../solver/verdict.js';

/** In the logarithm. */
const FARTHEST = Math.log(1e6);
/** A difference of objectives that is none, as a share. */
const SAME = 1e-9;

/** Null unless one of the constraints that bind holds a formula against a number, and tightening it gets there. */
export async function savingOf(
    question: Question,
    optimum: Place,
    binding: readonly number[],
    rival: PlainValues,
    pacer: Pacer,
): Promise<RivalAnswer['saving']> {
    const constraint = onlyLimit(question, optimum, binding);
    if (constraint === undefined) return null;
    const { problem } = question;
    const best = question.objectiveAt(optimum.u);
    const excess = (problem.sense === 'minimize' ? 1 : -1) * (rival.objective - best);
    if (!(Math.abs(excess) > SAME * Math.abs(best))) return null;
    const side = limitSide(problem.constraints[constraint], problem.variables);
    const isUpper = (problem.constraints[constraint].relation === '>=') === (side === 'left');
    const direction = excess > 0 === isUpper ? -1 : 1;
    let last = optimum;
    const reach = await reachOf(
        async (distance) => {
            question.scaleLimit(constraint, Math.exp(direction * distance));
            const there = placeNear(question.program, last);
            question.scaleLimit(constraint, 1);
            last = there ?? last;
            await pacer.spend(SEARCH_COST);
            return there && Math.abs(question.objectiveAt(there.u) - best);
        },
        Math.abs(excess),
        FARTHEST,
    );
    if (reach.kind !== 'reached') return null;
    const limited = side === 'right' ? 'left' : 'right';
    const limit = question.plainValues(optimum.u.map(Math.exp))[side][constraint];
    const spent = rival[limited][constraint];
    const ratio = spent / (limit * Math.exp(direction * reach.distance));
    return ratio > 0 && Number.isFinite(ratio) ? { constraint, ratio } : null;
}

/** The one constraint that binds whose limit is a positive number. */
function onlyLimit(question: Question, { u }: Place, binding: readonly number[]): number | undefined {
    const { variables, constraints } = question.problem;
    const values = question.plainValues(u.map(Math.exp));
    const limits = binding.filter((index) => {
        const side = limitSide(constraints[index], variables);
        return isFreeOf(constraints[index][side], variables) && values[side][index] > 0;
    });
    return limits.length === 1 ? limits[0] : undefined;
}
