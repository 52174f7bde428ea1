/** Runs from several files. */
import { describe, expect, it } from 'vitest';
import { studyOf } from '../studyOf.js';
import { tableOf, valuesOf } from './tableOf.js';

const FILES = {
    'small runs.csv': 'run,x,y\na,1,2\n\nb,2,4\n',
    'big.csv': 'x,y,extra\n3,6,1\n4,,2\n5,oops,3\n6,12,4\n',
};
const RUNS = 'runs r from "small runs.csv", "big.csv"';

describe('runs from several files', () => {
    it('have the rows of all, and know the file and line of each', async () => {
        const found = await tableOf(RUNS, 'r', FILES);
        expect(valuesOf(found, 'file')).toEqual(['small runs', 'small runs', 'big', 'big', 'big', 'big']);
        expect(valuesOf(found, 'x')).toEqual([1, 2, 3, 4, 5, 6]);
        expect(valuesOf(found, 'run')).toEqual(['a', 'b', '', '', '', '']);
        expect(valuesOf(found, 'extra')).toEqual([null, null, 1, 2, 3, 4]);
        expect(found.table!.sources).toEqual([
            { uri: 'file:///specs/small%20runs.csv', firstLine: 0 },
            { uri: 'file:///specs/big.csv', firstLine: 4 },
        ]);
        expect([...found.table!.lines]).toEqual([1, 3, 5, 6, 7, 8]);
    });

    it('say what is wrong at the name of the file', async () => {
        const { problems } = await tableOf(RUNS, 'r', FILES);
        const error = problems.find(({ severity }) => severity === 'error')!;
        expect(error).toMatchObject({ code: 'not-a-number', range: { start: { line: 0, character: 30 } } });
        expect(error.message).toMatch(/^big\.csv:4: /);
        const missing = await tableOf('runs r from "small runs.csv", "nowhere.csv"', 'r', FILES);
        expect(missing.table).toBeUndefined();
        expect(missing.problems).toMatchObject([{ code: 'file-not-found', range: { start: { character: 30 } } }]);
    });

    it('are fitted together, and rows that are not are told with their file', async () => {
        const text = `${RUNS} { x  y  where file != "none" }\nlaw f(x) = a * x\nfit f to r predicting y { objective squares  bootstrap 0 }\n`;
        const report = await studyOf(text, FILES);
        expect(report.fits[0].parameters[0].estimate).toBeCloseTo(2, 9);
        expect(report.dependencies).toEqual(['file:///specs/big.csv', 'file:///specs/small%20runs.csv']);
        expect(report.diagnostics.find(({ code }) => code === 'rows-not-fitted')!.message).toBe(
            '2 of 6 rows of `r` are not fitted: big.csv:3, big.csv:4: y is missing.',
        );
    });

    it('have a column of texts where one file has texts, which is told', async () => {
        const files = { 'a.csv': 'g,x\n1,1\n2,2\n', 'b.csv': 'g,x\nten,3\n' };
        const found = await tableOf('runs r from "a.csv", "b.csv"', 'r', files);
        expect(valuesOf(found, 'g')).toEqual(['1', '2', 'ten']);
        expect(found.problems).toMatchObject([
            {
                code: 'mixed-columns',
                severity: 'warning',
                message: '`g` holds texts in b.csv and numbers in a.csv: it is taken for a column of texts.',
                range: { start: { character: 21 } },
            },
        ]);
    });

    it('keep a column `file` of their own', async () => {
        const files = { 'a.csv': 'file,x\nmine,1\n', 'b.csv': 'x\n3\n' };
        expect(valuesOf(await tableOf('runs r from "a.csv", "b.csv"', 'r', files), 'file')).toEqual(['mine', '']);
    });
});
