/** What surrounds an optimum: how much other choices cost, what its limits cost, and how rivals do. */
import type { Pacer } from '../../fit/pacing.js';
import type { Redrawn } from '../draws.js';
import { isManyFailed } from '../openEnds.js';
import type { Question } from '../question.js';
import { spreadRows } from './paired.js';
import { regretAround } from './regret.js';
import type { Optimum } from '../result.js';
import type { Rivals } from './rivals.js';
import { sensitivitiesAt } from './sensitivity.js';
import type { Optimal } from '../solver/verdict.js';

/** A question with its answer; with choices, the options that are taken. */
export interface Answered {
    readonly question: Question;
    readonly rivals: Rivals;
    readonly optimum: Optimal;
    readonly options: Int32Array | undefined;
}

/** What holds with equality at an optimum. */
export type Limits = Pick<Optimum, 'binding' | 'atBound'>;

export interface Decision extends Pick<Optimum, 'regret' | 'sensitivities' | 'rivals'> {
    /** Variables that may be moved at no cost, the others decided anew. */
    readonly free: readonly number[];
}

/** Along a sweep limits are moved and rivals compared in so many draws. */
const SWEPT_DRAWS = 200;

export async function decisionAt(
    { question, rivals, optimum, options }: Answered,
    { binding, atBound }: Limits,
    redrawn: Redrawn | null,
    sweepValue: number | undefined,
    pacer: Pacer,
): Promise<Decision> {
    const { u, active } = optimum;
    const drawn = redrawn === null || isManyFailed(redrawn) ? null : { ...redrawn, active, sweepValue };
    const compared = drawn && sweepValue !== undefined ? spreadRows(drawn, SWEPT_DRAWS) : drawn;
    const isDecided = u.length === 0;
    const around = isDecided ? null : await regretAround(question, optimum, optimum.others, pacer);
    return {
        regret: around && around.regret,
        free: around?.free ?? [],
        sensitivities: isDecided ? [] : await sensitivitiesAt(question, optimum, binding, atBound, compared, pacer),
        rivals: await rivals.judge({ question, optimum, options, binding, drawn: compared, sweepValue }, pacer),
    };
}
