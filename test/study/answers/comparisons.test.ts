/** Laws compared on the same rows. */
import { describe, expect, it } from 'vitest';
import { problemsOf, studyOf } from '../studyOf.js';

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(
    (x) => `| ${x} | ${10 + 5 / x ** 0.5 + 0.01 * Math.sin(7 * x)} | ${x === 3 ? 0 : 1} |`,
);
const RUNS = `runs r {\n  | x | y | w |\n${ROWS.join('\n')}\n}
law power(x) = E + A / x^alpha
law line(x) = a + b * x
law flat(x) = c / x^0 { c start 10 }
`;

describe('compare', () => {
    it('ranks the laws, best first', async () => {
        const report = await studyOf(
            `${RUNS}compare line, power on r predicting y { objective squares bootstrap 0 }\n`,
        );
        expect(problemsOf(report)).toEqual([]);
        const [comparison] = report.comparisons;
        expect(comparison).toMatchObject({ runs: 'r', target: 'y', rows: 12, heldOutRows: 0, rankedBy: 'error' });
        const [best, worse] = comparison.laws;
        expect([best.name, best.verdict, best.formula]).toEqual(['power', 'best', 'E + A / x^alpha']);
        expect([worse.name, worse.verdict]).toEqual(['line', 'worse']);
        expect(best.parameters.map(({ name }) => name)).toEqual(['E', 'A', 'alpha']);
        expect(worse.aicc.difference!.value).toBeGreaterThan(0);
        expect(comparison.crossings.map(({ laws, along }) => [laws, along])).toEqual([[['line', 'power'], 'x']]);
        expect(comparison.crossings[0].crossings.length).toBeGreaterThan(0);
    });

    it('scores rows held out, and leaves out those that it cannot use', async () => {
        const report = await studyOf(
            `${RUNS}compare line, power on r predicting y { objective squares holdout x > 9 weights w bootstrap 0 }\n`,
        );
        expect(problemsOf(report)).toEqual(['19:9 information rows-not-fitted']);
        const [comparison] = report.comparisons;
        expect([comparison.rows, comparison.heldOutRows, comparison.scoring.kind]).toEqual([8, 3, 'held-out']);
        expect(comparison.excluded).toEqual([
            { reason: 'its weight w is not a positive number', count: 1, lines: [4] },
        ]);
    });

    it('takes a null model of compute alone where compute is known', async () => {
        const rows = [1e8, 4e8, 16e8].flatMap((N) =>
            [2e9, 8e9, 32e9].map((D) => `| ${N} | ${D} | ${1.8 + 400 / N ** 0.34 + 410 / D ** 0.28} |`),
        );
        const report = await studyOf(`runs r {\n| N | D | loss |\n${rows.join('\n')}\n}
law full = chinchilla
law tied = chinchilla { beta = alpha }
compare full, tied on r { objective squares bootstrap 0 }
`);
        const [{ laws }] = report.comparisons;
        const added = laws.find(({ isNullModel }) => isNullModel)!;
        expect([added.name, added.formula, laws.length]).toEqual(['compute alone', 'E + k * C^-a', 3]);
        expect(laws.find(({ name }) => name === 'tied')!.parameters.at(-1)).toMatchObject({
            name: 'beta',
            status: 'tied',
        });
    });

    it('says which column is missing, and leaves the fits of the file alone', async () => {
        const report = await studyOf(`${RUNS}law other(z) = a * z
compare line, other on r predicting y
fit line to r predicting y { objective squares bootstrap 0 }
predict line(20)
`);
        expect(problemsOf(report)).toEqual(['20:24 error unknown-column']);
        expect(report.comparisons).toEqual([]);
        expect(report.predictions[0].estimate).not.toBeNull();
    });
});
