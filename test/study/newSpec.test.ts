/** The first spec for a CSV file checks clean, whatever its columns are called. */
import { describe, expect, it } from 'vitest';
import { firstSpec } from '../../src/study/newSpec.js';
import { problemsOf, studyOf } from './studyOf.js';

const ROWS = [
    [70, 1.4, 3.56],
    [160, 3.2, 3.12],
    [410, 8.2, 2.78],
    [410, 20, 2.6],
    [1000, 20, 2.47],
    [1000, 50, 2.36],
    [2800, 56, 2.24],
];

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
        expect(problemsOf(report).filter((problem) => problem.includes('error')), text).toEqual([]);
        expect(report.runs[0].name).toBe('my_runs_2');
        const range = (name: string) => report.runs[0].columns.find((column) => column.name === name)?.range;
        expect(range('N')![1]).toBeCloseTo(2.8e9, -1);
        expect(range('D')![1]).toBeCloseTo(5.6e10, -2);
        expect(report.fits[0]).toMatchObject({ law: 'surface', target: 'loss', rows: 7 });
        expect(report.budgets[0].binding).toEqual(['6 * N * D <= 1e21 FLOP']);
    });

    it('derives what compute gives', async () => {
        const content = `Model Size,Training FLOP,loss\n${ROWS.map(([N, D, loss]) => `${N * 1e6},${6 * N * D * 1e15},${loss}`).join('\n')}\n`;
        const text = await firstSpec('c.csv', new TextEncoder().encode(content));
        expect(text).toContain('D = C / (6 * N)');
        const report = await studyOf(text, { 'c.csv': content });
        expect(problemsOf(report).filter((problem) => problem.includes('error'))).toEqual([]);
        expect(report.fits[0].rows).toBe(7);
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
