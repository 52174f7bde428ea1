/** Which runs to do next, from the text to the answer. */
import { describe, expect, it } from 'vitest';
import type { PlanReport } from '../../../src/study/planReport.js';
import { studyOf } from '../studyOf.js';

/** The law of Besiroglu et al. (2024), with some noise. */
const LOSS = (N: number, D: number, k: number) =>
    (1.8172 + 482.01 / N ** 0.3478 + 2085.43 / D ** 0.3658) * (1 + 0.004 * Math.sin(7 * k + 1));

const ROWS = [2e7, 4e7, 8e7, 1.6e8].flatMap((N, i) =>
    [3e8, 8e8, 2.4e9].map((D, j) => `  | ${N} | ${D} | ${LOSS(N, D, 3 * i + j).toFixed(4)} |`),
);

const FITTED = `runs done {
  | N | D | loss |
${ROWS.join('\n')}
}
law surface = chinchilla
fit surface to done { bootstrap 200 seed 3 }
budget flagship { minimize surface(N, D) subject to 6 * N * D <= 1e22 FLOP }
`;

async function planOf(entries: string, before = FITTED): Promise<PlanReport> {
    const report = await studyOf(`${before}plan next {\n${entries}\n}`);
    expect(report.plans).toHaveLength(1);
    return report.plans[0]!;
}

const widthOf = ([lower, upper]: readonly [number, number]) => Math.log(upper / lower);

const SMALL = 'N in {20M, 40M, 80M, 160M, 320M}\nD in 300M .. 10B';

describe('the next runs', () => {
    it('narrow the best size, within what they may cost, and better than known designs of that cost', async () => {
        const plan = await planOf(
            `narrow flagship.N\n${SMALL}\nsubject to 6 * N * D <= 1e19 FLOP\ntotal 6 * N * D <= 3e19 FLOP\nbatch 4\nagainst isoflop, rays`,
        );
        expect(plan.message).toBeNull();
        expect([plan.runs.length, plan.isBatch, plan.target]).toEqual([4, true, 'flagship.N']);
        const widths = [plan.interval!, ...plan.runs.map(({ interval }) => interval)].map(widthOf);
        expect(widths).toEqual([...widths].sort((a, b) => b - a));
        expect(plan.expected).toEqual(plan.runs[3]!.interval);
        const costs = plan.runs.map(({ cost }) => cost!);
        expect(Math.max(...costs)).toBeLessThanOrEqual(1e19 * (1 + 1e-6));
        expect(plan.cost).toEqual({
            spent: costs.reduce((a, b) => a + b),
            limit: 3e19,
            unit: { name: 'FLOP', factor: 1 },
        });
        for (const { values, cost } of plan.runs) {
            expect(values.map(({ name, unit }) => [name, unit])).toEqual([
                ['N', 'params'],
                ['D', 'tokens'],
            ]);
            expect([2e7, 4e7, 8e7, 1.6e8, 3.2e8]).toContain(values[0]!.value);
            expect(6 * values[0]!.value * values[1]!.value).toBeCloseTo(cost!, -10);
        }
        expect(plan.known.map(({ kind }) => kind)).toEqual(['isoflop', 'rays']);
        for (const known of plan.known) {
            expect(known.cost).toBeLessThanOrEqual(plan.cost!.spent * (1 + 1e-6));
            expect(widthOf(known.interval)).toBeGreaterThan(widthOf(plan.expected!));
        }
    });

    it('measure the fitted law, not the published one that a budget is compared with', async () => {
        const before = FITTED.replace('1e22 FLOP }', '1e22 FLOP\nagainst "Kaplan" minimize kap(N, D) }');
        const plan = await planOf(
            `narrow flagship.N\nN in {1B}\nD in {20B}\nbatch 1`,
            `law kap = kaplan with "Kaplan 2020"\n${before}`,
        );
        expect([plan.message, plan.runs.length]).toEqual([null, 1]);
    });

    it('offer a budget for a name that is nearly its own', async () => {
        const { diagnostics } = await studyOf(`${FITTED}plan next { narrow flagshp.N\n${SMALL}\nbatch 1 }`);
        expect(diagnostics.map(({ code, message }) => [code, message])).toContainEqual([
            'unknown-target',
            'There is no budget and no law named `flagshp`. Did you mean `flagship`?',
        ]);
    });

    it('say how far outside the data they lie', async () => {
        const plan = await planOf(`narrow flagship\nN in {1B}\nD in {20B}\nbatch 1`);
        const found = plan.runs[0]!.extrapolation.map(({ quantity, direction }) => `${quantity} ${direction}`);
        expect(found).toEqual(expect.arrayContaining(['compute above', 'N above', 'D above']));
    });

    it('narrow a prediction or a parameter, too, one run after the other', async () => {
        const plan = await planOf(`narrow surface(7B, 140B)\n${SMALL}\ntotal 6 * N * D <= 3e19 FLOP`);
        expect([plan.isBatch, plan.known]).toEqual([false, []]);
        expect(plan.cost!.spent).toBeLessThanOrEqual(3e19 * (1 + 1e-6));
        expect(widthOf(plan.expected!)).toBeLessThan(widthOf(plan.interval!));
        const exponent = await planOf(`narrow surface.alpha\n${SMALL}\nbatch 2`);
        expect([exponent.runs.length, exponent.cost]).toEqual([2, null]);
        expect(widthOf(exponent.expected!)).toBeLessThan(widthOf(exponent.interval!));
    });

    it('narrow more where more may be spent, and are the same each time', async () => {
        const withTotal = (total: string) =>
            planOf(`narrow flagship.N\n${SMALL}\ntotal 6 * N * D <= ${total}\nbatch 3`);
        const [little, much] = [await withTotal('2e18'), await withTotal('2e19')];
        expect(widthOf(much.expected!)).toBeLessThan(widthOf(little.expected!));
        expect(await withTotal('2e18')).toEqual(little);
    });

    it('measure the group that is named', async () => {
        const rows = ['c4', 'pile'].flatMap((dataset, k) =>
            [1e8, 4e8, 1.6e9].flatMap((N, i) =>
                [2e9, 8e9].map(
                    (D, j) => `| ${dataset} | ${N} | ${D} | ${(LOSS(N, D, 5 * i + j + k) - 0.3 * k).toFixed(4)} |`,
                ),
            ),
        );
        const grouped = `runs mixed {\n| dataset | N | D | loss |\n${rows.join('\n')}\n}
law mine(N, D) = E + A / N^alpha + B / D^alpha
fit mine to mixed { E by dataset bootstrap 200 }
`;
        const question = 'narrow mine(400M, 8B, dataset = "c4")\nN in {400M}\nD in {8B}\nbatch 1';
        const own = await planOf(question, grouped);
        const other = await planOf(`${question}\nmeasure mine(N, D, dataset = "pile")`, grouped);
        expect([own.message, other.message]).toEqual([null, null]);
        // The other group tells what both share, but not its own constant.
        expect(widthOf(own.expected!)).toBeLessThan(widthOf(other.expected!));
    });

    it('measure one stage of two, where that is said', async () => {
        const staged = `${FITTED}runs tasks {\n| L | score |\n| 4.0 | 0.21 |\n| 3.6 | 0.34 |\n| 3.3 | 0.45 |\n| 3.0 | 0.58 |\n| 2.7 | 0.69 |\n| 2.5 | 0.78 |\n}
law accuracy(L) = top - slope * L
fit accuracy to tasks predicting score { objective squares bootstrap 200 }
`;
        const question = `narrow accuracy(surface(7B, 140B))\n${SMALL}\nbatch 2`;
        expect((await planOf(question, staged)).message).toBeNull();
        const both = await planOf(`narrow accuracy(surface(7B, 140B))\nL in 2 .. 4\nbatch 2`, staged);
        expect(both.message).toBeNull();
    });
});

