/** What surrounds an optimum: how much other choices cost, what its limits cost, and how rivals do. */
import type { Pacer } from '../fit/pacing.js';
import type { Redrawn } from './draws.js';
import type { Place } from './nearby.js';
import type { Question } from './question.js';
import { regretAround } from './regret.js';
import type { Optimum } from './result.js';
import type { Rivals } from './rivals.js';
import { sensitivitiesAt } from './sensitivity.js';

/** Along a sweep without intervals of their own: each point would cost as much as all draws of the answer. */
export async function decisionAt(
    question: Question,
    rivals: Rivals,
    optimum: Place,
    { binding, atBound }: Pick<Optimum, 'binding' | 'atBound'>,
    redrawn: Redrawn | null,
    sweepValue: number | undefined,
    pacer: Pacer,
): Promise<Pick<Optimum, 'regret' | 'sensitivities' | 'rivals'>> {
    const { u, active } = optimum;
    const drawn = sweepValue === undefined && redrawn !== null ? { ...redrawn, active, sweepValue } : null;
    return {
        regret: await regretAround(question, { u, active }, pacer),
        sensitivities: await sensitivitiesAt(question, optimum, binding, atBound, drawn, pacer),
        rivals: await rivals.judge({ question, optimum, binding, drawn, sweepValue }, pacer),
    };
}
