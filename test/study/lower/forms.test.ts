/** Conditions, sums, products and equations: what they are worth, in laws, columns, budgets and predictions. */
import { describe, expect, it } from 'vitest';
import { problemsOf, studyOf } from '../studyOf.js';

async function valuesOf(text: string): Promise<(number | null)[]> {
    const report = await studyOf(text);
    expect(problemsOf(report)).toEqual([]);
    return report.predictions.map(({ estimate }) => estimate);
}

describe('if', () => {
    it('takes what its condition says, through `and`, `or` and every comparison', async () => {
        const cases = ['x < 2', 'x <= 2', 'x > 2', 'x >= 2', 'x == 2', 'x != 2', '1 < x and x < 3', 'x < 2 or x > 2'];
        const laws = cases.map((condition, index) => `law f${index}(x) = if(${condition}, 1, 0)\n`);
        const predictions = cases.flatMap((_, index) => [1, 2, 3].map((x) => `predict f${index}(${x})\n`));
        const values = await valuesOf([...laws, ...predictions].join(''));
        const rows = cases.map((_, index) => values.slice(3 * index, 3 * index + 3).join(''));
        expect(rows).toEqual(['100', '110', '001', '011', '010', '101', '010', '101']);
    });

    it('asks nothing of what it does not take', async () => {
        expect(await valuesOf('law f(x) = 1 + if(x > 0, log(x), 0)\npredict f(-3)\npredict f(1)\n')).toEqual([1, 1]);
    });

    it('is fitted: a power law that turns at a known size', async () => {
        const rows = [1, 2, 4, 8, 16, 32].map((N) => `| ${N} | ${N <= 8 ? 5 - 0.3 * N : 2 + 4 / N ** 0.5} |`);
        const report = await studyOf(`
runs r {\n| N | loss |\n${rows.join('\n')}\n}
law f(N in 1) = if(N <= 8, a - b * N, c + d / N^0.5)
fit f to r { objective squares  bootstrap 0 }
`);
        expect(report.fits[0].parameters.map(({ estimate }) => estimate)).toEqual(
            [5, 0.3, 2, 4].map((value) => expect.closeTo(value, 8)),
        );
    });

    it('makes columns', async () => {
        const report = await studyOf(`
runs r {
  | N | total |
  | 1 | 3     |
  | 5 | 8     |
  size = if(N > 2, total, N)
  where if(N > 2, 1, 0) == 1
}
`);
        expect(problemsOf(report)).toEqual([]);
        expect(report.runs[0].columns.find(({ name }) => name === 'size')?.range).toEqual([8, 8]);
    });
});

describe('sum and product', () => {
    it('are written out, names and numbers, one in the other', async () => {
        const preset = 'with "p" { preset "p" { g_w = 2 g_a = 3 c_1 = 5 c_2 = 7 } }';
        const law = `law f(x) = sum(g[i] * x for i in {w, a}) + product(c[i]^i for i in 1 .. 2) + g[w] ${preset}`;
        expect(await valuesOf(`${law}\npredict f(10)\n`)).toEqual([50 + 5 * 49 + 2]);
        expect(
            await valuesOf(
                'law f(x) = x\npredict f(sum(sum(i * j for i in 1 .. j_of[1]) for j in 1 .. 3))\n'.replace(
                    'j_of[1]',
                    '2',
                ),
            ),
        ).toEqual([18]);
        expect(await valuesOf('law f(x) = x\npredict f(product(x for x in {-2, 0.5, 3}))\n')).toEqual([-3]);
    });

    it('have arguments, lets and columns for items, too', async () => {
        expect(
            await valuesOf(
                'law f(a_1, a_2) = { let b_1 = a_1 let b_2 = 10 * a_2 return sum(b[i] + a[i] for i in 1 .. 2) }\npredict f(1, 2)\n',
            ),
        ).toEqual([24]);
        const report = await studyOf('runs r {\n| d_1 | d_2 |\n| 3 | 4 |\nD = sum(d[i] for i in 1 .. 2)\n}\n');
        expect(problemsOf(report)).toEqual([]);
        expect(report.runs[0].columns.find(({ name }) => name === 'D')?.range).toEqual([7, 7]);
    });

    it('give a law its parameters in the order of the text', async () => {
        const rows = [1, 2, 3, 4, 5, 6].map((x) => `| ${x} | ${1 + 2 * x + 3 * x ** 2} |`);
        const report = await studyOf(`
runs r {\n| x | y |\n${rows.join('\n')}\n}
law y(x) = sum(c[i] * x^i for i in 0 .. 2) { c_0 in 0 .. 10 }
fit y to r { objective squares  bootstrap 0 }
`);
        expect(problemsOf(report)).toEqual([]);
        expect(report.fits[0].parameters.map(({ name, estimate }) => [name, estimate])).toEqual([
            ['c_0', expect.closeTo(1, 8)],
            ['c_1', expect.closeTo(2, 8)],
            ['c_2', expect.closeTo(3, 8)],
        ]);
    });

    it('stand in budgets, where their items are decided', async () => {
        const report = await studyOf(`
budget b {
  minimize sum(n[i] + i / n[i] for i in {1, 4})
  n_4 in 0.1 .. 1
}
`);
        expect(problemsOf(report)).toEqual([]);
        expect(report.budgets[0].variables.map(({ name, estimate }) => [name, estimate])).toEqual([
            ['n_1', expect.closeTo(1, 5)],
            ['n_4', expect.closeTo(1, 5)],
        ]);
    });
});

