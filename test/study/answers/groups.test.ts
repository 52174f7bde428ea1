/** Laws with values of their own for each group: of some constants, `E by dataset`, or of all, `by dataset`. */
import { describe, expect, it } from 'vitest';
import { createStudy } from '../../../src/study/study.js';
import { SPEC, NO_PAUSE, estimatesOf, folderOf, problemsOf, studyOf } from '../studyOf.js';

const TRUTH = { 'E[c4]': 1.8, 'E[pile]': 2.2, A: 400, alpha: 0.34, B: 410, beta: 0.28 };

/** Runs without noise: the truth is the optimum. */
const ROWS = ['c4', 'pile'].flatMap((dataset) =>
    [1e8, 3e8, 1e9, 3e9].flatMap((N) =>
        [2e9, 1e10, 5e10].map((D) => {
            const loss = TRUTH[`E[${dataset}]` as keyof typeof TRUTH] + 400 / N ** 0.34 + 410 / D ** 0.28;
            return `| ${dataset} | ${N} | ${D} | ${loss} |`;
        }),
    ),
);
const RUNS = `runs r {\n  | dataset | N | D | loss |\n${ROWS.join('\n')}\n}\nlaw mine(N, D) = E + A / N^alpha + B / D^beta\n`;
const FIT = 'fit mine to r { E by dataset bootstrap 0 }\n';

const lossAt = (dataset: 'c4' | 'pile', N: number, D: number) =>
    TRUTH[`E[${dataset}]`] + 400 / N ** 0.34 + 410 / D ** 0.28;

