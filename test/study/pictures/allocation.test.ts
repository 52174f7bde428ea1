/** What the Allocation panel draws. */
import { describe, expect, it } from 'vitest';
import type { BudgetPicture } from '../../../src/study/pictures/budgetPictures.js';
import { createStudy, type Trial } from '../../../src/study/study.js';
import { NO_PAUSE, SPEC, folderOf } from '../studyOf.js';

const PLAN = `
law surface = chinchilla with "Hoffmann 2022"
budget next {
  minimize surface(N, D)
  subject to 6 * N * D <= 1e24 FLOP
  subject to D <= 100T tokens
}
budget frontier {
  minimize surface(N, D)
  subject to 6 * N * D <= C
  for C in 1e20 .. 1e24
}
`;

const FITTED = `
runs r {
  | N    | D   | loss  |
  | 100M | 2B  | 3.40  |
  | 100M | 8B  | 3.06  |
  | 400M | 2B  | 3.08  |
  | 400M | 8B  | 2.71  |
  | 400M | 32B | 2.50  |
  | 1.6B | 8B  | 2.52  |
  | 1.6B | 32B | 2.28  |
  | 1.6B | 99B | 2.17  |
}
law surface = chinchilla
fit surface to r { bootstrap 60 }
budget next {
  minimize surface(N, D)
  subject to 6 * N * D <= 1e21 FLOP
}
`;

const study = createStudy();

async function picturesOf(text: string, trial?: Trial): Promise<readonly BudgetPicture[]> {
    const { documents, host } = folderOf(text);
    return (await study.allocation(SPEC, documents, host, NO_PAUSE, trial)).budgets;
}

