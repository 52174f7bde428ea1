/** Votes among drawn samples, against counting all ways to draw them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfBest } from '../../../src/allocate/voting/bestOf.js';
import { chanceOfAgreement, chanceOfCascade, costOfCascade } from '../../../src/allocate/voting/cascade.js';
import type { Answer, Poll } from '../../../src/allocate/voting/poll.js';
import { chanceOfRight } from '../../../src/allocate/voting/vote.js';

const oneStage = (
    votes: readonly number[],
    right: readonly number[],
    k: number,
    weights?: readonly number[],
): Poll => ({
    answers: votes.map((count, i) => ({ votes: [count], right: right[i], weight: weights?.[i] ?? 1 })),
    recorded: [votes.reduce((sum, count) => sum + count, 0)],
    drawn: [k],
});

describe('the majority', () => {
    it('of one is as often right as a sample, and of all it is the most frequent answer (Wu et al. 2024)', () => {
        expect(chanceOfRight(oneStage([40, 35, 25], [1, 0, 0], 1))).toBeCloseTo(0.4, 12);
        expect(chanceOfRight(oneStage([40, 35, 25], [1, 0, 0], 100))).toBe(1);
        expect(chanceOfRight(oneStage([35, 40, 25], [1, 0, 0], 100))).toBe(0);
        const along = [1, 11, 31, 61, 91].map((k) => chanceOfRight(oneStage([40, 35, 25], [1, 0, 0], k)));
        expect(along).toEqual([...along].sort((a, b) => a - b));
    });

    it('shares a tie evenly', () => {
        expect(chanceOfRight(oneStage([2, 2, 2], [1, 0, 0], 6))).toBeCloseTo(1 / 3, 14);
        expect(chanceOfRight(oneStage([5, 5, 4], [1, 1, 0], 14))).toBeCloseTo(1, 14);
    });

    it('is that of thousands of samples too', () => {
        const poll = oneStage([4100, 3900, 2000], [1, 0, 0], 1001);
        // Of 4100 and 3900 among 1001: the lead of one over the other is normal, of mean 20.02 and variance 720.6 (hypergeometric).
        expect(chanceOfRight(poll)).toBeCloseTo(0.7721, 2);
    });
});

describe('all ways to draw', () => {
    const answer = fc.record({
        first: fc.integer({ min: 0, max: 3 }),
        second: fc.integer({ min: 0, max: 3 }),
        right: fc.constantFrom(0, 0, 1, 0.5),
        weight: fc.constantFrom(0, 0.5, 1, 2, 3),
    });
    const few = fc.array(answer, { minLength: 1, maxLength: 4 });
    const votesOf = (answers: readonly { first: number; second: number }[], stage: 'first' | 'second') =>
        answers.map((each) => each[stage]);
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

    it('have this mean of right majorities, weighted or not', () => {
        fc.assert(
            fc.property(few, fc.nat(), (answers, seed) => {
                const votes = votesOf(answers, 'first');
                fc.pre(sum(votes) > 0);
                const k = 1 + (seed % sum(votes));
                const poll = oneStage(
                    votes,
                    answers.map(({ right }) => right),
                    k,
                    answers.map(({ weight }) => weight),
                );
                const draws = subsets(samplesOf(votes), k);
                const mean = sum(draws.map((draw) => winnersShare(poll.answers, draw))) / draws.length;
                expect(chanceOfRight(poll)).toBeCloseTo(mean, 12);
            }),
        );
    });

    it('have this mean of right cascades, of their cost and of agreement', () => {
        fc.assert(
            fc.property(few, fc.nat(), fc.nat(), fc.constantFrom(0.4, 0.5, 0.6, 0.8, 1), (answers, one, two, share) => {
                const [first, second] = [votesOf(answers, 'first'), votesOf(answers, 'second')];
                fc.pre(sum(first) > 0 && sum(second) > 0);
                const drawn = [1 + (one % Math.min(4, sum(first))), 1 + (two % Math.min(4, sum(second)))];
                const poll: Poll = {
                    answers: answers.map(({ right }, i) => ({ votes: [first[i], second[i]], right, weight: 1 })),
                    recorded: [sum(first), sum(second)],
                    drawn,
                };
                let [right, cost, agreed, ways] = [0, 0, 0, 0];
                for (const draw of subsets(samplesOf(first), drawn[0])) {
                    const isAgreed = mostFrequent(draw) >= share * drawn[0] - 1e-9;
                    for (const next of subsets(samplesOf(second), drawn[1])) {
                        ways++;
                        if (isAgreed) agreed++;
                        cost += drawn[0] * 2 + (isAgreed ? 0 : drawn[1] * 7);
                        right += winnersShare(poll.answers, isAgreed ? draw : [...draw, ...next]);
                    }
                }
                expect(chanceOfCascade(poll, share)).toBeCloseTo(right / ways, 12);
                expect(costOfCascade(poll, share, [2, 7])).toBeCloseTo(cost / ways, 12);
                const alone = oneStage(
                    first,
                    first.map(() => 0),
                    drawn[0],
                );
                expect(chanceOfAgreement(alone, share)).toBeCloseTo(agreed / ways, 12);
            }),
        );
    });

    it('have this mean of best samples', () => {
        const sample = fc.record({ score: fc.integer({ min: 0, max: 4 }), right: fc.constantFrom(0, 1) });
        fc.assert(
            fc.property(fc.array(sample, { minLength: 1, maxLength: 8 }), fc.nat(), (samples, seed) => {
                const k = 1 + (seed % samples.length);
                const draws = subsets([...samples.keys()], k);
                const mean = sum(
                    draws.map((draw) => {
                        const top = Math.max(...draw.map((i) => samples[i].score));
                        const best = draw.filter((i) => samples[i].score === top);
                        return sum(best.map((i) => samples[i].right)) / best.length;
                    }),
                );
                const rights = samples.map(({ right }) => right);
                const scores = samples.map(({ score }) => score);
                expect(chanceOfBest(k, rights, scores)).toBeCloseTo(mean / draws.length, 12);
            }),
        );
    });
});

describe('a cascade', () => {
    it('goes on after four of five agree, and not where that is enough (Chen et al. 2025)', () => {
        const answers = [
            { votes: [4, 0], right: 0, weight: 1 },
            { votes: [1, 5], right: 1, weight: 1 },
        ];
        const poll: Poll = { answers, recorded: [5, 5], drawn: [5, 5] };
        expect(costOfCascade(poll, 1, [1, 1])).toBe(10);
        expect(chanceOfCascade(poll, 1)).toBe(1);
        expect(costOfCascade(poll, 0.8, [1, 1])).toBe(5);
        expect(chanceOfCascade(poll, 0.8)).toBe(0);
    });
});

/** The answer of each recorded sample. */
function samplesOf(votes: readonly number[]): number[] {
    return votes.flatMap((count, answer) => Array<number>(count).fill(answer));
}

function subsets(items: readonly number[], k: number): number[][] {
    if (k === 0) return [[]];
    return items.flatMap((item, i) => subsets(items.slice(i + 1), k - 1).map((rest) => [item, ...rest]));
}

function mostFrequent(draw: readonly number[]): number {
    return Math.max(...draw.map((answer) => draw.filter((other) => other === answer).length));
}

function winnersShare(answers: readonly Answer[], draw: readonly number[]): number {
    const drawn = [...new Set(draw)];
    const scores = drawn.map((answer) => answers[answer].weight * draw.filter((other) => other === answer).length);
    const winners = drawn.filter((_, i) => scores[i] === Math.max(...scores));
    return winners.reduce((sum, answer) => sum + answers[answer].right, 0) / winners.length;
}
