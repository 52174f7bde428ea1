/** Votes among recorded samples, as runs ask for them. */
import { describe, expect, it } from 'vitest';
import { tableOf, valuesOf } from './tableOf.js';

/** Problem 1: right 40 times of 100; problem 2: 35 times, another answer 40 times (Wu et al. 2024). */
const COUNTED = `runs counted {
  | problem | answer (text) | right | votes |
  | 1       | 12            | 1     | 40    |
  | 1       | 1/2           | 0     | 35    |
  | 1       | 7             | 0     | 25    |
  | 2       | 12            | 1     | 35    |
  | 2       | 1/2           | 0     | 40    |
  | 2       | 7             | 0     | 25    |
}
`;

/** Five samples of each of two models: A, A, A, B, A of the first (Chen et al. 2025). */
const SAMPLED = `runs samples {
  | model | answer | right | score | price |
  | small | A      | 0     | 1     | 2     |
  | small | A      | 0     | 1     | 2     |
  | small | A      | 0     | 1     | 2     |
  | small | B      | 1     | 5     | 2     |
  | small | A      | 0     | 1     | 2     |
  | large | B      | 1     | 2     | 7     |
  | large | B      | 1     | 2     | 7     |
  | large | B      | 1     | -     | 7     |
  | large | B      | 1     | 2     | 7     |
  | large | B      | 1     | 2     | 7     |
  stage = if(model == "small", 1, 2)
}
`;

describe('votes', () => {
    it('of one sample are as often right as it is, and of all go to the most frequent answer', async () => {
        const found = await tableOf(
            `${COUNTED}runs voted from counted by problem for k in {1, 100} {\n  p = majority(k, right, answer, votes)\n}`,
            'voted',
        );
        expect(found.problems).toEqual([]);
        expect(valuesOf(found, 'p')).toEqual([0.4, 1, 0.35, 0]);
    });

    it('count rows that are single samples, by text or by number, over groups or members', async () => {
        const found = await tableOf(
            `${SAMPLED}runs by_model from samples by model {
  p        = majority(5, right, answer)
  same     = majority(5, right, right)
  all      = majority(inf, right, answer)
  weighted = weighted_majority(5, right, answer, score)
  best     = best_of(2, right, score)
  agreed   = agreement(5, 0.8, answer)
  not_all  = agreement(5, 1, answer)
}`,
            'by_model',
        );
        expect(found.problems.filter(({ severity }) => severity !== 'information')).toEqual([
            expect.objectContaining({
                code: 'no-value',
                message:
                    '`weighted` has no value for one group of rows: fewer samples are recorded than are drawn, and no more can be drawn without bias.',
            }),
        ]);
        expect(valuesOf(found, 'p')).toEqual([0, 1]);
        expect(valuesOf(found, 'same')).toEqual([0, 1]);
        expect(valuesOf(found, 'all')).toEqual([0, 1]);
        // B counts 5 against 4; one sample of the large model has no score.
        expect(valuesOf(found, 'weighted')).toEqual([1, null]);
        // Four of ten pairs hold the best one.
        expect(valuesOf(found, 'best')).toEqual([0.4, 1]);
        expect(valuesOf(found, 'agreed')).toEqual([1, 1]);
        expect(valuesOf(found, 'not_all')).toEqual([0, 1]);
        const grouped = await tableOf(
            SAMPLED.replace('  stage', '  p = majority(5, right, answer by model)\n  stage'),
            'samples',
        );
        expect(new Set(valuesOf(grouped, 'p').slice(0, 5))).toEqual(new Set([0]));
        expect(new Set(valuesOf(grouped, 'p').slice(5))).toEqual(new Set([1]));
    });

    it('decide whether the next model is asked', async () => {
        const found = await tableOf(
            `${SAMPLED}runs both from samples by problem for share in {0.8, 1} {
  right = cascade(5, share, right, answer, stage)
  cost  = cascade_cost(5, share, price, answer, stage)
}`.replace(' by problem', ''),
            'both',
        );
        expect(found.problems.filter(({ severity }) => severity !== 'information')).toEqual([]);
        expect(valuesOf(found, 'right')).toEqual([0, 1]);
        expect(valuesOf(found, 'cost')).toEqual([10, 45]);
    });

    it('say why they have no value', async () => {
        const found = await tableOf(
            `${COUNTED}runs wrong from counted by problem {
  much  = majority(101, right, answer, votes)
  half  = majority(1.5, right, answer, votes)
  minus = majority(1, right, answer, -votes)
  mixed = majority(votes, right, answer, votes)
}`,
            'wrong',
        );
        expect(found.problems.map(({ message }) => message)).toEqual([
            '`much` has no value for 2 groups of rows: fewer samples are recorded than are drawn, and no more can be drawn without bias.',
            '`half` has no value for 2 groups of rows: `k` is not a whole number from 1.',
            '`minus` has no value for 2 groups of rows: votes are not whole numbers from 0.',
            '`mixed` has no value for 2 groups of rows: `k` is not the same in all rows of a stage.',
        ]);
    });
});
