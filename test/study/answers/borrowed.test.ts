/** Parameters of other laws: their values, with their uncertainty, in formulas, questions and the blocks of laws. */
import { describe, expect, it } from 'vitest';
import { endsOf } from '../../support/endsOf.js';
import { problemsOf, studyOf } from '../studyOf.js';

const NOISE = [0.02, -0.03, 0.01, -0.01, 0.03, -0.02, 0.015, -0.005];
const ROWS = NOISE.map((noise, index) => `| ${index + 1} | ${5 + 2 * (index + 1) + noise} |`);
const RUNS = `runs line {\n| x | y |\n${ROWS.join('\n')}\n}
law y(x) = a + b * x
fit y to line { objective squares  bootstrap 60 }
`;

describe('y.b', () => {
    it('is worth what the fit of the law says, with its interval', async () => {
        const report = await studyOf(
            `${RUNS}predict 10 * y.b\nlaw steeper(x) = y.a + 2 * y.b * x\npredict steeper(3)\n`,
        );
        expect(problemsOf(report)).toEqual([]);
        const [a, b] = report.fits[0].parameters;
        const [tenfold, composed] = report.predictions;
        expect(tenfold.estimate).toBeCloseTo(10 * b.estimate!, 12);
        expect(endsOf(tenfold.interval)).toEqual(endsOf(b.interval).map((end) => expect.closeTo(10 * end, 9)));
        expect(composed.estimate).toBeCloseTo(a.estimate! + 6 * b.estimate!, 12);
        expect(composed.interval).not.toBeNull();
    });

    it('is the published value where the law is not fitted, and a formula of others where it is tied', async () => {
        const report = await studyOf(`
law f(x) = a + b * x with "p" { preset "p" { a = 3 b = 4 } }
law g = f with "p" { b = 2 * a }
predict f.b
predict g.b
budget q { minimize x + f.b / x }
`);
        expect(problemsOf(report)).toEqual([]);
        expect(report.predictions.map(({ estimate }) => estimate)).toEqual([4, 6]);
        expect(report.budgets[0].variables[0].estimate).toBeCloseTo(2, 5);
    });

    it('freezes a parameter of another law, which is reported with it', async () => {
        const rows = [1, 2, 3, 4].map((x) => `| ${x} | ${1 + 2 * x} |`);
        const report = await studyOf(`${RUNS}
runs other {\n| x | z |\n${rows.join('\n')}\n}
law z(x) = c + d * x { d = y.b }
fit z to other { objective squares  bootstrap 60 }
predict z(100)
`);
        expect(problemsOf(report)).toEqual([]);
        const b = report.fits[0].parameters[1].estimate!;
        expect(report.fits[1].parameters.map(({ name, status, estimate }) => [name, status, estimate])).toEqual([
            ['c', 'estimated', expect.closeTo(1 + 2 * 2.5 - b * 2.5, 9)],
            ['d', 'pinned', b],
        ]);
        // What is not known of y.b is not known of z either.
        const [lower, upper] = endsOf(report.predictions[0].interval);
        expect(upper - lower).toBeGreaterThan(0.3);
    });

    it('is where the search of a fit begins', async () => {
        // Two minima: the sign of k is not determined, and its start tells.
        const rows = [1, 2, 3, 4].map((x) => `| ${x} | ${4 * x} |`);
        const text = (k: number): string => `
law f(x) = k * x with "p" { preset "p" { k = ${k} } }
runs r {\n| x | z |\n${rows.join('\n')}\n}
law z(x) = k^2 * x { k start f.k }
fit z to r { objective squares  bootstrap 0 }
`;
        for (const k of [-3, 3]) {
            const report = await studyOf(text(k));
            expect(problemsOf(report).filter((problem) => problem.includes('error'))).toEqual([]);
            expect(Math.abs(report.fits[0].parameters[0].estimate!)).toBeCloseTo(2, 6);
        }
    });

    it('of a law without values is refused like a call of it', async () => {
        const text =
            'law f(x) = a * x\nlaw g(x) = c + f.a * x\nruns r {\n| x | y |\n| 1 | 2 |\n| 2 | 3 |\n}\nfit g to r\npredict f.a\n';
        const report = await studyOf(text);
        expect(problemsOf(report)).toEqual(['8:5 error no-values', '9:9 error no-values']);
        expect(report.diagnostics.map(({ message }) => message)).toEqual(
            Array.from({ length: 2 }, () => '`f` has no values yet: fit it to runs.'),
        );
    });

    it('is the one that is estimated here where the law is called, too, and has no values', async () => {
        const rows = [1, 2, 3, 4].map((x) => `| ${x} | ${3 * x + 3} |`);
        const report = await studyOf(`
runs r {\n| x | z |\n${rows.join('\n')}\n}
law f(x) = a * x
law z(x) = f(x) + f.a
fit z to r { objective squares  bootstrap 0 }
`);
        expect(problemsOf(report)).toEqual([]);
        expect(report.fits[0].parameters.map(({ name, estimate }) => [name, estimate])).toEqual([
            ['f.a', expect.closeTo(3, 9)],
        ]);
    });
});
