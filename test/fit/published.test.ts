/** The Chinchilla replication and Cerebras-GPT against the published numbers. */
import { describe, expect, it } from 'vitest';
import { endsOf } from '../support/endsOf.js';
import { CEREBRAS, chinchillaRuns, readColumns } from './support/publishedRuns.js';
import { CHINCHILLA, estimatesOf, fitLaw, SQUARES, statusesOf, objectiveOf } from './support/problems.js';

describe('the Chinchilla replication (Besiroglu et al. 2024)', () => {
    it('reaches the global optimum of the 240 points', async (ctx) => {
        const runs = chinchillaRuns() ?? ctx.skip('the shared data are absent');
        const result = await fitLaw(CHINCHILLA, runs.columns, runs.loss);
        const { A, B, E, alpha, beta } = estimatesOf(result);
        expect(result.rows).toBe(240);
        expect(result.stopped.code).toBe('converged');
        expect(result.objective).toBeCloseTo(0.001018274018, 12);
        expect([A / 477.826, B / 2143.42, E / 1.817218, alpha / 0.3473105, beta / 0.3671724]).toEqual(
            Array.from({ length: 5 }, () => expect.closeTo(1, 5)),
        );
        expect(result.warnings).toEqual([]);
    });

    it('gives the same fit whatever the units of N and D', async (ctx) => {
        const { columns, loss } = chinchillaRuns() ?? ctx.skip('the shared data are absent');
        const inBillions = { N: columns.N.map((n) => n / 1e9), D: columns.D.map((d) => d / 1e9) };
        const result = await fitLaw(CHINCHILLA, inBillions, loss);
        const { A, alpha } = estimatesOf(result);
        expect(result.objective).toBeCloseTo(0.001018274018, 12);
        expect((A * 1e9 ** alpha) / 477.826).toBeCloseTo(1, 5);
    });

    it('gives the published 95 % intervals by bootstrap', async (ctx) => {
        const runs = chinchillaRuns() ?? ctx.skip('the shared data are absent');
        const result = await fitLaw(CHINCHILLA, runs.columns, runs.loss, { bootstrap: { replicates: 2000, seed: 1 } });
        const published: Record<string, [number, number, number]> = {
            A: [285.2, 743.6, 124.52],
            B: [1042.4, 5810.3, 1293.28],
            E: [1.769, 1.871, 0.02566],
            alpha: [0.317, 0.373, 0.0154],
            beta: [0.331, 0.415, 0.0206],
        };
        for (const { name, interval } of result.parameters) {
            const [low, high, standardError] = published[name];
            // An end of a percentile interval from 2,000 and from 4,000 refits differs by about a fifth of a standard error.
            const [lower, upper] = endsOf(interval);
            expect(Math.abs(lower - low)).toBeLessThan(0.5 * standardError);
            expect(Math.abs(upper - high)).toBeLessThan(0.5 * standardError);
        }
        expect(result.draws?.count).toBe(2000);
    });

    it('shows what the five outliers do', async (ctx) => {
        const all = readColumns('chinchilla-epoch/chinchilla_245.csv') ?? ctx.skip('the shared data are absent');
        const { B, beta } = estimatesOf(await fitLaw(CHINCHILLA, { N: all.N, D: all.D }, all.loss));
        expect(B / 12846).toBeCloseTo(1, 4);
        expect(beta).toBeCloseTo(0.453, 4);
    });
});

describe('Cerebras-GPT (Dey et al. 2023)', () => {
    const six = { C: CEREBRAS.C.slice(0, 6) };
    const loss = CEREBRAS.loss.slice(0, 6);
    const law = 'E + (C / C0)^-alpha';

    it.each(['squares', 'huber'] as const)('fits the first six at least as well as the paper, by %s', async (kind) => {
        const objective = kind === 'squares' ? SQUARES : ({ kind, delta: 1e-3, ofLog: true } as const);
        const result = await fitLaw(law, six, loss, { objective });
        const paper = { E: { pinned: 0.5066 }, C0: { pinned: 5.984e22 }, alpha: { pinned: 0.0737 } };
        const published = await fitLaw(law, six, loss, { objective, specs: paper });
        const { E, C0, alpha } = estimatesOf(result);
        expect(result.stopped.code).toBe('converged');
        expect(result.objective).toBeLessThan(objectiveOf(published));
        expect(E + (2.3e22 / C0) ** -alpha).toBeCloseTo(1.6, 1);
    });

    it('covers the paper’s law with its intervals', async () => {
        const result = await fitLaw(law, six, loss, { bootstrap: { replicates: 300, seed: 1 } });
        const paper: Record<string, number> = { E: 0.5066, C0: 5.984e22, alpha: 0.0737 };
        for (const { name, interval } of result.parameters) {
            expect(interval![0]).toBeLessThan(paper[name]);
            expect(interval![1]).toBeGreaterThan(paper[name]);
        }
    });

    it('says that L(N, D) cannot be had from runs at 20 tokens per parameter', async () => {
        const result = await fitLaw(CHINCHILLA, { N: CEREBRAS.N, D: CEREBRAS.D }, CEREBRAS.loss);
        expect(statusesOf(result)).toMatchObject({ A: 'unidentified', alpha: 'unidentified', B: 'unidentified' });
        const warning = result.warnings.find(({ code }) => code === 'parameter-not-identified');
        expect(warning?.message).toContain('N and D move together');
    });
});
