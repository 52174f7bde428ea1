/** No row is dropped in silence. */
import { describe, expect, it } from 'vitest';
import { problemsOf, studyOf } from '../studyOf.js';

const FIT = '\nlaw y(x) = a * x\nfit y to r { bootstrap 0 }\n';

describe('the rows of a fit', () => {
    it('that lack a value are listed with their line', async () => {
        const report = await studyOf(`runs r {
  | x | y |
  | 1 | 2 |
  | 2 |   |
  |   | 6 |
  | 4 | 8 |
}${FIT}`);
        expect(report.fits[0].rows).toBe(2);
        expect(report.fits[0].excluded).toEqual([
            { reason: 'y is missing', count: 1, lines: [3] },
            { reason: 'x is missing', count: 1, lines: [4] },
        ]);
        const said = report.diagnostics.find(({ code }) => code === 'rows-not-fitted')!;
        expect(said).toMatchObject({ severity: 'information', range: { start: { line: 8, character: 4 } } });
        expect(said.message).toBe('2 of 4 rows of `r` are not fitted: line 4: y is missing; line 5: x is missing.');
    });

    it('that are not positive cannot be fitted in the log', async () => {
        const report = await studyOf(`runs r {
  | x | y  |
  | 1 | 2  |
  | 2 | -4 |
  | 3 | 6  |
}
law y(x) = a * x
fit y to r { objective squares of log  bootstrap 0 }
`);
        expect(report.fits[0].excluded).toEqual([{ reason: 'y is not positive', count: 1, lines: [3] }]);
    });

    it('are fitted by squares of the value where the target is not positive and nothing else is said', async () => {
        const report = await studyOf(`runs r {
  | x | y  |
  | 1 | 2  |
  | 2 | -4 |
  | 3 | 6  |
}${FIT}`);
        expect(report.fits[0].rows).toBe(3);
        expect(report.fits[0].parameters[0].estimate).toBeCloseTo((1 * 2 - 2 * 4 + 3 * 6) / (1 + 4 + 9), 9);
        expect(problemsOf(report)).toContain('8:5 information objective-chosen');
    });

    it('that where leaves out are listed, but are no problem', async () => {
        const report = await studyOf(`runs r {
  | model | x | y |
  | good  | 1 | 2 |
  | bad   | 2 | 9 |
  | good  | 3 | 6 |
  where model != "bad" and x < 100
}${FIT}`);
        expect(report.diagnostics).toEqual([]);
        expect(report.fits[0].excluded).toEqual([
            { reason: 'left out by where model != "bad" and x < 100', count: 1, lines: [3] },
        ]);
        expect(report.runs[0]).toMatchObject({ rowCount: 3, usableRows: 2 });
    });

    it('that are held out are scored', async () => {
        const report = await studyOf(`runs r {
  | x | y  |
  | 1 | 2  |
  | 2 | 4  |
  | 3 | 12 |
}
law y(x) = a * x
fit y to r { holdout x > 2  bootstrap 0 }
`);
        expect(report.fits[0].rows).toBe(2);
        expect(report.fits[0].holdout).toMatchObject({ rows: 1, meanRelativeError: expect.closeTo(0.5, 6) });
        expect(report.fits[0].rowReports![2]).toMatchObject({
            state: 'held-out',
            observed: 12,
            predicted: expect.closeTo(6, 6),
        });
    });

    it('a bad cell is underlined', async () => {
        const report = await studyOf(`runs r {
  | x | y   |
  | 1 | 2   |
  | 2 | oops |
  | 3 | 6   |
}${FIT}`);
        const cell = report.diagnostics.find(({ code }) => code === 'not-a-number')!;
        expect(cell.range).toEqual({ start: { line: 3, character: 8 }, end: { line: 3, character: 12 } });
        expect(report.fits[0].rows).toBe(2);
    });
});
