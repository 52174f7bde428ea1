import { describe, expect, it } from 'vitest';
import { studyOf } from '../studyOf.js';

/** A power law with a floor that some refits place above 1.05. */
const RUNS = `runs done {
  | x   | y    |
${[1, 2, 4, 8, 16, 32, 64].map((x, index) => `  | ${x} | ${(1 + 2 / x + (index % 2 ? 0.08 : -0.08)).toFixed(4)} |`).join('\n')}
}
law f(x) = E + A / x
fit f to done { objective squares bootstrap 200 seed 1 }
`;

describe('draws of the constants without an answer', () => {
    it('leave a prediction without an interval, and a budget with an open one; both say so', async () => {
        const { predictions, budgets } = await studyOf(
            `${RUNS}predict solve(f(x) == 1.02 for x in 1 .. 1e9)\nbudget least { minimize x subject to f(x) <= 1.02 }`,
        );
        const [{ estimate, interval, caution }] = predictions;
        expect([estimate === null, interval]).toEqual([false, null]);
        expect(caution).toMatch(/^No interval: \d+ of 200 draws of the fitted constants give no value/);
        const [{ objective, message }] = budgets;
        expect(objective!.interval![0]).toBeGreaterThan(1);
        expect(objective!.interval![1]).toBeNull();
        expect(message).toMatch(/\d+ of 200 draws of the fitted constants have no answer: intervals are open/);
    });
});
