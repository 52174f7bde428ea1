/** Mixtures of domains: Ge et al. (2024), arXiv 2405.14908. Of A, B and C only A·B and C·B enter the law. */
import { describe, expect, it } from 'vitest';
import { fitLaw, objectiveOf, SQUARES, statusesOf } from './support/problems.js';
import { readColumns } from './support/publishedRuns.js';

const cases = [
    { dataset: 'Pile', domain: 'ArXiv' },
    { dataset: 'Pile', domain: 'Pile-CC' },
    { dataset: 'Pile', domain: 'all domains' },
    { dataset: 'SlimPajama', domain: 'all domains' },
];

describe('a law with a redundant parameter', () => {
    it.for(cases)(
        'is fitted as well as without it, and says so: $dataset, $domain',
        async ({ dataset, domain }, ctx) => {
            const runs =
                readColumns(
                    'bimix/bimix_curves.csv',
                    (row) =>
                        row.dataset === dataset &&
                        (domain === 'all domains' || row.domain === domain) &&
                        Number(row.ratio) > 0,
                ) ?? ctx.skip('the shared data are absent');
            const columns = { s: runs.step.map((step) => step / 1e4), r: runs.ratio };
            const options = { objective: SQUARES };
            const redundant = await fitLaw('(A / s^a + C) * B / r^b', columns, runs.log_ppl_loss, options);
            const without = await fitLaw('(A / s^a + C) / r^b', columns, runs.log_ppl_loss, options);
            expect(objectiveOf(redundant) / objectiveOf(without)).toBeCloseTo(1, 9);
            expect(statusesOf(redundant)).toEqual({
                A: 'unidentified',
                B: 'unidentified',
                C: 'unidentified',
                a: 'estimated',
                b: 'estimated',
            });
            expect(redundant.warnings.find(({ code }) => code === 'parameter-not-identified')?.parameters).toHaveLength(
                3,
            );
            expect(Object.values(statusesOf(without))).toEqual(Array.from({ length: 4 }, () => 'estimated'));
        },
    );
});