/** Kaplan et al. 2020 at a finite batch (laws.md B1): the critical batch depends on the loss that is sought. */
const TRAJECTORY = `law trajectory(N, S, B) = solve(
  L == (Nc / N)^aN + (Sc * (1 + Bs / (B * L^(1 / aB))) / S)^aS
  for L in 0.1 .. 20
)`;
const KAPLAN = 'Nc = 6.5e13 aN = 0.077 Sc = 2.1e3 Bs = 2.1e8 aB = 0.21 aS = 0.76';

describe('solve', () => {
    it('makes implicit laws', async () => {
        const law = `${TRAJECTORY} with "Kaplan" { preset "Kaplan" { ${KAPLAN} } }`;
        const values = await valuesOf(
            `${law}\npredict trajectory(1e9, 1e5, 524288)\npredict trajectory(1e9, 1e4, 524288)\n`,
        );
        expect(values).toEqual([expect.closeTo(2.546051, 6), expect.closeTo(3.048443, 6)]);
    });

    it('is fitted through: an implicit law gives its constants back', async () => {
        const at = (N: number, S: number, B: number): number => {
            // By bisection, since the right side falls with L.
            let [low, high] = [0.1, 20];
            for (let step = 0; step < 60; step++) {
                const L = (low + high) / 2;
                const right = (6.5e13 / N) ** 0.077 + ((2.1e3 * (1 + 2.1e8 / (B * L ** (1 / 0.21)))) / S) ** 0.76;
                [low, high] = right > L ? [L, high] : [low, L];
            }
            return low;
        };
        const rows = [1e7, 1e8, 1e9].flatMap((N) =>
            [3e3, 3e4, 3e5].flatMap((S) => [1e5, 1e6].map((B) => `| ${N} | ${S} | ${B} | ${at(N, S, B)} |`)),
        );
        const report = await studyOf(`
runs r {\n| N | S | B | loss |\n${rows.join('\n')}\n}
${TRAJECTORY} { aB = 0.21 Bs = 2.1e8 }
fit trajectory to r { bootstrap 0 }
`);
        const fitted = new Map(report.fits[0].parameters.map(({ name, estimate }) => [name, estimate!]));
        expect(fitted.get('aN')! / 0.077).toBeCloseTo(1, 5);
        expect(fitted.get('aS')! / 0.76).toBeCloseTo(1, 5);
        expect(fitted.get('Sc')! / 2.1e3).toBeCloseTo(1, 4);
    });

    it('inverts a law that it calls, and keeps the unknown apart from what is called the same', async () => {
        const law = 'law f(n) = { let twice = 2 * n return solve(n * n == twice for n in 0.1 .. 100) }';
        expect(await valuesOf(`${law}\npredict f(8)\npredict solve(f(n) == 4 for n in 1 .. 100)\n`)).toEqual([
            expect.closeTo(4, 12),
            expect.closeTo(8, 12),
        ]);
    });

    it('stands in budgets', async () => {
        const report = await studyOf(`
law f(n, d) = 1 / n + 1 / d
budget b {
  let n = solve(f(x, d) == 1 for x in 1 .. 1000)
  minimize n * d
  d in 1.1 .. 100
}
`);
        expect(problemsOf(report)).toEqual([]);
        // n = d / (d − 1): n·d is least at d = 2.
        expect(report.budgets[0].objective?.estimate).toBeCloseTo(4, 6);
        expect(report.budgets[0].variables.map(({ estimate }) => estimate)).toEqual([expect.closeTo(2, 3)]);
    });
});
