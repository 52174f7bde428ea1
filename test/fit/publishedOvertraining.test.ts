/** Over-trained models: Gadre et al. (2024), arXiv 2403.08540, three corpora. */
import { describe, expect, it } from 'vitest';
import { estimatesOf, fitLaw, objectiveOf, SQUARES } from './support/problems.js';
import { overTraining, type Corpus } from './support/publishedFits.js';
import { readColumns } from './support/publishedRuns.js';

const FILE = 'gadre-overtraining/gadre_104_runs.csv';

interface Published {
    /** What the authors' code prints; their table rounds it. */
    readonly law: { readonly E: number; readonly a: number; readonly b: number; readonly eta: number };
    readonly errors: { readonly eps: number; readonly k: number; readonly gamma: number };
}

/** a = A·6^eta of the law in N and D. */
const PUBLISHED: Readonly<Record<Corpus, Published>> = {
    c4_original: {
        law: { E: 1.508261, a: 113.6926 * 6 ** 0.121236, b: 189.5155, eta: 0.121236 },
        errors: { eps: 0.85, k: 2.08, gamma: 0.756 },
    },
    rpj: {
        law: { E: 1.836648, a: 166.211 * 6 ** 0.1364255, b: 366.6872, eta: 0.1364255 },
        errors: { eps: 0.857, k: 2.21, gamma: 0.715 },
    },
    rw_original: {
        law: { E: 1.734462, a: 125.0957 * 6 ** 0.1271975, b: 246.2067, eta: 0.1271975 },
        errors: { eps: 0.865, k: 2.21, gamma: 0.707 },
    },
};

describe('over-training', () => {
    const corpora = Object.keys(PUBLISHED) as Corpus[];

    it.for(corpora)('the loss law of %s has the published constants', async (corpus, ctx) => {
        const { law, columns, target, options } = overTraining(corpus) ?? ctx.skip('the shared data are absent');
        const found = estimatesOf(await fitLaw(law, columns, target, options));
        for (const [name, value] of Object.entries(PUBLISHED[corpus].law)) {
            expect(found[name] / value).toBeCloseTo(1, 4);
        }
    });

    it.for(corpora)('written in N and D, the law of %s is the same', async (corpus, ctx) => {
        const { law, columns, target, options } = overTraining(corpus) ?? ctx.skip('the shared data are absent');
        const N = columns.C.map((c, row) => Math.sqrt(c / 6 / columns.M[row]));
        const D = N.map((n, row) => n * columns.M[row]);
        const other = await fitLaw('E + A / N^(2 * eta) + B / D^(2 * eta)', { N, D }, target, options);
        const one = await fitLaw(law, columns, target, options);
        expect(objectiveOf(other) / objectiveOf(one)).toBeCloseTo(1, 9);
    });

    it.for(corpora)('the error law of %s has the published constants', async (corpus, ctx) => {
        // The loss law's five runs and the 1.4B model at M = 20; mean error of 17 tasks.
        const runs =
            readColumns(
                FILE,
                ({ dataset, N, M }) =>
                    dataset === corpus &&
                    ((Number(M) === 20 && Number(N) < 2e9) || (Number(M) === 320 && Number(N) < 2e7)),
            ) ?? ctx.skip('the shared data are absent');
        const result = await fitLaw('eps - k * exp(-gamma * L)', { L: runs.loss_c4_val }, runs.err_avg17, {
            objective: SQUARES,
        });
        const found = estimatesOf(result);
        const { eps, k, gamma } = PUBLISHED[corpus].errors;
        expect(result.rows).toBe(6);
        expect([found.eps, found.k, found.gamma]).toEqual([
            expect.closeTo(eps, 3),
            expect.closeTo(k, 2),
            expect.closeTo(gamma, 3),
        ]);
    });

    it('foretells RedPajama’s 1.4B model at M = 640 and 6.9B model at M = 20 as published', async (ctx) => {
        const fit = overTraining('rpj') ?? ctx.skip('the shared data are absent');
        const { E, a, b, eta } = estimatesOf(await fitLaw(fit.law, fit.columns, fit.target, fit.options));
        const errors = [
            [1.4e9, 640],
            [6.9e9, 20],
        ].map(([size, multiplier]) => {
            const run = readColumns(
                FILE,
                ({ dataset, N, M }) =>
                    dataset === 'rpj' && Math.abs(Number(N) / size - 1) < 0.1 && Number(M) === multiplier,
            )!;
            const predicted = E + (a * multiplier ** eta + b * multiplier ** -eta) * run.C[0] ** -eta;
            return 100 * Math.abs(predicted / run.loss_c4_val[0] - 1);
        });
        expect(errors).toEqual([expect.closeTo(0.7103, 3), expect.closeTo(0.732, 3)]);
    });
});
