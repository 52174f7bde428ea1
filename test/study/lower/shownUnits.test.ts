/** In which unit the values of a budget are shown. */
import { describe, expect, it } from 'vitest';
import { budgetText } from '../../../src/cli/budgetText.js';
import { budgetHover } from '../../../src/server/hover/answerHover.js';
import { studyOf } from '../studyOf.js';

const SURFACE = 'law q = chinchilla with "Besiroglu 2024"\n';
const TIME = 'flops(N, D) / 400 TFLOP/s/GPU';

async function budgetOf(entries: string) {
    const { budgets, diagnostics } = await studyOf(`${SURFACE}budget b {\n${entries}\n}\n`);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    return budgets[0];
}

const unitsOf = async (entries: string) => (await budgetOf(entries)).units;

describe('the unit that is written', () => {
    it('with bounds, along a range, in a list', async () => {
        const goal = `minimize q(N, D) subject to ${TIME} <= t`;
        const days = { name: 'GPU-days', factor: 86400 };
        expect((await unitsOf(`${goal} subject to t <= 5e7 t in 1 .. 1000 GPU-days`)).t).toEqual(days);
        expect((await unitsOf(`${goal} for t in 10 .. 1000 GPU-days`)).t).toEqual(days);
        expect((await unitsOf(`${goal} over t in {1, 10, 100 GPU-days}`)).t).toEqual(days);
    });

    it('in a comparison, either way round', async () => {
        expect((await unitsOf('maximize t subject to t <= 30 days')).t).toEqual({ name: 'days', factor: 86400 });
        expect((await unitsOf('maximize t subject to 30 minutes >= t')).t).toEqual({ name: 'minutes', factor: 60 });
    });

    it('of compute where it is no FLOP', async () => {
        const goal = 'minimize q(N, D) subject to flops(N, D) <= C';
        expect((await unitsOf(`${goal} for C in 1 .. 10 PFLOP-days`)).C).toEqual({
            name: 'PFLOP-days',
            factor: 8.64e19,
        });
        expect(await unitsOf(`${goal} for C in 1e19 .. 1e20 FLOP`)).toEqual({});
    });
});

describe('messages', () => {
    it('speak of limits and bounds in the unit that is written', async () => {
        const time = 'let t = flops(N, D) / 400 TFLOP/s';
        const { message } = await budgetOf(
            `${time} minimize q(N, D) subject to t <= 30 days subject to q(N, D) <= 1.9`,
        );
        expect(message).toMatch(/the smallest possible left side is [\d.]+K days, the right side is 30 days\.$/);
        const bounded = await budgetOf('minimize q(N, D) subject to flops(N, D) <= 400 TFLOP/s * d d in 1 .. 30 days');
        expect(bounded.message).toContain('d ends at its upper bound 30 days: widen it');
    });
});

describe('the usual unit', () => {
    it('of what a name is used for, or compared with', async () => {
        expect(await unitsOf(`minimize t subject to ${TIME} <= t subject to q(N, D) <= 2.2`)).toMatchObject({
            t: { name: 'GPU-hours', factor: 3600 },
        });
        expect((await unitsOf('maximize t subject to t * 1024 GPUs * 2 USD/GPU-hour <= 1M USD')).t).toEqual({
            name: 'seconds',
            factor: 1,
        });
        expect((await unitsOf('maximize r subject to 1e15 FLOP / r >= 2 seconds')).r).toEqual({
            name: 'FLOP per second',
            factor: 1,
        });
    });

    it('of the accelerator time and the price of a run', async () => {
        const run = 'flops(N, D), 989 TFLOP/s/GPU, 0.4';
        const [hours, price] = [`gpu_time(${run})`, `training_cost(${run}, 2 USD/GPU-hour)`];
        const target = 'subject to q(N, D) <= 2.2';
        expect((await unitsOf(`minimize ${hours} ${target}`))[hours]).toEqual({ name: 'GPU-hours', factor: 3600 });
        expect((await unitsOf(`minimize ${price} ${target}`))[price]).toEqual({ name: 'USD', factor: 1 });
    });

    it('of the goal', async () => {
        expect((await unitsOf(`minimize ${TIME} subject to q(N, D) <= 2.2`))[TIME]).toEqual({
            name: 'GPU-hours',
            factor: 3600,
        });
    });

    it('is not guessed where a plain factor may carry one', async () => {
        expect(Object.keys(await unitsOf('maximize h subject to h * 8 * 2.5 USD/GPU-hour <= 1M USD'))).toEqual([
            'h * 8 * 2.5 USD/GPU-hour <= 1M USD',
        ]);
        expect((await unitsOf('maximize n subject to 2 * n <= 80 GB')).n).toBeUndefined();
    });

    it('is none for params and tokens', async () => {
        expect(await unitsOf('minimize q(N, D) subject to 6 * N * D <= 1e22 FLOP subject to D <= 1T tokens')).toEqual(
            {},
        );
    });
});

describe('answers', () => {
    it('name the unit of each value', async () => {
        const budget = await budgetOf('maximize t subject to t <= 30 days');
        expect(budget.variables[0].estimate).toBeCloseTo(2_592_000, 0);
        expect(budgetText(budget)).toContain('t   30 days');
        expect(budgetText(budget)).toContain('raises `t` by 3 days');
        expect(budgetHover(budget)).toContain('30 days');
    });

    it('along a range stand in its unit, from its plain end on', async () => {
        const text = budgetText(
            await budgetOf(`minimize q(N, D) subject to ${TIME} <= t for t in 10 .. 1000 GPU-days`),
        );
        expect(text).toMatch(/^ {2}t \(GPU-days\) .*\n {2}10 /m);
        expect(text).toContain('\n  1000 ');
    });

    it('name what is chosen, and what is compared with it', async () => {
        const list = await budgetOf(`minimize q(N, D) subject to ${TIME} <= t over t in {1, 10 GPU-hours}`);
        expect(list.choice!.chosen[0].label).toBe('10 GPU-hours');
        expect(list.choice!.contenders.map(({ labels }) => labels[0])).toEqual(['10 GPU-hours', '1 GPU-hours']);
        const rival = await budgetOf(
            `minimize q(N, D) subject to ${TIME} <= 100 GPU-days against "large" N == 10B and D == 100B`,
        );
        expect(budgetText(rival)).toContain('(173.6 GPU-days)');
    });
});

describe('memory', () => {
    it('is in bytes: a plain factor is bytes for each parameter', async () => {
        for (const constraint of ['2 * N <= 16G bytes', '2 * N <= 16 GB', 'N * 2 bytes <= 16 GB']) {
            const { variables } = await budgetOf(`maximize N subject to ${constraint}`);
            expect(variables[0].estimate).toBeCloseTo(8e9, -3);
        }
    });
});
