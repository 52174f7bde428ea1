/** Weights, standard errors and clusters: which rows they leave out, and that the fit heeds them. */
import { describe, expect, it } from 'vitest';
import { estimatesOf, problemsOf, studyOf } from '../studyOf.js';

const X = [1, 2, 3, 4, 5, 6];
const Y = [2.1, 3.9, 6.3, 8.4, 9.7, 12.2];
const W = [1, 4, 2, 1, 3, 2];
const rows = X.map((x, row) => `| ${x} | ${Y[row]} | ${W[row]} | run${row >> 1} |`);
const RUNS = `runs r {\n  | x | y | w | run |\n${rows.join('\n')}\n}\nlaw y(x) = a * x\n`;

/** Σ w·x·y / Σ w·x²: weighted least squares of a line through the origin. */
function slope(weights: readonly number[]): number {
    const sum = (of: (row: number) => number) => X.reduce((total, _, row) => total + weights[row] * of(row), 0);
    return sum((row) => X[row] * Y[row]) / sum((row) => X[row] ** 2);
}

describe('weights', () => {
    it('count rows more or less, by a formula of columns', async () => {
        const report = await studyOf(`${RUNS}fit y to r { objective squares weights w^2 bootstrap 0 }\n`);
        expect(problemsOf(report)).toEqual([]);
        expect(estimatesOf(report).a).toBeCloseTo(slope(W.map((w) => w * w)), 9);
    });

    it('that are missing or not positive leave their rows out, with the reason', async () => {
        const text = `${RUNS.replace('| 2 | 3.9 | 4 |', '| 2 | 3.9 | 0 |').replace('| 3 | 6.3 | 2 |', '| 3 | 6.3 |  |')}fit y to r { objective squares weights w bootstrap 0 }\n`;
        const report = await studyOf(text);
        expect(problemsOf(report)).toEqual(['5:12 information missing-value', '11:5 information rows-not-fitted']);
        expect(report.fits[0].excluded).toEqual([
            { reason: 'its weight w is not a positive number', count: 1, lines: [3] },
            { reason: 'its weight w is missing', count: 1, lines: [4] },
        ]);
        expect(estimatesOf(report).a).toBeCloseTo(slope([1, 0, 0, 1, 3, 2]), 9);
    });

    it('are not needed of rows held out', async () => {
        const text = `${RUNS.replace('| 6 | 12.2 | 2 |', '| 6 | 12.2 |  |')}fit y to r { objective squares weights w holdout x > 5 bootstrap 0 }\n`;
        const { fits } = await studyOf(text);
        expect([fits[0].rows, fits[0].holdout!.rows, fits[0].excluded]).toEqual([5, 1, []]);
    });

    it('name columns that are there', async () => {
        const report = await studyOf(`${RUNS}fit y to r { weights ww errors run bootstrap 40 by runn }\n`);
        expect(report.diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
            'unknown-column: `r` has no column `ww`. Its columns are x, y, w, run.',
            'not-a-number-column: `run` is a column of texts; numbers are needed here.',
            'unknown-column: `r` has no column `runn`. Did you mean `run`? Its columns are x, y, w, run.',
        ]);
    });
});

describe('errors', () => {
    it('weigh rows by the inverse of their variance', async () => {
        const report = await studyOf(`${RUNS}fit y to r { objective squares errors 1 / w bootstrap 0 }\n`);
        expect(problemsOf(report)).toEqual([]);
        expect(estimatesOf(report).a).toBeCloseTo(slope(W.map((w) => w * w)), 9);
    });
});

describe('clusters', () => {
    it('are drawn together, and rows without one are left out', async () => {
        const intervalOf = async (options: string) =>
            (await studyOf(`${RUNS}fit y to r { objective squares bootstrap 200 ${options} }\n`)).fits[0].parameters[0]
                .interval;
        expect(await intervalOf('by run')).not.toEqual(await intervalOf(''));
        expect(await intervalOf('wild')).not.toEqual(await intervalOf(''));
        const { fits } = await studyOf(
            `${RUNS.replace('| 1 | run0 |', '| 1 |  |')}fit y to r { objective squares bootstrap 40 by run }\n`,
        );
        expect(fits[0].excluded).toEqual([{ reason: 'run is missing', count: 1, lines: [2] }]);
    });
});

describe('intervals', () => {
    it('come from where they are asked to', async () => {
        const intervalOf = async (kind: string) =>
            (await studyOf(`${RUNS}fit y to r { objective squares bootstrap 60 intervals ${kind} }\n`)).fits[0]
                .parameters[0];
        const [bootstrap, profile, standard] = [
            await intervalOf('bootstrap'),
            await intervalOf('profile'),
            await intervalOf('standard'),
        ];
        expect(profile.interval).not.toEqual(bootstrap.interval);
        expect(standard.interval).not.toEqual(bootstrap.interval);
        expect(standard.standardError).toBeGreaterThan(0);
    });
});
