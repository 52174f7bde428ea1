/** What surrounds an optimum: how much other choices cost, what its limits cost, and how rivals do. */
import type { Pacer } from '../../fit/pacing.js';
import type { Redrawn } from '../draws.js';
import { isManyFailed } from '../openEnds.js';
import type { Place } from '../solver/optimum.js';
import type { Question } from '../question.js';
import { spreadRows } from './paired.js';
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

/** What holds with equality at an optimum. */
export type Limits = Pick<Optimum, 'binding' | 'atBound'>;

export interface Decision extends Pick<Optimum, 'regret' | 'sensitivities' | 'rivals'> {
    /** Variables that may be moved at no cost, the others decided anew. */
    readonly free: readonly number[];
}

/** Along a sweep rivals are compared in so many draws. */
const SWEPT_DRAWS = 200;

/** Along a sweep sensitivities have no intervals: at each point they would cost as much as all draws of the answer. */
export async function decisionAt(
    { question, rivals, optimum, options }: Answered,
    { binding, atBound }: Limits,
    redrawn: Redrawn | null,
    sweepValue: number | undefined,
    pacer: Pacer,
): Promise<Decision> {
    const { u, active } = optimum;
    const isSwept = sweepValue !== undefined;
    const drawn = redrawn === null || isManyFailed(redrawn) ? null : { ...redrawn, active, sweepValue };
    const compared = drawn && isSwept ? spreadRows(drawn, SWEPT_DRAWS) : drawn;
    const isDecided = u.length === 0;
    const around = isDecided ? null : await regretAround(question, { u, active }, pacer);
    const ofLimits = isSwept ? null : drawn;
    return {
        regret: around && around.regret,
        free: around?.free ?? [],
        sensitivities: isDecided ? [] : await sensitivitiesAt(question, optimum, binding, atBound, ofLimits, pacer),
        rivals: await rivals.judge({ question, optimum, options, binding, drawn: compared, sweepValue }, pacer),
    };
}
