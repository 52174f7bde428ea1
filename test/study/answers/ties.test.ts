/** Parameters that are tied to others: not estimated, but reported. */
import { describe, expect, it } from 'vitest';
import { endsOf } from '../../support/endsOf.js';
import { problemsOf, studyOf } from '../studyOf.js';

const ROWS = [1e8, 3e8, 1e9, 3e9].flatMap((N) =>
    [2e9, 1e10, 5e10].map((D) => `| ${N} | ${D} | ${1.8 + 400 / N ** 0.3 + 800 / D ** 0.3} |`),
);
const RUNS = `runs r {\n  | N | D | loss |\n${ROWS.join('\n')}\n}\n`;

describe('beta = alpha', () => {
    it('is one parameter less, reported with its value and interval', async () => {
        const report = await studyOf(`${RUNS}
law mine(N, D) = E + A / N^alpha + B / D^beta { B = 2 * A beta = alpha }
fit mine to r { bootstrap 40 }
predict mine(1B, 20B)
`);
        expect(problemsOf(report)).toEqual([]);
        const [{ parameters, formula }] = report.fits;
        expect(formula).toBe('E + A / N^alpha + 2 * A / D^alpha');
        expect(parameters.map(({ name, status }) => [name, status])).toEqual([
            ['E', 'estimated'],
            ['A', 'estimated'],
            ['alpha', 'estimated'],
            ['B', 'tied'],
            ['beta', 'tied'],
        ]);
        const [, A, alpha, B, beta] = parameters;
        expect(beta).toEqual({ ...alpha, name: 'beta', status: 'tied' });
        expect(B.estimate! / A.estimate!).toBeCloseTo(2, 12);
        const [ofA, ofB] = [A, B].map(({ interval }) => endsOf(interval));
        expect(ofB.map((end, index) => end / ofA[index])).toEqual([expect.closeTo(2, 9), expect.closeTo(2, 9)]);
        expect(report.predictions[0].estimate).toBeCloseTo(1.8 + 400 / 1e9 ** 0.3 + 800 / 2e10 ** 0.3, 6);
    });

    it('holds in an alias, through chains of ties, and for published constants', async () => {
        const report = await studyOf(`
law f(x) = a + b * x + c * x^2 { preset "p" { a = 1 b = 2 c = 3 } }
law g = f with "p" { c = 2 * b  b = a }
predict f(10) * 0 + g(10)
law h = f with "p"
predict h(10)
`);
        expect(report.predictions.map(({ estimate }) => estimate)).toEqual([null, 321]);
        const alone = await studyOf(`
law f(x) = a + b * x + c * x^2 { preset "p" { a = 1 b = 2 c = 3 } }
law g = f with "p" { c = 2 * b  b = a }
predict g(10)
`);
        expect(problemsOf(alone)).toEqual([]);
        expect(alone.predictions[0].estimate).toBe(1 + 10 + 200);
    });

    it('has a value for each group of what it is tied to', async () => {
        const rows = ['a', 'b'].flatMap((kind) =>
            [1, 2, 3, 4].map((x) => `| ${kind} | ${x} | ${(kind === 'a' ? 2 : 5) * (1 + x)} |`),
        );
        const report = await studyOf(`runs r {\n| kind | x | y |\n${rows.join('\n')}\n}
law y(x) = c + d * x { d = c }
fit y to r { objective squares c by kind bootstrap 0 }
`);
        expect(problemsOf(report)).toEqual([]);
        expect(
            report.fits[0].parameters.map(({ name, estimate }) => [name, Math.round(estimate! * 1e9) / 1e9]),
        ).toEqual([
            ['c[a]', 2],
            ['c[b]', 5],
            ['d[a]', 2],
            ['d[b]', 5],
        ]);
    });
});
