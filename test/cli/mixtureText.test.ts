/** A mixture of samples as text and as JSON. */
import { expect, test } from 'vitest';
import { budgetText } from '../../src/cli/budgetText.js';
import { reportJson } from '../../src/cli/json.js';
import { budgetHover } from '../../src/server/hover/answerHover.js';
import { studyOf } from '../study/studyOf.js';

const SPEC = `runs samples {
  | problem | model | n   | c  |
  | a       | left  | 100 | 50 |
  | a       | right | 100 | 0  |
  | b       | left  | 100 | 0  |
  | b       | right | 100 | 50 |
}
budget both {
  maximize solved(k, c, n by problem)
  subject to spent(k by problem) <= 2
  over k by model in samples
}`;

test('text tells the counts and what they are compared with', async () => {
    const { budgets } = await studyOf(SPEC);
    expect(
        budgetText(budgets[0])
            .split('\n')
            .map((line) => line.trim()),
    ).toEqual([
        'budget both: maximize solved(k, c, n by problem)',
        'Proven the best mixture.',
        'estimate  95 % interval',
        'solved(k, c, n by problem)       0.5',
        'k[left]                            1',
        'k[right]                           1',
        '',
        'solved  mean cost       mixture ahead',
        'mixture                    0.5          2',
        'best single: 2 of left  0.3763          2  0.12 [-0.25, 0.50]',
        'uniform: 1 of each         0.5          2                   0',
        'Intervals over 2 problems drawn anew, this mixture scored again.',
        '',
    ]);
});

test('JSON has all counts', async () => {
    const [budget] = reportJson('spec.scaling', await studyOf(SPEC)).budgets;
    expect(Object.keys(budget.mixture!)).toEqual([
        'counts',
        'problems',
        'solved',
        'cost',
        'bound',
        'single',
        'uniform',
        'heldOut',
    ]);
    expect(budget.mixture!.counts).toEqual([
        { of: { model: 'left' }, count: 1, limit: 100 },
        { of: { model: 'right' }, count: 1, limit: 100 },
    ]);
});

test('a hover has the same table', async () => {
    const { budgets } = await studyOf(SPEC);
    expect(budgetHover(budgets[0])).toContain('best single: 2 of left');
});