describe('where there is no plan', () => {
    it.each([
        [
            'no-draws',
            'narrow surface(7B, 1T)\nN in {1B}\nD in {20B}\nbatch 1',
            'law surface = chinchilla with "Besiroglu 2024"\n',
        ],
        [
            'no-draws',
            'narrow surface(7B, 1T)\nN in {1B}\nD in {20B}\nbatch 1',
            FITTED.replace('bootstrap 200 seed 3', 'bootstrap 0'),
        ],
        ['unclear-measure', 'narrow flagship.N\nN in {1B}\nbatch 1', FITTED],
        ['unused-candidates', 'narrow flagship.N\nN in {1B}\nD in {20B}\nlr in {1, 2}\nbatch 1', FITTED],
        [
            'unknown-design',
            'narrow surface(7B, 1T)\nmeasure surface(N, 20 * N)\nN in {1B}\ntotal N <= 1e10\nagainst rays',
            FITTED,
        ],
        ['none-affordable', `narrow flagship.N\n${SMALL}\ntotal 6 * N * D <= 1e15 FLOP`, FITTED],
        ['none-allowed', `narrow flagship.N\n${SMALL}\nsubject to N >= 1B\nbatch 1`, FITTED],
        ['too-many', 'narrow flagship.N\nN in 1M .. 1B\nD in {DS}\nbatch 1', FITTED],
        ['no-uncertainty', `narrow surface.E - surface.E + 3\n${SMALL}\nbatch 1`, FITTED],
    ])('it says why: %s', async (code, entries, before) => {
        const many = Array.from({ length: 900 }, (_, index) => index + 1).join(', ');
        const report = await studyOf(`${before}plan next {\n${entries.replace('DS', many)}\n}`);
        const found = report.diagnostics.filter((each) => each.code === code);
        expect(found).toHaveLength(1);
        expect(report.plans[0]!.message).toBe(found[0]!.message);
        expect(report.plans[0]!.runs).toEqual([]);
    });
});
