/** Mixtures of samples: answers, and rows that cannot be used. */
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/fit/random.js';
import { createStudy } from '../../../src/study/study.js';
import { folderOf, NO_PAUSE, problemsOf, SPEC, studyOf } from '../studyOf.js';

const HEADER = '  | problem | level | model | n  | c  | price |';

const ROWS = [
    '  | a       | easy  | small | 20 | 10 | 1     |',
    '  | a       | easy  | large | 20 | 18 | 4     |',
    '  | b       | hard  | small | 20 | 1  | 1     |',
    '  | b       | hard  | large | 20 | 6  | 4     |',
    '  | c       | hard  | small | 20 | 4  | 1     |',
    '  | c       | hard  | large | 20 | 2  | 4     |',
];

interface Asked {
    readonly rows?: readonly string[];
    readonly over?: string;
    readonly limit?: string;
    readonly spent?: string;
    readonly more?: string;
}

function specOf({ rows = ROWS, over = 'model', limit = '10', spent = 'k * price', more = '' }: Asked = {}): string {
    return `runs samples {
${[HEADER, ...rows].join('\n')}
}
budget mixture {
  maximize solved(k, c, n by problem)
  subject to spent(${spent} by problem) <= ${limit}
  over k by ${over} in samples
  ${more}
}`;
}

/** The rows with one of them, from 0, written otherwise. */
function withRow(index: number, row: string): Asked {
    return { rows: ROWS.map((each, other) => (other === index ? row : each)) };
}

async function budgetOf(asked: Asked = {}) {
    const report = await studyOf(specOf(asked));
    return { budget: report.budgets[0], problems: report.diagnostics };
}

describe('a mixture', () => {
    it('tells its counts, its bound and what it is compared with', async () => {
        const complements = [...ROWS];
        ['| 3 ', '| 0 ', '| 0 ', '| 6 '].forEach((right, index) => {
            complements[2 + index] = ROWS[2 + index].replace(/(\| 20 )\| \d /, `$1${right}`);
        });
        const { budget, problems } = await budgetOf({ rows: complements, limit: '20' });
        expect(problems).toEqual([]);
        expect(budget.variables.map(({ name, estimate }) => [name, estimate])).toEqual([
            ['k[small]', 8],
            ['k[large]', 3],
        ]);
        // Of all counts the best, with binomial coefficients in whole numbers.
        expect(budget.objective!.estimate).toBeCloseTo(0.8292397660818714, 10);
        const mixture = budget.mixture!;
        expect(mixture.bound).toBeCloseTo(0.8292397660818714, 9);
        expect(mixture.single!.label).toBe('20 of small');
        expect(mixture.uniform!.label).toBe('4 of each');
        expect(mixture.counts.map(({ limit }) => limit)).toEqual([20, 20]);
        expect(budget.binding).toEqual(['spent(k * price by problem) <= 20']);
    });

    it('has counts for each stratum, which solve no less', async () => {
        const [{ budget: all }, { budget: strata }] = [await budgetOf(), await budgetOf({ over: 'model, level' })];
        expect(strata.mixture!.counts.map(({ labels }) => labels.join(' '))).toEqual([
            'small easy',
            'large easy',
            'small hard',
            'large hard',
        ]);
        expect(strata.objective!.estimate).toBeGreaterThanOrEqual(all.objective!.estimate);
    });

    it('ends at bounds, and says so', async () => {
        const { budget } = await budgetOf({ more: 'k in 0 .. 2' });
        expect(budget.mixture!.counts.every(({ count, limit }) => limit === 2 && count <= 2)).toBe(true);
        expect(budget.message).toContain('`k[small]`, `k[large]` are at their upper bound.');
    });

    it('solves more along a range of limits', async () => {
        const { budget } = await budgetOf({ limit: 'B', more: 'for B in 1 .. 40' });
        const solved = budget.sweep!.points.map(({ objective }) => objective!.estimate);
        expect(solved).toEqual([...solved].sort((a, b) => a - b));
        const names = budget.sweep!.points.map(({ variables }) => variables.map(({ name }) => name).join());
        expect(new Set(names).size).toBe(1);
    });

    it('draws a frontier and moves with the limit in the panel', async () => {
        const { documents, host } = folderOf(specOf({ limit: 'B', more: 'for B in 1 .. 40' }));
        const [frontier] = (await createStudy().allocation(SPEC, documents, host, NO_PAUSE)).budgets;
        expect(frontier.sweep!.objective.estimate.every((share) => share !== null && share > 0)).toBe(true);
        const fixed = folderOf(specOf());
        const trial = { budget: 'mixture', limit: 40 };
        const { budgets } = await createStudy().allocation(SPEC, fixed.documents, fixed.host, NO_PAUSE, trial);
        const [moved] = budgets;
        expect(moved.limit!.shown).toBe(40);
        expect(moved.report.objective!.estimate).toBeGreaterThan(0.9);
    });

    it('says what the cheapest sample costs where none fits', async () => {
        const { budget, problems } = await budgetOf({ limit: '0.5' });
        expect(budget.status).toBe('infeasible');
        expect(budget.message).toBe(
            'Not one sample fits into 0.5: of small, the cheapest, one costs 1 in the mean over all problems.',
        );
        expect(problems.map(({ code }) => code)).toEqual(['budget-infeasible']);
    });

    it('reads what a file has, and is checked on held-out problems', async () => {
        const random = createRandom(1);
        const rows = Array.from({ length: 40 }, (_, problem) =>
            ['small', 'large'].map((model) => `p${problem},${model},10,${random.below(11)},1`),
        );
        const csv = ['problem,model,n,c,price', ...rows.flat()].join('\n');
        const spec = specOf().replace(/\{[^}]*\}/, 'from "samples.csv"');
        const report = await studyOf(spec, { 'samples.csv': csv });
        expect(problemsOf(report)).toEqual([]);
        const { heldOut, problems } = report.budgets[0].mixture!;
        expect(problems).toBe(40);
        expect(heldOut!.halves).toBe(10);
        expect(heldOut!.scored).toBeGreaterThan(0.5);
    });
});

