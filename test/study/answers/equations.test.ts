/** Equations without a solution, or with several: the message says so where they stand. */
import { describe, expect, it } from 'vitest';
import { problemsOf, studyOf } from '../studyOf.js';

async function troubleOf(text: string): Promise<{ readonly problems: string[]; readonly messages: (string | null)[] }> {
    const report = await studyOf(text);
    expect(report.predictions.map(({ estimate }) => estimate)).toEqual(report.predictions.map(() => null));
    return { problems: problemsOf(report), messages: report.predictions.map(({ message }) => message) };
}

describe('an equation', () => {
    it('whose solution lies below or above its range says on which side', async () => {
        const law = 'law f(n) = 2 + 400 / n^0.3\n';
        expect(await troubleOf(`${law}predict 2 * solve(f(n) == 2.1 for n in 1 .. 1M)\n`)).toEqual({
            problems: ['2:13 warning no-solution'],
            messages: [
                'There is no `n` between 1 and 1M for which the equation holds: its left side is larger throughout, least so at 1M: look for it above.',
            ],
        });
        const { messages } = await troubleOf(`${law}predict solve(f(n) == 2.1 for n in 1e15 .. 1e18)\n`);
        expect(messages[0]).toMatch(/its right side is larger throughout, least so at 1e15: look for it below\.$/);
    });

    it('that nothing solves says where its sides come nearest', async () => {
        const { messages } = await troubleOf(
            'law f(x) = (x - 3)^2 + 1\npredict solve(f(x) == 0.5 for x in -10 .. 10)\n',
        );
        expect(messages[0]).toMatch(/its left side is larger throughout, least so near 2\.98\.$/);
    });

    it('that is not monotone has several solutions, and none is taken', async () => {
        const law = 'law f(x) = (log(x) - 3)^2\n';
        const { problems, messages } = await troubleOf(`${law}predict solve(f(x) == 1 for x in 1 .. 1000)\n`);
        expect(problems).toEqual(['2:9 error several-solutions']);
        // e^2 and e^4
        expect(messages[0]).toMatch(
            /^The equation has 2 solutions for `x` between 1 and 1000, near 7\.39, 54\.6: its sides are not monotone\./,
        );
    });

    it('in the formula of a law is complained of where the law is called', async () => {
        const law = 'law f(a) = solve(x^2 == a for x in 1 .. 3)\n';
        expect((await troubleOf(`${law}predict f(100)\n`)).problems).toEqual(['2:9 warning no-solution']);
    });

    it('that cannot be computed says that', async () => {
        const { messages } = await troubleOf('law f(a) = solve(log(-x) == a for x in 1 .. 3)\npredict f(1)\n');
        expect(messages[0]).toMatch(/cannot be computed between 1 and 3/);
    });

    it('of a law outside of its data warns of extrapolation at the solution', async () => {
        const report = await studyOf(`
runs line {\n| x | y |\n| 1 | 3 |\n| 2 | 5 |\n| 3 | 7 |\n| 4 | 9 |\n}
law y(x) = a + b * x
fit y to line { objective squares  bootstrap 0 }
predict solve(y(x) == 2001 for x in 1 .. 1M)
`);
        expect(report.predictions[0].estimate).toBeCloseTo(1000, 6);
        expect(report.predictions[0].extrapolation).toHaveLength(1);
    });
});
