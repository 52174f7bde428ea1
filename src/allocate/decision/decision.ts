/** What surrounds an optimum: how much other choices cost, what its limits cost, and how rivals do. */
import type { Pacer } from '../../fit/pacing.js';
import type { Redrawn } from '../draws.js';
import type { Place } from '../solver/nearby.js';
import type { Question } from '../question.js';
import { isManyFailed } from '../openEnds.js';
import { regretAround } from './regret.js';
import type { Optimum } from '../result.js';
import type { Rivals } from './rivals.js';
import { sensitivitiesAt } from './sensitivity.js';

/** A question with its answer; with choices, the options that are taken. */
export interface Answered {
    readonly question: Question;
    readonly rivals: Rivals;
    readonly optimum: Place;
    readonly options: Int32Array | undefined;
}

/** Along a sweep without intervals of their own: each point would cost as much as all draws of the answer. */
export async function decisionAt(
    { question, rivals, optimum, options }: Answered,
    { binding, atBound }: Pick<Optimum, 'binding' | 'atBound'>,
    redrawn: Redrawn | null,
    sweepValue: number | undefined,
    pacer: Pacer,
): Promise<Pick<Optimum, 'regret' | 'sensitivities' | 'rivals'>> {
    const { u, active } = optimum;
    const drawn =
        sweepValue === undefined && redrawn !== null && !isManyFailed(redrawn)
            ? { ...redrawn, active, sweepValue }
            : null;
    const isDecided = u.length === 0;
    return {
        regret: isDecided ? null : await regretAround(question, { u, active }, pacer),
        sensitivities: isDecided ? [] : await sensitivitiesAt(question, optimum, binding, atBound, drawn, pacer),
        rivals: await rivals.judge({ question, optimum, options, binding, drawn, sweepValue }, pacer),
    };
}