describe('E by dataset', () => {
    it('gives one constant for each value, and shares the other parameters', async () => {
        const report = await studyOf(RUNS + FIT);
        expect(problemsOf(report)).toEqual([]);
        expect(report.fits[0].formula).toBe('E[dataset] + A / N^alpha + B / D^beta');
        const estimates = estimatesOf(report);
        expect(Object.keys(estimates)).toEqual(Object.keys(TRUTH));
        for (const [name, value] of Object.entries(TRUTH)) expect(estimates[name] / value, name).toBeCloseTo(1, 5);
    });

    it('has every row predicted with its own constant', async () => {
        const { fits } = await studyOf(RUNS + FIT);
        for (const { observed, predicted } of fits[0].rowReports!) expect(predicted! / observed!).toBeCloseTo(1, 8);
    });

    it('is predicted for a group that is named, also twice in one question, in a budget and in another law', async () => {
        const report = await studyOf(`${RUNS}${FIT}
predict mine(70B, 1.4T, dataset = "c4")
predict mine(70B, 1.4T, dataset = "c4") - mine(70B, 1.4T, dataset = "pile")
law twice(N, D) = 2 * mine(N, D, dataset = "pile")
predict twice(70B, 1.4T)
budget b { minimize mine(N, D, dataset = "pile") subject to 6 * N * D <= 1e21 FLOP }
`);
        expect(problemsOf(report)).toEqual([]);
        const [c4, difference, twice] = report.predictions.map(({ estimate }) => estimate!);
        expect(c4 / lossAt('c4', 70e9, 1.4e12)).toBeCloseTo(1, 7);
        expect(difference).toBeCloseTo(-0.4, 6);
        expect(twice / (2 * lossAt('pile', 70e9, 1.4e12))).toBeCloseTo(1, 7);
        // Hoffmann et al. 2022, equation 4.
        const G = ((0.34 * 400) / (0.28 * 410)) ** (1 / 0.62);
        expect(report.budgets[0].variables[0].estimate / (G * (1e21 / 6) ** (0.28 / 0.62))).toBeCloseTo(1, 5);
    });

    it('gives its parameters for a group that is named, in questions, formulas and blocks', async () => {
        const report = await studyOf(`${RUNS}${FIT}
predict mine(dataset = "pile").E
predict mine(dataset = "c4").E + mine(dataset = "pile").alpha
law shifted(N) = mine(dataset = "pile").E + a * N { a = 0 }
law frozen = mine { E = mine(dataset = "c4").E  A = 1 B = 1 alpha = 1 beta = 1 }
predict shifted(1)
predict frozen(1, 1)
`);
        expect(problemsOf(report)).toEqual([]);
        const estimates = report.predictions.map(({ estimate }) => estimate!);
        [2.2, 1.8 + 0.34, 2.2, 1.8 + 2].forEach((value, index) => expect(estimates[index]).toBeCloseTo(value, 5));
    });

    it('gives what all groups share without naming one, and asks for one where they differ', async () => {
        const report = await studyOf(`${RUNS}${FIT}
predict mine.alpha
predict mine.alpha + mine.beta + mine(dataset = "c4").E
law borrows(N) = S + A / N^mine.alpha { S = 1 A = 400 }
predict borrows(1e9)
predict mine.alpha + mine.E
`);
        const estimates = report.predictions.map(({ estimate }) => estimate);
        [0.34, 0.34 + 0.28 + 1.8, 1 + 400 / 1e9 ** 0.34].forEach((value, index) =>
            expect(estimates[index]! / value).toBeCloseTo(1, 5),
        );
        expect(estimates[3]).toBeNull();
        expect(report.diagnostics.map(({ message }) => message)).toEqual([
            expect.stringContaining('and `mine(dataset = "c4").E` for a parameter.'),
        ]);
    });

    it('names what a fit takes from another law in its formula', async () => {
        const { fits } = await studyOf(`${RUNS}${FIT}
law other(N, D) = E + A / N^mine.alpha + B / D^mine.beta
fit other to r { bootstrap 0 }
`);
        expect(fits[1].formula).toBe('E + A / N^mine.alpha + B / D^mine.beta');
        expect(fits[1].parameters.map(({ name }) => name)).toEqual(['E', 'A', 'B']);
    });

    it('takes nothing but groups before a dot', async () => {
        const report = await studyOf(`${RUNS}${FIT}
predict mine(70B, dataset = "c4").E
predict mine(dataset = "c4", dataset = "pile").E
predict mine(dataset = "c4").F
predict mine(dataset = "pill").E
`);
        expect(report.diagnostics.map(({ message }) => message)).toEqual([
            'Before `.E` only a group of the fit can be named, such as `dataset = "c4"`.',
            '`dataset` is given twice.',
            '`mine` has no parameter `F`. It has `E`, `A`, `alpha`, `B` and `beta`.',
            '`mine` has no values for `dataset = "pill"`. Did you mean `pile`?',
        ]);
    });

    it('asks which group is meant, and lists them; a wrong one is blamed itself', async () => {
        const report = await studyOf(`${RUNS}${FIT}
predict mine(70B, 1.4T)
predict mine(70B, 1.4T, dataset = "pil")
budget b { minimize mine(N, D) subject to 6 * N * D <= 1e21 FLOP }
`);
        expect(report.diagnostics.map(({ message }) => message)).toEqual([
            '`mine` has values of its own for each `dataset`, and it is open which are meant: write `mine(…, dataset = "c4")`, and `mine(dataset = "c4").E` for a parameter. There are `c4` and `pile`.',
            '`mine` has no values for `dataset = "pil"`. Did you mean `pile`?',
            expect.stringContaining('it is open which are meant'),
        ]);
        const [, { range }] = report.diagnostics;
        expect([range.start.character, range.end.character]).toEqual([34, 39]);
    });

    it('leaves rows without a group out, and predicts none of a group that was not fitted', async () => {
        const runs = RUNS.replace('| c4 | 100000000 |', '|  | 100000000 |').replace(
            '\n}',
            '\n| books | 1e9 | 1e12 | 2 |\n}',
        );
        const { fits } = await studyOf(`${runs}fit mine to r { E by dataset holdout D > 1e11 bootstrap 0 }\n`);
        expect(fits[0].excluded).toEqual([{ reason: 'dataset is missing', count: 1, lines: [2] }]);
        const last = fits[0].rowReports!.at(-1)!;
        expect([last.state, last.predicted]).toEqual(['held-out', null]);
    });

    it('is refused where there would be too many parameters to search', async () => {
        const rows = Array.from({ length: 60 }, (_, row) => `| g${row % 10} | ${1e9 * (1 + row)} | ${1e10} | ${3} |`);
        const report = await studyOf(
            `runs r {\n| dataset | N | D | loss |\n${rows.join('\n')}\n}\nlaw mine(N, D) = E + A / N^alpha + B / D^beta\n${FIT}`,
        );
        expect(problemsOf(report)).toEqual(['65:17 error too-many-parameters']);
        expect(report.diagnostics[0].message).toContain('14 free parameters');
        expect(report.fits).toEqual([]);
    });

    it('is drawn with a line for each group', async () => {
        const { documents, host } = folderOf(RUNS + FIT);
        const [picture] = await createStudy().curves(SPEC, documents, host, NO_PAUSE);
        if (picture.kind !== 'fit') throw new Error('A fit is drawn.');
        expect(picture.curves.D.map(({ label }) => label)).toEqual([
            'N = 300M, dataset = "c4"',
            'N = 300M, dataset = "pile"',
        ]);
        const [c4, pile] = picture.curves.D;
        expect(c4.y[0]! - pile.y[0]!).toBeCloseTo(-0.4, 6);
        expect(picture.curves.compute.map(({ label }) => label)).toContain('compute-optimal, dataset = "pile"');
    });
});

describe('by dataset', () => {
    it('is predicted for the group that is named', async () => {
        const report = await studyOf(`${RUNS}fit mine to r by dataset { bootstrap 0 }
predict mine(70B, 1.4T, dataset = "pile")
predict mine(70B, 1.4T)
`);
        expect(report.predictions[0].estimate! / lossAt('pile', 70e9, 1.4e12)).toBeCloseTo(1, 5);
        expect(report.predictions[1].message).toContain('There are `c4` and `pile`.');
    });

    it('names groups of numbers by the number', async () => {
        const report = await studyOf(`runs r {
| bits | x | y |
| 4 | 1 | 2 |
| 4 | 2 | 4 |
| 8 | 1 | 3 |
| 8 | 2 | 6 |
}
law y(x) = a * x
fit y to r by bits { objective squares bootstrap 0 }
predict y(10, bits = 8)
`);
        expect(report.predictions[0].estimate).toBeCloseTo(30, 9);
    });
});
