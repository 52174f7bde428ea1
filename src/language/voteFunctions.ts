/** Functions over the recorded samples of a problem: which answer a vote, a score or a cascade of models gives, and how often it is right. */
import type { LanguageFunction } from './functions.js';

export const VOTE_FUNCTIONS = {
    majority: {
        signature: 'majority(k, right, answer, votes by column)',
        doc:
            'The chance that the most frequent answer of k samples, drawn from the rows without replacement, is right. ' +
            'A row is one sample, or as many as `votes` says.',
        arity: [3, 4],
    },
    weighted_majority: {
        signature: 'weighted_majority(k, right, answer, weight, votes by column)',
        doc: 'As `majority`, where each vote for an answer counts the mean weight of the samples that gave it.',
        arity: [4, 5],
    },
    best_of: {
        signature: 'best_of(k, right, score, votes by column)',
        doc: 'The chance that the sample of highest score among k, drawn from the rows without replacement, is right.',
        arity: [3, 4],
    },
    agreement: {
        signature: 'agreement(k, share, answer, votes by column)',
        doc: 'The chance that at least this share of k samples give the same answer.',
        arity: [3, 4],
    },
    cascade: {
        signature: 'cascade(k, share, right, answer, stage, votes by column)',
        doc:
            'The chance that a cascade is right: each stage draws k samples, and where less than this share of them ' +
            'agree, the next stage is asked; the most frequent answer of all that were drawn is taken.',
        arity: [5, 6],
    },
    cascade_cost: {
        signature: 'cascade_cost(k, share, price, answer, stage, votes by column)',
        doc: 'What a cascade is expected to cost, with the price of one sample.',
        arity: [5, 6],
    },
} as const satisfies Readonly<Record<string, LanguageFunction>>;

export type VoteFunction = keyof typeof VOTE_FUNCTIONS;

/** Which operand tells answers apart: a column of texts may stand there. */
export const ANSWER_OPERAND: Readonly<Record<VoteFunction, number | undefined>> = {
    majority: 2,
    weighted_majority: 2,
    best_of: undefined,
    agreement: 2,
    cascade: 3,
    cascade_cost: 3,
};

/** Which operand the value measures the same as; undefined for a share. */
export const MEASURED_OPERAND: Readonly<Record<VoteFunction, number | undefined>> = {
    majority: undefined,
    weighted_majority: undefined,
    best_of: undefined,
    agreement: undefined,
    cascade: undefined,
    cascade_cost: 2,
};

export function isVoteFunction(name: string): name is VoteFunction {
    return Object.hasOwn(VOTE_FUNCTIONS, name);
}
