/** What surrounds the answers of budgets: regret, limits, rivals, and how far all of it lies outside the data. */
import { describe, expect, it } from 'vitest';
import { regretText, rivalHeadline, rivalRemarks, sensitivityText } from '../../../src/study/decisionWords.js';
import { sweepOutside } from '../../../src/study/sweepWords.js';
import { problemsOf, studyOf } from '../studyOf.js';

const LAW = 'law surface = chinchilla with "Hoffmann 2022"\n';

async function budgetOf(body: string, laws = LAW) {
    const { budgets, ...report } = await studyOf(`${laws}budget b {\n${body}\n}\n`);
    return { ...report, budgets, budget: budgets[0] };
}

const GOPHER = 'minimize surface(N, D)\nsubject to 6 * N * D <= 5.76e23 FLOP\n';

describe('a budget', () => {
    it('says in words how flat it is and what its limit costs', async () => {
        const { budget } = await budgetOf(GOPHER);
        expect(regretText(budget.regret, budget.units)).toBe(
            'Less than 0.2 % worse: `N` from 22B to 73B, `D` from 1.3T to 4.3T.',
        );
        expect(budget.sensitivities.map((each) => sensitivityText(each, budget.goal, budget.units))).toEqual([
            '10 % more of `6 * N * D <= 5.76e23 FLOP` lowers `surface(N, D)` by 0.0033 (0.17 %).',
        ]);
    });

    it('says so of bounds, of what is given, and of several limits', async () => {
        const { budget } = await budgetOf(`${GOPHER}subject to D == 2T\nN in 1M .. 30B`);
        expect(regretText(budget.regret, budget.units)).toBe('Less than 0.2 % worse: `N` from 27B to 30B (its bound).');
        const texts = budget.sensitivities.map((each) => sensitivityText(each, budget.goal, budget.units));
        expect(texts[0]).toMatch(/^10 % more of `D == 2T` lowers `surface\(N, D\)` by /);
        expect(texts[1]).toMatch(/^10 % more of the upper bound in `N in 1M \.\. 30B` lowers `surface\(N, D\)` by /);
    });

    it('is told of each of two valleys, and of what is chosen', async () => {
        const apart = 'subject to abs(log(N / 75B)) >= 0.15 over bits in {4, 6, 8}';
        const { budget } = await budgetOf(
            `minimize surface(N, D) + 0.02 / bits^4 subject to 6 * N * D <= 1e24 FLOP ${apart}`,
        );
        expect(regretText(budget.regret, budget.units)).toMatch(
            /^Less than 0\.2 % worse: `bits` 8 or 4 or 6; with this choice `N` from [\d.]+B to [\d.]+B .*or from [\d.]+B/,
        );
    });

    it('judges other choices by its own goal', async () => {
        const { budget, diagnostics } = await budgetOf(
            `${GOPHER}against "rule" D == 20 * N\nagainst N == 280B and D == 1T\nagainst minimize other(N, D)\nagainst "no" D < 0.5 * D`,
            `${LAW}law other = kaplan with "Kaplan 2020"\n`,
        );
        expect(diagnostics.map(({ severity }) => severity)).toEqual(['information']);
        expect(budget.rivals.map(({ label }) => label)).toEqual([
            'rule',
            'N == 280B and D == 1T',
            'minimize other(N, D)',
            'no',
        ]);
        const [rule, big, other, no] = budget.rivals;
        expect(rule.variables[1].estimate / rule.variables[0].estimate).toBeCloseTo(20, 9);
        expect([rivalHeadline(rule), rivalRemarks(rule)]).toEqual([
            '0.16 % worse',
            ['the optimum reaches this with 8.6 % less `6 * N * D`'],
        ]);
        expect(rivalHeadline(big)).toMatch(/^[\d.]+ % better, beyond the limits$/);
        expect(rivalRemarks(big)[0]).toBe('breaks `6 * N * D <= 5.76e23 FLOP` (1.68e24)');
        // Kaplan's optimum: its own law says where, this budget's goal what it is worth.
        expect(other.variables[0].estimate).toBeGreaterThan(2e11);
        expect(other.regret!.estimate).toBeGreaterThan(0.01);
        expect(no.status).toBe('infeasible');
        expect(rivalHeadline(no)).toBe(no.message);
        expect(no.message).toContain('`D < 0.5 * D` cannot be met');
    });

    it('rests on the laws of its own goal and constraints alone', async () => {
        const small = 'law other = kaplan with "Kaplan 2020"\n';
        const { budget } = await budgetOf(`${GOPHER}against minimize other(N, D)`, LAW + small);
        expect(budget.extrapolation.map(({ quantity, preset }) => [quantity, preset])).toEqual([
            ['N', 'Hoffmann 2022'],
            ['D', 'Hoffmann 2022'],
        ]);
    });

    it('needs values for the law of another goal', async () => {
        const report = await studyOf(
            `${LAW}law other(N, D) = a / N + b / D\nbudget b {\n${GOPHER}against minimize other(N, D)\n}\n`,
        );
        expect(problemsOf(report)).toEqual([expect.stringMatching(/^3:8 error no-values$/)]);
    });
});

describe('a budget along a range', () => {
    it('judges other choices at each value', async () => {
        const { budget } = await budgetOf(
            'minimize surface(N, D)\nsubject to 6 * N * D <= C\nfor C in 1e20 .. 1e24\nagainst D == 20 * N',
        );
        const regrets = budget.sweep!.points.map(({ rivals: [rule] }) => rule.regret!.estimate);
        expect(regrets.every((regret, index) => regret > (regrets[index - 1] ?? 0))).toBe(true);
        expect(budget.rivals).toEqual([]);
    });

    it('says from which value on it lies outside the data, in compute, each variable and their ratio', async () => {
        const rows = [1, 2, 4, 8].flatMap((n) =>
            [20, 40].map(
                (ratio) =>
                    `| ${n}e8 | ${n * ratio}e8 | ${(1.7 + 400 / (n * 1e8) ** 0.34 + 410 / (n * ratio * 1e8) ** 0.28).toFixed(4)} |`,
            ),
        );
        const { budgets } = await studyOf(`runs r {
| N | D | loss |
${rows.join('\n')}
}
law surface = chinchilla
fit surface to r { bootstrap 0 }
budget b {
  minimize surface(N, D)
  subject to 6 * N * D <= C
  for C in 1e18 .. 1e24 FLOP
}
`);
        const texts = sweepOutside(budgets[0].sweep!);
        const found = (quantity: string) => texts.filter((text) => text.startsWith(`outside the data in ${quantity} `));
        expect(found('compute')).toEqual([
            expect.stringMatching(/up to C = /),
            expect.stringMatching(/from C = 1\.778e20 on, up to 6500× above/),
        ]);
        for (const quantity of ['N', 'D', 'D/N']) expect(found(quantity).length, quantity).toBeGreaterThan(0);
    });
});