describe('the picture of a budget', () => {
    it('has the answer with its units', async () => {
        const [next] = await picturesOf(PLAN);
        expect(next.report.status).toBe('optimal');
        expect(next.constraints).toEqual([
            { text: '6 * N * D <= 1e24 FLOP', binding: true },
            { text: 'D <= 100T tokens', binding: false },
        ]);
        expect(next.variables.map(({ name, unit }) => [name, unit])).toEqual([
            ['N', 'params'],
            ['D', 'tokens'],
        ]);
        const [N, D] = next.variables.map(({ estimate }) => estimate!);
        expect(6 * N * D).toBeCloseTo(1e24, -18);
        expect(next.ratio).toMatchObject({ name: 'D/N', unit: 'tokens per parameter', estimate: D / N, lower: null });
    });

    it('has the plane around the optimum', async () => {
        const [{ plane, variables }] = await picturesOf(PLAN);
        const [N, D] = variables.map(({ estimate }) => estimate!);
        expect(plane!.optimum).toEqual({ x: N, y: D });
        expect([plane!.xUnit, plane!.yUnit]).toEqual(['params', 'tokens']);
        expect(plane!.x[0]).toBeLessThan(N / 5);
        expect(plane!.x.at(-1)).toBeGreaterThan(N * 5);
        expect(plane!.objective).toHaveLength(plane!.y.length);
        // Loss falls to the right and upwards.
        expect(plane!.objective[0][0]!).toBeGreaterThan(plane!.objective[0].at(-1)!);
        expect(plane!.objective[0][0]!).toBeGreaterThan(plane!.objective.at(-1)![0]!);
        const [budget, data] = plane!.constraints;
        expect(budget.binding).toBe(true);
        budget.x.forEach((x, index) => expect((6 * x * budget.y[index]) / 1e24).toBeCloseTo(1, 9));
        data.y.forEach((y) => expect(y / 1e14).toBeCloseTo(1, 9));
    });

    it('shows the objective in the unit of the answer', async () => {
        const goal = 'gpu_time(flops(N, D), 989 TFLOP/s/GPU, 0.4)';
        const [{ plane, objective }] = await picturesOf(
            `${PLAN.slice(0, PLAN.indexOf('budget'))}budget b { minimize ${goal} subject to surface(N, D) <= 2.1 }`,
        );
        expect(objective!.unit).toBe('GPU-hours');
        const along = plane!.along!.objective;
        expect(Math.min(...along) / objective!.estimate!).toBeCloseTo(1, 9);
        const nearest = plane!.objective.flat().map((value) => Math.abs(Math.log(value! / objective!.estimate!)));
        expect(Math.min(...nearest)).toBeLessThan(0.2);
    });

    it('shows how flat the budget line is', async () => {
        const [{ plane, report }] = await picturesOf(PLAN);
        const along = plane!.along!;
        const best = report.objective!.estimate;
        expect(Math.min(...along.objective)).toBeCloseTo(best, 9);
        along.x.forEach((x, index) => {
            const isFlat = along.flat!.stretches.some(({ from, to }) => x > from && x < to);
            if (isFlat) expect(along.objective[index]).toBeLessThanOrEqual(best * 1.002 + 1e-12);
            else expect(along.objective[index]).toBeGreaterThan(best * 1.0015);
        });
    });

    it('shows a stretch around another optimum that is hardly worse, too', async () => {
        const [{ plane }] = await picturesOf(PLAN.replace('D <= 100T', 'abs(log(N / 75B)) >= 0.15'));
        const { stretches, text } = plane!.along!.flat!;
        expect(text).toMatch(/^N from \d+B .* or from \d+B .*: less than 0.2 % worse$/);
        const [own, other] = stretches;
        expect(other.to <= own.from || own.to <= other.from).toBe(true);
    });

    it('ends the flat stretch where another constraint does', async () => {
        const [free] = await picturesOf(PLAN);
        const D = free.variables[1].estimate!;
        const [tight] = await picturesOf(PLAN.replace('100T', `${(D * 1.05) / 1e12}T`));
        const { stretches, text } = tight.plane!.along!.flat!;
        const [{ from, to }] = stretches;
        expect(6 * from * D * 1.1).toBeGreaterThan(1e24);
        expect(text).toMatch(/^N from \d+B to \d+B: less than 0.2 % worse$/);
        expect(to).toBeCloseTo(free.plane!.along!.flat!.stretches[0].to, -8);
    });

    it('has what the answer is compared with, within the plane', async () => {
        const rivals = '  against "Gopher" N == 280B and D == 300B\n  against "none" D > 2 * D\n';
        const [{ plane, report }] = await picturesOf(PLAN.replace('tokens\n', `tokens\n${rivals}`));
        expect(plane!.rivals).toEqual([
            { label: 'Gopher', x: expect.closeTo(280e9, -3), y: expect.closeTo(300e9, -3) },
        ]);
        expect(report.rivals.map(({ status }) => status)).toEqual(['optimal', 'infeasible']);
        const [far] = (await picturesOf(PLAN.replace('tokens\n', 'tokens\n  against N == 5T\n')))[0].plane!.rivals;
        const [{ plane: wide }] = await picturesOf(PLAN.replace('tokens\n', 'tokens\n  against N == 5T\n'));
        expect(far.x).toBeLessThan(wide!.x.at(-1)!);
    });

    it('has a limit that can be moved, and answers for where it is moved to', async () => {
        const [{ limit }] = await picturesOf(PLAN);
        expect(limit).toMatchObject({ text: '6 * N * D <= 1e24 FLOP', unit: 'FLOP', written: 1e24, shown: 1e24 });
        expect(limit!.range).toEqual({ start: { line: 4, character: 26 }, end: { line: 4, character: 35 } });
        const [moved, frontier] = await picturesOf(PLAN, { budget: 'next', limit: 1e22 });
        const [N, D] = moved.variables.map(({ estimate }) => estimate!);
        expect((6 * N * D) / 1e22).toBeCloseTo(1, 6);
        expect(moved.limit).toMatchObject({ written: 1e24, shown: 1e22 });
        expect(frontier.report).toEqual((await picturesOf(PLAN))[1].report);
    });

    it('has the sweep as bands', async () => {
        const [, { sweep, plane, limit }] = await picturesOf(PLAN);
        expect([plane, limit]).toEqual([null, null]);
        expect(sweep).toMatchObject({ name: 'C', unit: 'FLOP', dataRange: null });
        expect(sweep!.values).toHaveLength(17);
        expect(sweep!.variables.map(({ name, unit }) => [name, unit])).toEqual([
            ['N', 'params'],
            ['D', 'tokens'],
        ]);
        sweep!.ratio!.estimate.forEach((ratio, index) => {
            expect(ratio).toBeCloseTo(sweep!.variables[1].estimate[index]! / sweep!.variables[0].estimate[index]!, 9);
        });
        expect(new Set(sweep!.status)).toEqual(new Set(['optimal']));
    });

    it('has values, bands and the plane in the units of the text', async () => {
        const [answer, along] = await picturesOf(`
law surface = chinchilla with "Hoffmann 2022"
budget next {
  minimize surface(N, D)
  subject to flops(N, D) / 400 TFLOP/s/GPU <= t
  subject to t <= 1e8
  t in 1 .. 500 GPU-days
}
budget frontier {
  minimize flops(N, D) / 400 TFLOP/s/GPU
  subject to surface(N, D) <= L + t / 1e12 seconds
  subject to L == 2.2
  for t in 1 .. 10 days
}
`);
        expect(answer.variables.map(({ unit }) => unit)).toEqual(['params', 'tokens', 'GPU-days']);
        expect(answer.variables[2].estimate).toBeCloseTo(500, 6);
        expect([answer.plane!.xUnit, answer.plane!.optimum.x]).toEqual(['params', answer.variables[0].estimate]);
        expect(along.sweep).toMatchObject({ unit: 'days', objective: { unit: 'GPU-hours' } });
        expect(along.sweep!.values.at(-1)).toBeCloseTo(10, 9);
        const [{ objective, variables }] = along.report.sweep!.points;
        expect(along.sweep!.objective.estimate[0]).toBeCloseTo(objective!.estimate / 3600, 6);
        expect(variables).toHaveLength(3);
    });
});

describe('the picture of a budget whose law is fitted', () => {
    const drawn = picturesOf(FITTED).then(([picture]) => picture);

    it('has the runs, with their lines', async () => {
        const { plane } = await drawn;
        expect(plane!.runs!.sources).toEqual([{ uri: SPEC, firstLine: 0 }]);
        expect(plane!.runs!.lines).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
        expect(plane!.runs!.x[0]).toBe(1e8);
        expect(plane!.runs!.y[7]).toBe(9.9e10);
    });

    it('has the joint region of the optimum, closed, around the draws on the budget line', async () => {
        const { plane, ratio, variables } = await drawn;
        const region = plane!.region!;
        expect([region.x.at(-1), region.y.at(-1)]).toEqual([region.x[0], region.y[0]]);
        region.x.forEach((x, index) => expect((6 * x * region.y[index]) / 1e21).toBeCloseTo(1, 1));
        expect(Math.min(...region.x)).toBeLessThan(variables[0].estimate!);
        expect(Math.max(...region.x)).toBeGreaterThan(variables[0].estimate!);
        expect(ratio!.lower!).toBeLessThan(ratio!.estimate!);
        expect(ratio!.upper!).toBeGreaterThan(ratio!.estimate!);
    });
});
