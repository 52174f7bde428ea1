/** From text to numbers: names, units, `let`s, arguments, conditions. */
import { describe, expect, it } from 'vitest';
import { problemsOf, studyOf } from '../studyOf.js';

async function valueOf(text: string): Promise<number | null> {
    const report = await studyOf(text);
    expect(problemsOf(report)).toEqual([]);
    return report.predictions[0].estimate;
}

describe('expressions', () => {
    it.each([
        ['f(2, 3)', 8],
        ['f(b = 2, a = 3)', 9],
        ['f(2, b = 3) + 1', 9],
        ['-f(2, 3) ^ 2', -64],
        ['2 ^ 3 ^ 2', 512],
        ['f(1K, 2) / 1M', 1],
        ['max(f(2, 3), 1, 12) - log10(100)', 10],
        ['4 * atan(1) - pi', 0],
    ])('%s is %d', async (text, expected) => {
        expect(
            await valueOf(`law f(a, b) = a ^ b\npredict 0 + ${text}\n`.replace('0 + ', 'f(1, 1) - 1 + ')),
        ).toBeCloseTo(expected, 9);
    });

    it('put lets in place, each seeing those above it', async () => {
        const law = 'law f(x) = { let y = x + 1 let z = y * y return z - y }';
        expect(await valueOf(`${law}\npredict f(2)\n`)).toBe(6);
    });

    it('measure quantities in base terms', async () => {
        expect(await valueOf('law f(C in FLOP) = C\npredict f(2 PFLOP-days)\n')).toBe(2 * 8.64e19);
    });

    it('measure an argument in the unit that it is declared in', async () => {
        // Kaplan et al. 2020, equation 1.3: compute in PF-days.
        expect(await valueOf('law f(C in PFLOP-days) = (3.1e8 / C) ^ 0.05\npredict f(10 PFLOP-days)\n')).toBeCloseTo(
            2.369016,
            6,
        );
    });

    it('of laws that call one another stay small however often they do', async () => {
        const chain = Array.from({ length: 40 }, (_, index) => `law f${index + 1}(x) = f${index}(x) + f${index}(x)`);
        const value = await valueOf(`law f0(x) = x\n${chain.join('\n')}\npredict f40(1)\n`);
        expect(value).toBe(2 ** 40);
    });

    it('of laws that grow without end are refused', async () => {
        const chain = Array.from(
            { length: 40 },
            (_, index) => `law f${index + 1}(x) = f${index}(x) + f${index}(x + ${index})`,
        );
        const report = await studyOf(`law f0(x) = x\n${chain.join('\n')}\npredict f40(1)\n`);
        expect(report.diagnostics.map(({ code }) => code)).toEqual(['law-too-large']);
        expect(report.predictions[0].estimate).toBeNull();
    });

    it('without a value are said to have none', async () => {
        const report = await studyOf('law f(x) = log(x)\npredict f(-1)\n');
        expect(problemsOf(report)).toEqual(['2:9 warning not-computable']);
        expect(report.predictions[0].estimate).toBeNull();
    });
});

describe('aliases', () => {
    it('take bounds, pins and presets over, and may set their own', async () => {
        const base = 'law f(x) = a + b * x { preset "p" { a = 1  b = 2 } }\n';
        expect(await valueOf(`${base}law g = f with "p"\npredict g(3)\n`)).toBe(7);
        expect(await valueOf(`${base}law g = f with "p" { a = 10 }\npredict g(3)\n`)).toBe(16);
        expect(await valueOf(`${base}law g = f with "p"\nlaw h = g\npredict h(3)\n`)).toBe(7);
    });
});

describe('budgets', () => {
    it('put lets in place and take the free names as variables, in their order', async () => {
        const report = await studyOf(`
law f(a, b) = a + 4 / b
budget next {
  let spent = a * b
  minimize f(a, b) + spent * 0
  subject to spent >= 1
  b in 0.1 .. 100
}
`);
        expect(problemsOf(report)).toEqual([]);
        const [budget] = report.budgets;
        expect(budget.status).toBe('optimal');
        expect(budget.variables.map(({ name }) => name)).toEqual(['a', 'b']);
        expect(budget.variables[1].estimate).toBeCloseTo(100, 4);
        expect(budget.binding).toContain('b in 0.1 .. 100');
    });

    it('name their variables in the order of the text, whatever a law mentions first', async () => {
        const { budgets } = await studyOf(
            'law f(N, D) = D / N + N\nbudget b {\n  minimize f(N, D)\n  subject to D >= 4\n}\n',
        );
        expect(budgets[0].variables.map(({ name, estimate }) => [name, Math.round(estimate)])).toEqual([
            ['N', 2],
            ['D', 4],
        ]);
    });

    it('sweep about four points per decade, both ends included', async () => {
        const report = await studyOf(
            'law f(x) = x + 1 / x\nbudget b { minimize f(x) subject to x >= C for C in 10 .. 1e6 }\n',
        );
        const values = report.budgets[0].sweep!.points.map(({ value }) => value);
        expect(values).toHaveLength(21);
        expect([values[0], values[4], values.at(-1)]).toEqual([10, 100, 1e6]);
    });

    it('that cannot be met say so', async () => {
        const report = await studyOf('law f(x) = x\nbudget b { minimize f(x) subject to x >= 10 subject to x <= 1 }\n');
        expect(problemsOf(report)).toEqual(['2:8 warning budget-infeasible']);
        expect(report.budgets[0]).toMatchObject({ status: 'infeasible', objective: null });
        expect(report.budgets[0].message).toMatch(/x >= 10|x <= 1/);
    });
});

describe('statements with errors', () => {
    it('leave the others alone', async () => {
        const report = await studyOf(`
law f(x) = x + 1
predict f(1, 2, 3)
predict f(2)
runs broken {
law g(x) = 2 * x
predict g(2)
`);
        expect(report.diagnostics.length).toBeGreaterThan(0);
        expect(report.predictions.map(({ text, estimate }) => [text, estimate])).toEqual([
            ['f(2)', 3],
            ['g(2)', 4],
        ]);
    });

    it('are named where something rests on them', async () => {
        const report = await studyOf('law f(x) = f(x) + 1\npredict f(2)\n');
        expect(report.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
        expect(report.predictions[0]).toMatchObject({ estimate: null, message: '`f` has errors.' });
    });
});
