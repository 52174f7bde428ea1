/** Budgets that choose among rows of runs, groups of a fit, numbers and texts. */
import { describe, expect, it } from 'vitest';
import { problemsOf, studyOf } from '../studyOf.js';

const MODELS = `runs models {
  | model  | N        | right | price |
  | small  | 1B param | 0.1   | 1     |
  | medium | 8B param | 0.3   | 4     |
  | large  | 70B param | 0.6  |       |
  | bad    | 2B param | 0.9   | 1     |
  where model != "bad"
}
`;

async function choiceOf(text: string) {
    const report = await studyOf(text);
    return { report, budget: report.budgets[0], choice: report.budgets[0].choice };
}

describe('rows of runs', () => {
    it('are those that `where` keeps and that have all cells, called by their texts', async () => {
        const { report, choice } = await choiceOf(`${MODELS}
budget b { maximize 1 - (1 - m.right)^k subject to k * m.price <= 10 over m in models over k in 1 .. 16 integer }`);
        expect(problemsOf(report)).toEqual(['5:32 information missing-value', '10:75 warning missing-option']);
        expect(report.diagnostics.find(({ code }) => code === 'missing-option')!.message).toBe(
            'One row of `models` (line 5) cannot be chosen: `price` is missing there.',
        );
        expect(choice).toMatchObject({ tried: 32, feasible: 12 });
        expect(choice!.chosen.map(({ label }) => label)).toEqual(['small', '10']);
        expect(choice!.contenders[0].objective.estimate).toBeCloseTo(1 - 0.9 ** 10, 12);
    });

    it('are told apart by their lines where no text does', async () => {
        const { choice } = await choiceOf(`runs r {
  | N  | price |
  | 1B | 3     |
  | 2B | 1     |
}
budget b { minimize m.price over m in r }`);
        expect(choice!.contenders.map(({ labels }) => labels[0])).toEqual(['line 4', 'line 3']);
    });

    it.each([
        ['m.prize', '`models` has no column `prize`. Did you mean `price`?'],
        ['m.model', '`model` is a column of texts; numbers are needed here.'],
    ])('need a column of numbers: %s', async (column, message) => {
        const { budget } = await choiceOf(`${MODELS}budget b { minimize ${column} over m in models }`);
        expect(budget.status).toBe('not-computable');
        expect(budget.message).toContain(message);
    });

    it('cannot be chosen where there is none', async () => {
        const { budget, report } = await choiceOf(
            `runs r { | N |\n | 1 |\n where N > 3\n}\nbudget b { minimize m.N over m in r }`,
        );
        expect(budget.message).toBe('`r` has no row to choose `m` from.');
        expect(problemsOf(report)).toContain('5:30 error no-values');
    });
});

const LOSSES = { web: [3.5, 200], books: [2.5, 400] } as const;
const ROWS = Object.entries(LOSSES).flatMap(([dataset, [E, A]]) =>
    [1e8, 2e8, 4e8, 8e8].map((N) => `| ${N} | ${dataset} | ${E + A / N ** 0.34} |`),
);
const FIT = `runs sweep {\n| N | dataset | loss |\n${ROWS.join('\n')}\n}
law curve(N) = E + A / N^alpha { alpha = 0.34 }
fit curve to sweep predicting loss by dataset { bootstrap 100 seed 1 }
`;

describe('groups of a fit', () => {
    it('are chosen with the values of each, in an answer and along a range', async () => {
        const { report, choice, budget } = await choiceOf(`${FIT}
budget b { minimize curve(1B, dataset = dataset) over dataset in curve }
budget along { minimize curve(N, dataset = dataset) subject to N <= C over dataset in curve for C in 1e6 .. 1e10 }`);
        expect(problemsOf(report)).toEqual([]);
        expect(choice!.chosen).toMatchObject([{ name: 'dataset', label: 'books', share: 1 }]);
        expect(budget.objective!.estimate).toBeCloseTo(2.5 + 400 / 1e9 ** 0.34, 6);
        expect(budget.extrapolation).toMatchObject([
            { quantity: 'N', direction: 'above', ratio: expect.closeTo(1.25, 9) },
        ]);
        const labels = report.budgets[1].sweep!.points.map((point) => point.choice!.chosen[0].label);
        // The curves cross where 1 = 200 / N^0.34, at 5.9 million parameters.
        expect(labels.slice(0, 4)).toEqual(['web', 'web', 'web', 'web']);
        expect(new Set(labels.slice(4))).toEqual(new Set(['books']));
    });

    it('are named by texts and by a column of chosen rows', async () => {
        const { report } = await choiceOf(`${FIT}
runs sets { | name | dataset | cost |\n| w | web | 0 |\n| b | books | 2 |\n}
budget texts { minimize curve(1B, dataset = d) over d in {"web", "books"} }
budget rows { minimize curve(1B, dataset = s.dataset) + s.cost over s in sets }`);
        expect(problemsOf(report)).toEqual([]);
        const [texts, rows] = report.budgets;
        expect(texts.choice!.chosen[0].label).toBe('books');
        expect(rows.choice!.contenders.map(({ labels }) => labels[0])).toEqual(['w', 'b']);
        expect(rows.choice!.contenders[0].objective.estimate).toBeCloseTo(3.5 + 200 / 1e9 ** 0.34, 6);
    });

    it('must be there', async () => {
        const { budget, report } = await choiceOf(
            `${FIT}budget b { minimize curve(1B, dataset = d) over d in {"web", "code"} }`,
        );
        expect(budget.message).toBe('`curve` has no values for `dataset = "code"`. There are `web` and `books`.');
        expect(problemsOf(report)).toEqual(['14:41 error no-values']);
    });
});

describe('numbers', () => {
    it('are called shortly where that tells them apart', async () => {
        const names = async (list: string) => {
            const { choice } = await choiceOf(`budget b { minimize (x - 3)^2 over x in ${list} }`);
            return choice!.contenders.map(({ labels }) => labels[0]);
        };
        expect(await names('1 .. 20 powers of 1.5')).toEqual([
            '3.375',
            '2.25',
            '1.5',
            '1',
            '5.0625',
            '7.594',
            '11.39',
            '17.09',
        ]);
        expect(await names('{1.23456789, 1.23456788}')).toEqual(['1.23456789', '1.23456788']);
    });
});

describe('too much', () => {
    it('is refused', async () => {
        const { budget } = await choiceOf(
            'budget b { minimize a + c over a in 1 .. 2000 integer over c in 1 .. 2000 integer }',
        );
        expect(budget.message).toBe(
            '2000 × 2000 combinations are more than can be tried (1 million): choose from fewer options.',
        );
    });
});
