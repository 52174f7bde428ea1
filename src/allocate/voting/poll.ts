/** The answers to one problem that samples of one or several stages gave. */

export interface Answer {
    /** How many samples of each stage gave it. */
    readonly votes: readonly number[];
    /** 1 where it is right, 0 where not. */
    readonly right: number;
    /** What each of its votes counts. */
    readonly weight: number;
}

/** Whole numbers of samples, drawn without replacement from those that were recorded. */
export interface Poll {
    readonly answers: readonly Answer[];
    /** How many samples each stage recorded, and how many are drawn: no more than these. */
    readonly recorded: readonly number[];
    readonly drawn: readonly number[];
}

/** The first stages of a poll. */
export function stagesUpTo({ answers, recorded, drawn }: Poll, count: number): Poll {
    return {
        answers: answers.map((answer) => ({ ...answer, votes: answer.votes.slice(0, count) })),
        recorded: recorded.slice(0, count),
        drawn: drawn.slice(0, count),
    };
}

/** Of one stage alone. */
export function stageOf({ answers, recorded, drawn }: Poll, stage: number): Poll {
    return {
        answers: answers.map((answer) => ({ ...answer, votes: [answer.votes[stage]] })),
        recorded: [recorded[stage]],
        drawn: [drawn[stage]],
    };
}
