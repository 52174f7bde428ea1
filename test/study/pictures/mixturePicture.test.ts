/** What the Allocation panel draws of mixtures. */
import { describe, expect, it } from 'vitest';
import { createStudy, type Trial } from '../../../src/study/study.js';
import { NO_PAUSE, SPEC, folderOf } from '../studyOf.js';

const study = createStudy();

const RUNS = `runs samples {
  | problem | level | model | n  | c  | price |
  | a       | 10    | small | 20 | 10 | 1     |
  | a       | 10    | large | 20 | 18 | 4     |
  | b       | 9     | small | 20 | 1  | 1     |
  | b       | 9     | large | 20 | 6  | 4     |
  | d       | 9     | small | 20 | 0  | 1     |
  | d       | 9     | large | 20 | 2  | 4     |
}
`;

async function budgetOf(over: string, limit = '20', more = '', trial?: Trial) {
    const { documents, host } = folderOf(`${RUNS}budget mixture {
  maximize solved(k, c, n by problem)
  subject to spent(k * price by problem) <= ${limit}
  over k by ${over} in samples
  ${more}
}`);
    return (await study.allocation(SPEC, documents, host, NO_PAUSE, trial)).budgets[0];
}

describe('the picture of a mixture', () => {
    it('stands above each configuration alone, beside its rivals', async () => {
        const { mixture, report } = await budgetOf('model');
        const { coverage, strata, compared, sentences } = mixture!;
        expect(coverage.solved.estimate).toBe(report.objective!.estimate);
        expect(coverage.alone.map(({ label }) => label)).toEqual(['small', 'large']);
        const [small] = coverage.alone;
        expect(small.solved[0]).toBeCloseTo((10 / 20 + 1 / 20) / 3, 10);
        // What one configuration solves alone within the limit, a mixture solves, too.
        for (const { cost, solved } of coverage.alone) {
            solved.forEach((share, index) => {
                if (cost[index] <= 20) expect(share).toBeLessThanOrEqual(coverage.bound + 1e-9);
            });
        }
        expect([coverage.limit, strata]).toEqual([20, null]);
        expect(coverage.rivals.map(({ name, label }) => `${name}: ${label}`)).toEqual(
            compared.slice(2).map(([label]) => label),
        );
        expect(sentences.at(-1)).toMatch(/^Intervals over 3 problems/);
    });

    it('has a count for each stratum, configuration by configuration', async () => {
        const { mixture, report } = await budgetOf('model, level');
        const { strata, coverage } = mixture!;
        expect(strata![0]).toEqual(['model', '9', '10']);
        expect(strata!.slice(1).map(([model]) => model)).toEqual(['small', 'large']);
        const counts = report.mixture!.counts;
        const countOf = (model: string, level: string) =>
            String(counts.find(({ labels }) => labels[0] === model && labels[1] === level)!.count);
        for (const [model, nine, ten] of strata!.slice(1)) {
            expect([nine, ten]).toEqual([countOf(model, '9'), countOf(model, '10')]);
        }
        expect(coverage.alone.map(({ label }) => label)).toEqual(['small', 'large']);
    });

    it('moves with the limit that is tried', async () => {
        const { mixture } = await budgetOf('model', '20', '', { budget: 'mixture', limit: 40 });
        expect(mixture!.coverage.limit).toBe(40);
    });

    it('has its counts along a range, and none of a single answer', async () => {
        const { mixture, sweep } = await budgetOf('model', 'B', 'for B in 1 .. 80');
        expect(mixture).toBeNull();
        expect(sweep!.counts.map(({ name }) => name)).toEqual(['k[small]', 'k[large]']);
        sweep!.counts.forEach(({ values }) => expect(values).toHaveLength(sweep!.values.length));
        expect(sweep!.counts[0].values.some((count) => count! > 0)).toBe(true);
    });

    it('is none where nothing fits', async () => {
        const { mixture, report } = await budgetOf('model', '0.5');
        expect([report.status, mixture]).toEqual(['infeasible', null]);
    });
});
