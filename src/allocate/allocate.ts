/** Answers budget questions. */
import { Pacer } from '../fit/pacing.js';
import type { Patience } from '../fit/problem.js';
import { answer } from './answer.js';
import type { Before } from './draws.js';
import { exponentsOf } from './exponents.js';
import type { AllocationProblem } from './problem.js';
import { Question } from './question.js';
import type { AllocationResult, SweepPoint } from './result.js';
import { Rivals } from './decision/rivals.js';

/**
 * The global optimum of a budget question, or, with a sweep, of one for each of its values; with the intervals that the draws
 * of the constants give. What has no answer says why: a status and a sentence, never an exception.
 *
 * @throws only what `patience.pause` throws, when the work was cancelled.
 */
export async function allocate(problem: AllocationProblem, patience: Patience): Promise<AllocationResult> {
    const question = new Question(problem);
    const rivals = new Rivals(question);
    const points = problem.sweep?.values.length ?? 1;
    const pacer = new Pacer(patience, points * (1 + (problem.constants.draws?.count ?? 0)));
    if (!problem.sweep) {
        const { optimum } = await answer(question, rivals, undefined, pacer);
        return { optimum, sweep: null, exponents: null };
    }
    const sweep: SweepPoint[] = [];
    let before: Before | undefined;
    for (const value of problem.sweep.values) {
        const { optimum, place } = await answer(question, rivals, value, pacer, before);
        sweep.push({ value, optimum });
        before = place ?? before;
    }
    return { optimum: null, sweep, exponents: exponentsOf(sweep) };
}
