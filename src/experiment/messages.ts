/** Why there is no plan, in sentences. */
import type { NoPlan, NoPlanReason } from './result.js';

const MESSAGES: Readonly<Record<NoPlanReason, string>> = {
    'no-uncertainty': 'It is the same in all draws of the fit: there is nothing to narrow.',
    'too-many': 'There are more than 4000 candidates: list fewer values, or give ranges instead of lists.',
    'none-allowed': 'No candidate meets all that each run is subject to.',
    'none-affordable': 'Each candidate alone costs more than the total.',
    'not-computable': 'The law has no value at any of the candidates.',
    'none-informs':
        'No candidate tells anything of it: what the law says there does not vary with it from draw to draw.',
};

export function noPlan(reason: NoPlanReason): NoPlan {
    return { reason, message: MESSAGES[reason] };
}