describe('the cheapest mixture for a share', () => {
    const cheapest = (share: string, more = ''): string =>
        specOf({ limit: '0', more })
            .replace(/ {2}maximize .*/, '  minimize spent(k * price by problem)')
            .replace(/ {2}subject to .*/, `  subject to solved(k, c, n by problem) >= ${share}`);

    it('tells its cost, its share, its bound and what it is compared with', async () => {
        const report = await studyOf(cheapest('0.9'));
        const [{ objective, mixture, binding, message, variables }] = report.budgets;
        expect(problemsOf(report)).toEqual([]);
        // Of all counts the cheapest, with binomial coefficients in whole numbers.
        expect(variables.map(({ name, estimate }) => [name, estimate])).toEqual([['k[small]', 15]]);
        expect(objective).toEqual(mixture!.cost);
        expect(mixture!.aim).toBe('cost');
        expect(mixture!.solved.estimate).toBeGreaterThanOrEqual(0.9);
        expect(mixture!.bound).toBeCloseTo(mixture!.cost.estimate, 9);
        expect(mixture!.uniform!.ahead.estimate).toBeCloseTo(mixture!.uniform!.cost - mixture!.cost.estimate, 9);
        expect(binding).toEqual(['solved(k, c, n by problem) >= 0.9']);
        expect(message).toMatch(/^Proven the cheapest mixture\./);
    });

    it('costs more the more is to be solved, along a range and in the panel', async () => {
        const swept = cheapest('share', 'for share in 0.3 .. 0.9');
        const [{ sweep }] = (await studyOf(swept)).budgets;
        const costs = sweep!.points.map(({ objective }) => objective!.estimate);
        expect(costs).toEqual([...costs].sort((a, b) => a - b));
        const { documents, host } = folderOf(cheapest('0.5'));
        const trial = { budget: 'mixture', limit: 0.9 };
        const { budgets } = await createStudy().allocation(SPEC, documents, host, NO_PAUSE, trial);
        expect(budgets[0].report.objective!.estimate).toBeGreaterThan(costs[0]);
    });

    it('says the most that can be reached', async () => {
        const rows = ROWS.map((row) => row.replace(/(\| b .*\| 20 \| )\d /, '$10 '));
        const spec = cheapest('0.9').replace(ROWS.join('\n'), rows.join('\n'));
        const report = await studyOf(spec);
        expect(report.budgets[0].message).toBe(
            'No mixture solves a share of 0.9: with all `n` samples of each it is 0.666667.',
        );
        expect(report.diagnostics.map(({ code }) => code)).toEqual(['budget-infeasible']);
        const bounded = await studyOf(cheapest('0.9', 'k in 0 .. 1'));
        expect(bounded.budgets[0].message).toMatch(/with `k` at its upper bound it is 0\.\d+\.$/);
    });
});

