/** Votes among the samples that some rows record, drawn without replacement. Rows that miss a value are left out. */
import { chanceOfBest } from '../../allocate/voting/bestOf.js';
import { chanceOfAgreement, chanceOfCascade, costOfCascade } from '../../allocate/voting/cascade.js';
import type { Answer, Poll } from '../../allocate/voting/poll.js';
import { chanceOfRight } from '../../allocate/voting/vote.js';
import type { VoteFunction } from '../../language/voteFunctions.js';
import type { Reduce, Refusal } from './reduce.js';

/** What one row says of its samples; what is not asked of it has these values. */
const UNASKED = { k: 1, share: 1, answer: 0, stage: 0, votes: 1, right: 0, weight: 1, price: 0 };

type Samples = Readonly<typeof UNASKED>;
type Given = Partial<Record<keyof Samples, Float64Array>>;

export const VOTE: Readonly<Record<VoteFunction, Reduce>> = {
    majority: ([k, right, answer, votes], rows) =>
        ofPoll({ k, right, answer, votes }, rows, (poll) => chanceOfRight(poll)),
    weighted_majority: ([k, right, answer, weight, votes], rows) =>
        ofPoll({ k, right, answer, weight, votes }, rows, (poll) => chanceOfRight(poll)),
    // Every sample is an answer of its own, so that none is merged with another.
    best_of: ([k, right, score, votes], rows) =>
        ofPoll({ k, right, weight: score, answer: serial(k), votes }, rows, ({ answers, drawn }) => {
            const samples = answers.flatMap((answer) => Array<Answer>(answer.votes[0]).fill(answer));
            return chanceOfBest(
                drawn[0],
                samples.map((sample) => sample.right),
                samples.map((sample) => sample.weight),
            );
        }),
    agreement: ([k, share, answer, votes], rows) =>
        ofPoll({ k, share, answer, votes }, rows, (poll, [first]) => chanceOfAgreement(poll, first.share)),
    cascade: ([k, share, right, answer, stage, votes], rows) =>
        ofPoll({ k, share, right, answer, stage, votes }, rows, (poll, [first]) => chanceOfCascade(poll, first.share)),
    cascade_cost: ([k, share, price, answer, stage, votes], rows) =>
        ofPoll({ k, share, price, answer, stage, votes }, rows, (poll, samples) =>
            costOfCascade(poll, samples[0].share, pricesOf(samples)),
        ),
};

function ofPoll(
    given: Given,
    rows: Uint32Array,
    value: (poll: Poll, samples: readonly Samples[]) => number,
): number | Refusal {
    const samples = samplesIn(given, rows);
    if (samples.length === 0) return NaN;
    const poll = pollOf(samples);
    return 'reason' in poll ? poll : value(poll, samples);
}

function samplesIn(given: Given, rows: Uint32Array): Samples[] {
    const columns = Object.entries(given).filter(([, values]) => values !== undefined);
    const complete = rows.filter((row) => columns.every(([, values]) => !Number.isNaN(values[row])));
    return Array.from(complete, (row) => ({
        ...UNASKED,
        ...Object.fromEntries(columns.map(([name, values]) => [name, values[row]])),
    }));
}

function pollOf(samples: readonly Samples[]): Poll | Refusal {
    if (samples.some(({ votes }) => !Number.isInteger(votes) || votes < 0)) {
        return { reason: 'votes are not whole numbers from 0' };
    }
    const stages = stagesOf(samples);
    const recorded = stages.map(totalVotes);
    const drawn = stages.map(([{ k }], stage) => (k === Infinity ? recorded[stage] : k));
    if (stages.some((stage) => stage.some(({ k }) => k !== stage[0].k))) {
        return { reason: '`k` is not the same in all rows of a stage' };
    }
    if (drawn.some((k) => !Number.isInteger(k) || k < 1)) {
        return { reason: '`k` is not a whole number from 1' };
    }
    if (drawn.some((k, stage) => k > recorded[stage])) {
        return { reason: 'fewer samples are recorded than are drawn, and no more can be drawn without bias' };
    }
    return { answers: answersOf(samples, stages), recorded, drawn };
}

/** The rows of each stage, in the order of these. */
function stagesOf(samples: readonly Samples[]): Samples[][] {
    const stages = [...new Set(samples.map(({ stage }) => stage))].sort((a, b) => a - b);
    return stages.map((stage) => samples.filter((each) => each.stage === stage));
}

function answersOf(samples: readonly Samples[], stages: readonly (readonly Samples[])[]): Answer[] {
    const byAnswer = new Map<number, Samples[]>();
    for (const each of samples) byAnswer.set(each.answer, [...(byAnswer.get(each.answer) ?? []), each]);
    return [...byAnswer.values()].map((given) => ({
        votes: stages.map((stage) => totalVotes(stage.filter(({ answer }) => answer === given[0].answer))),
        right: meanOf(given, 'right'),
        weight: meanOf(given, 'weight'),
    }));
}

/** Of one sample of each stage. */
function pricesOf(samples: readonly Samples[]): number[] {
    return stagesOf(samples).map((stage) => meanOf(stage, 'price'));
}

/** Over the samples. */
function meanOf(rows: readonly Samples[], what: 'right' | 'weight' | 'price'): number {
    return rows.reduce((sum, row) => sum + row.votes * row[what], 0) / (totalVotes(rows) || 1);
}

function totalVotes(rows: readonly Samples[]): number {
    return rows.reduce((sum, { votes }) => sum + votes, 0);
}

function serial({ length }: Float64Array): Float64Array {
    return Float64Array.from({ length }, (_, row) => row);
}
