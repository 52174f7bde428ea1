/** What gives a law its values. */
import { describe, expect, it } from 'vitest';
import { problemsOf, studyOf } from '../studyOf.js';

const LINE = `
runs line {
  | x | y |
  | 1 | 3 |
  | 2 | 5 |
  | 3 | 7 |
  | 4 | 9 |
}
`;

describe('the values of a law', () => {
    it('come from its fit', async () => {
        const report = await studyOf(`${LINE}
law y(x) = a + b * x
fit y to line { objective squares  bootstrap 0 }
predict y(10)
`);
        expect(problemsOf(report)).toEqual([]);
        expect(report.predictions[0].estimate).toBeCloseTo(21, 9);
    });

    it('come from its fit before its preset', async () => {
        const report = await studyOf(`${LINE}
law y(x) = a + b * x with "published" {
  preset "published" { a = 100  b = 0 }
}
predict y(10)
`);
        expect(report.predictions[0].estimate).toBe(100);
        const fitted = await studyOf(`${LINE}
law y(x) = a + b * x with "published" {
  preset "published" { a = 100  b = 0 }
}
fit y to line { objective squares  bootstrap 0 }
predict y(10)
`);
        expect(fitted.predictions[0].estimate).toBeCloseTo(21, 9);
    });

    it('may be pinned', async () => {
        const report = await studyOf('law y(x) = a + b * x { a = 1  b = 2 }\npredict y(10)\n');
        expect(report.predictions[0].estimate).toBe(21);
    });

    it('come from the fit in the file that defines it', async () => {
        const sibling = `${LINE}
law y(x) = a + b * x
fit y to line { objective squares  bootstrap 0 }
`;
        const report = await studyOf('predict y(10)\n', { 'lines.scaling': sibling });
        expect(report.diagnostics).toEqual([]);
        expect(report.predictions[0].estimate).toBeCloseTo(21, 9);
        expect(report.fits).toEqual([]);
        expect(report.dependencies).toContain('file:///specs/lines.scaling');
    });

    it('are missing otherwise, which is said where the law is used', async () => {
        const report = await studyOf(
            'law surface = chinchilla\npredict surface(70B, 1.4T)\nbudget b { minimize surface(N, D) subject to 6 * N * D <= 1e21 }\n',
        );
        expect(problemsOf(report)).toEqual(['2:9 error no-values', '3:8 error no-values']);
        expect(report.diagnostics[0].message).toBe(
            '`surface` has no values yet: fit it to runs, or take published constants, such as `with "Hoffmann 2022"`.',
        );
        const [{ message }] = (await studyOf('predict coverage(k = 2)\npredict parscale(1B, 2)\n')).diagnostics;
        expect(message).toBe('`coverage` has no values yet: fit it to runs.');
        const { diagnostics } = await studyOf('predict parscale(1B, 2)\n');
        expect(diagnostics[0].message).toContain('such as `law mine = parscale with "Chen 2025 Stack"`.');
        expect(report.predictions[0]).toMatchObject({ estimate: null, interval: null });
        expect(report.budgets[0]).toMatchObject({ status: 'not-computable', objective: null });
    });

    it('of a called law are estimated with the caller where it has none of its own', async () => {
        const report = await studyOf(`${LINE}
law slope(x) = b * x
law y(x) = a + slope(x)
fit y to line { objective squares  bootstrap 0 }
predict y(10)
`);
        expect(problemsOf(report)).toEqual([]);
        expect(report.fits[0].parameters.map(({ name }) => name)).toEqual(['a', 'slope.b']);
        expect(report.predictions[0].estimate).toBeCloseTo(21, 9);
    });

    it('of a called law that has its own are constants of the caller', async () => {
        const report = await studyOf(`${LINE}
law slope(x) = b * x { b = 2 }
law y(x) = a + slope(x)
fit y to line { objective squares  bootstrap 0 }
predict y(10) + slope(1)
`);
        expect(report.fits[0].parameters.map(({ name }) => name)).toEqual(['a']);
        expect(report.predictions[0].estimate).toBeCloseTo(23, 9);
    });

    it('of a called law that is fitted itself are held, with their uncertainty in what is predicted', async () => {
        const report = await studyOf(`${LINE.replace('| 7 |', '| 7.5 |')}
runs steps {
  | x | z  |
  | 1 | 13 |
  | 2 | 15 |
  | 3 | 17 |
}
law y(x) = a + b * x
fit y to line { objective squares  bootstrap 50 }
law z(x) = shift + y(x)
fit z to steps { objective squares  bootstrap 0 }
predict z(10)
`);
        expect(report.diagnostics.map(({ code }) => code)).toContain('constants-held');
        expect(report.fits.map(({ parameters }) => parameters.map(({ name }) => name))).toEqual([
            ['a', 'b'],
            ['shift'],
        ]);
        const [{ estimate, interval }] = report.predictions;
        expect(interval![0]).toBeLessThan(estimate!);
        expect(interval![1]).toBeGreaterThan(estimate!);
    });

    it('are told apart where two laws share the names of their parameters', async () => {
        const report = await studyOf(`
law doubled(x) = a * x { a = 2 }
law tripled(x) = a * x { a = 3 }
law both(x) = doubled(x) + tripled(x)
predict both(1)
predict doubled(tripled(x = 2))
`);
        expect(report.predictions.map(({ estimate }) => estimate)).toEqual([5, 12]);
    });

    it('of one group are not taken for all', async () => {
        const report = await studyOf(`
runs grouped {
  | model | x | y |
  | red   | 1 | 2 |
  | red   | 2 | 4 |
  | blue  | 1 | 3 |
  | blue  | 2 | 6 |
}
law y(x) = a * x
fit y to grouped by model { objective squares  bootstrap 0 }
predict y(10)
`);
        expect(report.fits.map(({ group, rows }) => [group, rows])).toEqual([
            ['red', 2],
            ['blue', 2],
        ]);
        expect(report.fits.map(({ parameters }) => parameters[0].estimate)).toEqual([
            expect.closeTo(2),
            expect.closeTo(3),
        ]);
        expect(report.predictions[0].estimate).toBeNull();
        expect(report.diagnostics.at(-1)?.message).toContain('values of its own for each `model`');
    });

    it('that a fit could not find are not used', async () => {
        const report = await studyOf('runs r { | N | loss | }\nlaw w(N) = a * N\nfit w to r\npredict w(1)\n');
        expect(report.fits[0]).toMatchObject({ objective: null, parameters: [{ name: 'a', estimate: null }] });
        expect(report.predictions[0]).toMatchObject({
            estimate: null,
            message: '`w` has no values: There are no rows to fit the law to.',
        });
    });

    it('that the runs do not determine are warned of where an answer rests on them', async () => {
        const rows = [1, 2, 4, 8, 16, 32].map((n) => `| ${n}B | ${20 * n}B | ${2 + 1 / n} |`).join('\n');
        const report = await studyOf(
            `runs r {\n| N | D | loss |\n${rows}\n}\nlaw s = chinchilla\nfit s to r { bootstrap 0 }\n` +
                'predict s(1B, 20B)\nbudget b { minimize s(N, D) subject to 6 * N * D <= 1e23 FLOP }\n',
        );
        expect(report.predictions[0].caution).toContain('which the runs do not determine');
        expect(report.budgets[0].caution).toBe(report.predictions[0].caution);
        expect(problemsOf(report)).toContain('12:9 warning not-determined');
    });

    it('say where they are asked beyond the runs that published ones come from', async () => {
        const report = await studyOf(`
law loss(N in params, D in tokens) = E + A / N + B / D with "p" {
  preset "p" { E = 1  A = 1e9  B = 1e9  N in 1B .. 10B  D in 1B .. 100B }
}
predict loss(2B, 20B)
predict loss(40B, 0.5B)
budget next {
  minimize loss(N, D)
  subject to 6 * N * D <= 6e23 FLOP
  subject to D <= 50B
}
`);
        const [inside, outside] = report.predictions;
        expect(inside.extrapolation).toEqual([]);
        expect(outside.extrapolation).toEqual([
            { quantity: 'N', direction: 'above', ratio: 4, preset: 'p' },
            { quantity: 'D', direction: 'below', ratio: 2, preset: 'p' },
        ]);
        expect(report.budgets[0].extrapolation.map(({ quantity }) => quantity)).toEqual(['N']);
        expect(report.diagnostics.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
            'information: This goes beyond the runs that the constants of "p" come from: N is 4× above them, D is 2× below them.',
            'information: This goes beyond the runs that the constants of "p" come from: N is 200× above them.',
        ]);
    });
});