describe('rows that cannot be used', () => {
    const [first] = ROWS;
    it.each([
        [
            'more right than drawn',
            withRow(0, first.replace('| 10 |', '| 21 |')),
            'In one row of `samples` (line 3) `c` exceeds `n`: more samples are right than were drawn.',
            '8:22',
        ],
        [
            'a fraction',
            withRow(0, first.replace('| 10 |', '| 1.5|')),
            '(line 3) `c` is no whole number from 0.',
            '8:22',
        ],
        [
            'a negative count',
            withRow(0, first.replace('| 10 |', '| -1 |')),
            '(line 3) `c` is no whole number from 0.',
            '8:22',
        ],
        [
            'no samples',
            withRow(0, first.replace('| 20 |', '| 0  |')),
            '(line 3) `n` is no whole number above 0.',
            '8:25',
        ],
        ['a missing cell', withRow(0, first.replace('| 10 |', '|    |')), '(line 3) `c` is missing.', '8:22'],
        ['a missing model', withRow(0, first.replace('small', '     ')), '(line 3) `model` is missing.', '10:13'],
        [
            'a price of nothing',
            withRow(0, first.replace('| 1  ', '| 0  ')),
            '(line 3) a sample costs nothing or less (`k * price`)',
            '9:20',
        ],
        ['too many samples', withRow(0, first.replace('| 20 |', '| 2e6 |')), 'exceeds a million samples', '8:25'],
        [
            'a problem without a configuration',
            { rows: ROWS.slice(1) },
            '`samples` has no row for problem a with model small: a mixture',
            '10:8',
        ],
        [
            'a problem tried twice',
            { rows: [...ROWS, first] },
            'In 2 rows of `samples` (lines 3, 9) the same configuration is tried on the same problem',
            '10:8',
        ],
        [
            'a stratum that varies',
            { ...withRow(0, first.replace('easy', 'hard')), over: 'model, level' },
            '(lines 3, 4) `level` has two values for problem a',
            '10:20',
        ],
        [
            'a cost that is not proportional',
            { spent: 'k^2 * price' },
            '`k^2 * price` is not proportional to `k`',
            '9:20',
        ],
        ['a column that is not there', { spent: 'k * cost' }, '`samples` has no column `cost`', '9:24'],
        ['a column of texts', { spent: 'k * level' }, '`level` is a column of texts; numbers are needed here.', '9:24'],
    ] as const)('%s', async (_, asked: Asked, message, place) => {
        const shift = (asked.rows ?? ROWS).length - ROWS.length;
        const { budget, problems } = await budgetOf(asked);
        const errors = problems.filter(({ severity }) => severity === 'error');
        expect(errors.map((each) => each.message).join('\n')).toContain(message);
        expect(errors).toHaveLength(1);
        const { line, character } = errors[0].range.start;
        const [expectedLine, column] = place.split(':').map(Number);
        expect([line + 1, character + 1]).toEqual([expectedLine + 3 + shift, column]);
        expect(budget.status).toBe('not-computable');
    });
});
