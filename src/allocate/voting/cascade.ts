/**
 * Models that are asked one after the other until the samples of one agree (Chen et al. 2025, arXiv:2504.00762): each stage draws
 * its samples; where the share of one answer among them reaches the threshold, or no stage is left, the majority of all that
 * were drawn is the answer.
 */
import { stageOf, stagesUpTo, type Poll } from './poll.js';
import { chanceOfRight, chanceOfVotes } from './vote.js';

/** Shares are written in decimals. */
const ROUNDING = 1e-9;

/** The chance that the answer is right. */
export function chanceOfCascade(poll: Poll, share: number): number {
    const { drawn } = poll;
    const enough = drawn.map((count) => votesFor(share, count));
    return drawn.reduce((sum, _, last) => {
        const asked = stagesUpTo(poll, last + 1);
        const disagreed = enough.slice(0, last).map((votes) => votes - 1);
        const reached = chanceOfRight(asked, disagreed);
        const goesOn = last < drawn.length - 1 ? chanceOfRight(asked, [...disagreed, enough[last] - 1]) : 0;
        return sum + Math.max(0, reached - goesOn);
    }, 0);
}

/** What it costs, with the price of one sample of each stage. */
export function costOfCascade(poll: Poll, share: number, prices: readonly number[]): number {
    let reaching = 1;
    return poll.drawn.reduce((sum, count, stage) => {
        const cost = sum + reaching * count * prices[stage];
        reaching *= 1 - chanceOfAgreement(stageOf(poll, stage), share);
        return cost;
    }, 0);
}

/** The chance that one answer has this share of the samples of a one-stage poll. */
export function chanceOfAgreement(poll: Poll, share: number): number {
    return chanceOfVotes(poll, votesFor(share, poll.drawn[0]));
}

function votesFor(share: number, count: number): number {
    return Math.max(1, Math.ceil(share * count - ROUNDING));
}
