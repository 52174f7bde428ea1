/** Tables in files: what is found, what is not, and where that is said. */
import { describe, expect, it } from 'vitest';
import { createStudy } from '../../../src/study/study.js';
import { problemsOf, SPEC, folderOf, NO_PAUSE, studyOf } from '../studyOf.js';

const SURVEY = 'Params (M),Tokens,val loss,model\n70,1.4e9,3.5,a\n160,3.2e9,3.1,a\n410,8.2e9,,b\n1000,2e10,2.6,b\n';

const RUNS = `runs survey from "survey.csv" {
  N = "Params (M)" * 1e6
  D = Tokens
  C = 6 * N * D
  loss = "val loss"
  model
}
`;

describe('a CSV file', () => {
    it('gives columns by header, by name, derived and of text', async () => {
        const report = await studyOf(RUNS, { 'survey.csv': SURVEY });
        expect(report.runs[0].columns).toEqual([
            { name: 'N', kind: 'number', unit: null, range: [7e7, 1e9] },
            { name: 'D', kind: 'number', unit: null, range: [1.4e9, 2e10] },
            { name: 'C', kind: 'number', unit: null, range: [6 * 7e7 * 1.4e9, 6e9 * 2e10] },
            { name: 'loss', kind: 'number', unit: null, range: [2.6, 3.5] },
            { name: 'model', kind: 'text', unit: null, range: null },
        ]);
        expect(report.runs[0]).toMatchObject({
            sources: [{ uri: 'file:///specs/survey.csv', firstLine: 0 }],
            rowCount: 4,
            usableRows: 3,
        });
        expect(report.dependencies).toEqual(['file:///specs/survey.csv']);
    });

    it('that is not there is said with the place that was looked at', async () => {
        const report = await studyOf(RUNS.replace('survey.csv', 'data/none.csv'));
        expect(problemsOf(report)).toEqual(['1:18 error file-not-found']);
        expect(report.diagnostics[0].message).toContain('/specs/data/none.csv');
    });

    it('that is empty is complained of once, not for each column', async () => {
        const report = await studyOf(RUNS, { 'survey.csv': '' });
        expect(problemsOf(report)).toEqual(['1:18 error no-header']);
    });

    it('that cannot be read is said with the reason', async () => {
        const { documents } = folderOf(RUNS);
        const host = { readFile: () => Promise.reject(new Error('permission denied')) };
        const report = await createStudy().analyse(SPEC, documents, host, NO_PAUSE);
        expect(problemsOf(report)).toEqual(['1:18 error file-unreadable']);
        expect(report.diagnostics[0].message).toContain('permission denied');
    });

    it('that is no text is said to be none', async () => {
        const report = await studyOf(RUNS, { 'survey.csv': new Uint8Array([80, 75, 3, 4, 0, 0, 1]) });
        expect(report.diagnostics[0].message).toContain('not a text file');
    });

    it('without a column lists those it has, and the nearest', async () => {
        const report = await studyOf(RUNS.replace('"val loss"', '"val los"'), { 'survey.csv': SURVEY });
        expect(problemsOf(report)).toContain('5:10 error unknown-column');
        const { message } = report.diagnostics.find(({ code }) => code === 'unknown-column')!;
        expect(message).toBe(
            '`survey.csv` has no column `val los`. Did you mean `val loss`? Its columns are Params (M), Tokens, val loss, model.',
        );
    });

    it('says what is wrong in it at its name, with the place in the file', async () => {
        const report = await studyOf(`${RUNS}law loss(N, D) = a + b / N\nfit loss to survey { bootstrap 0 }\n`, {
            'survey.csv': SURVEY.replace('3.1', 'n.d.?'),
        });
        const found = report.diagnostics.find(({ code }) => code === 'not-a-number')!;
        expect(found.range).toEqual({ start: { line: 0, character: 17 }, end: { line: 0, character: 29 } });
        expect(found.message).toMatch(/^survey\.csv:3: /);
        expect(found.related).toEqual([
            {
                uri: 'file:///specs/survey.csv',
                range: { start: { line: 2, character: 10 }, end: { line: 2, character: 15 } },
                message: expect.any(String),
            },
        ]);
        expect(report.fits[0].rows).toBe(2);
    });

    it('measured in a unit is put into base terms', async () => {
        const report = await studyOf('runs r from "r.csv" {\n  C in PFLOP-days\n  loss\n}\n', {
            'r.csv': 'C,loss\n1,3\n2,2\n',
        });
        expect(report.runs[0].columns[0]).toEqual({
            name: 'C',
            kind: 'number',
            unit: 'FLOP',
            range: [8.64e19, 1.728e20],
        });
    });

    it('is read again only when it has changed', async () => {
        const study = createStudy();
        let content = 'x,y\n1,2\n2,4\n';
        let reads = 0;
        const { documents } = folderOf('runs r from "r.csv"\nlaw y(x) = a * x\nfit y to r { bootstrap 0 }\n');
        const host = {
            readFile: async () => {
                reads++;
                return new TextEncoder().encode(content);
            },
        };
        const slope = async () => (await study.analyse(SPEC, documents, host, NO_PAUSE)).fits[0].parameters[0].estimate;
        expect(await slope()).toBeCloseTo(2, 9);
        content = 'x,y\n1,3\n2,6\n';
        expect(await slope()).toBeCloseTo(2, 9);
        expect(reads).toBe(1);
        study.invalidate('file:///specs/r.csv');
        expect(await slope()).toBeCloseTo(3, 9);
        expect(reads).toBe(2);
    });
});
