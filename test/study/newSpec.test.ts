/** The first spec for a CSV file checks clean, whatever its columns are called. */
import { describe, expect, it } from 'vitest';
import { firstSpec } from '../../src/study/newSpec.js';
import { problemsOf, studyOf } from './studyOf.js';

/** Size in millions, tokens in billions, loss: a known law with a wiggle of half a percent. */
const ROWS = [70, 160, 410, 1000, 2800].flatMap((size) =>
    [10, 20, 40, 80].map((ratio, index) => {
        const [N, D] = [size * 1e6, size * 1e6 * ratio];
        const loss = (1.7 + 400 / N ** 0.34 + 410 / D ** 0.28) * (1 + 0.005 * Math.sin(size + 7 * index));
        return [size, D / 1e9, Number(loss.toFixed(4))] as const;
    }),
);

function csv(header: string, [size, tokens]: readonly [number, number] = [1e6, 1e9]): string {
    return `${header}\n${ROWS.map(([N, D, loss]) => `${N * size},${D * tokens},${loss}`).join('\n')}\n`;
}

describe('a first spec', () => {
    it.each([
        ['N,D,loss', [1e6, 1e9]],
        ['params,tokens,val_loss', [1e6, 1e9]],
        ['Model Size,Training Tokens,Val. Loss (nats)', [1e6, 1e9]],
        ['Params (M),Tokens (B),final train loss', [1, 1]],
        ['n_params,dataset size (tokens),Loss', [1e6, 1e9]],
    ] as const)('for %s fits a law of N and D and asks for the next budget', async (header, units) => {
        const content = csv(header, units);
        const text = await firstSpec('my runs (2).csv', new TextEncoder().encode(content));
        const report = await studyOf(text, { 'my runs (2).csv': content });
        expect(
            problemsOf(report).filter((problem) => problem.includes('error')),
            text,
        ).toEqual([]);
        expect(report.runs[0].name).toBe('my_runs_2');
        const range = (name: string) => report.runs[0].columns.find((column) => column.name === name)?.range;
        expect(range('N')![1]).toBeCloseTo(2.8e9, -1);
        expect(range('D')![1]).toBeCloseTo(2.24e11, -2);
        expect(report.fits[0]).toMatchObject({ law: 'surface', target: 'loss', rows: ROWS.length });
        expect(report.budgets[0].binding).toEqual(['6 * N * D <= 1e22 FLOP']);
    });

    it('derives what compute gives', async () => {
        const content = `Model Size,Training FLOP,loss\n${ROWS.map(([N, D, loss]) => `${N * 1e6},${6 * N * D * 1e15},${loss}`).join('\n')}\n`;
        const text = await firstSpec('c.csv', new TextEncoder().encode(content));
        expect(text).toContain('D = C / (6 * N)');
        const report = await studyOf(text, { 'c.csv': content });
        expect(problemsOf(report).filter((problem) => problem.includes('error'))).toEqual([]);
        expect(report.fits[0].rows).toBe(ROWS.length);
    });

    it('fits what there is when only one quantity varies', async () => {
        const content = 'compute,loss\n1e18,3.1\n1e19,2.6\n1e20,2.2\n1e21,1.95\n';
        const report = await studyOf(await firstSpec('c.csv', new TextEncoder().encode(content)), { 'c.csv': content });
        expect(report.fits[0]).toMatchObject({ law: 'trend', target: 'loss', rows: 4 });
    });

    it('leaves open what cannot be guessed', async () => {
        const content = 'alpha,beta\n1,2\n3,4\n';
        const text = await firstSpec('2024.csv', new TextEncoder().encode(content));
        const report = await studyOf(text, { '2024.csv': content });
        expect(problemsOf(report)).toEqual([]);
        expect(text).toContain('Its columns: "alpha", "beta".');
        expect(report.runs[0].name).toBe('runs_2024');
    });
});
