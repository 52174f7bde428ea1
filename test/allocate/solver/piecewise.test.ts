/** Budgets with kinks and steps, against dense grids. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binary, call, name, num } from '../../../src/expression/build.js';
import type { Expr } from '../../../src/expression/expr.js';
import {
    compute,
    constraint,
    D,
    free,
    frontier,
    HOFFMANN,
    lossOf,
    N,
    optimumOf,
    product,
    total,
    valuesOf,
} from '../questions.js';

const power = (base: Expr, exponent: number): Expr => binary('^', base, num(exponent));
/** Besiroglu et al. 2024, rounded. */
const loss = total(num(1.8172), binary('/', num(482), power(N, 0.348)), binary('/', num(2085), power(D, 0.366)));
const lossAt = (n: number, d: number): number => 1.8172 + 482 / n ** 0.348 + 2085 / d ** 0.366;
const ratio = (factor: number): Expr => call('log', binary('/', D, product(num(factor), N)));

describe('kinks', () => {
    it('may be where the optimum is, also where a constraint has them', async () => {
        const ridge = product(loss, total(num(1), product(num(0.1), call('abs', ratio(40)))));
        const optimum = await optimumOf({ objective: compute, constraints: [constraint(ridge, '<=', 2.3)] });
        expect(optimum.status).toBe('optimal');
        const [n, d] = valuesOf(optimum);
        expect(d / n).toBeCloseTo(40, 4);
        expect(lossAt(n, d)).toBeCloseTo(2.3, 6);
    });

    it('may hide all but a trace of what is to be minimised', async () => {
        const away = call('abs', binary('-', loss, num(2.2)));
        const optimum = await optimumOf({
            objective: total(away, binary('/', compute, num(1e26))),
            constraints: [],
        });
        const [n, d] = valuesOf(optimum);
        expect(lossAt(n, d)).toBeCloseTo(2.2, 8);
        const cheapest = await optimumOf({ objective: compute, constraints: [constraint(loss, '<=', 2.2)] });
        expect(6 * n * d).toBeCloseTo(cheapest.objective!.estimate, -16);
    });

    it('between prices are crossed where that is better, and jumps not beyond their end', async () => {
        const jump = (end: number, height: number) => call('select', N, num(end), num(0), num(height));
        const ask = (height: number) =>
            optimumOf({
                objective: total(loss, jump(3e9, height)),
                constraints: [constraint(compute, '<=', 1e22)],
            });
        const [n] = valuesOf(await ask(0.05));
        expect(n).toBeCloseTo(3e9, 0);
        const [far] = valuesOf(await ask(0.001));
        expect(far).toBeGreaterThan(7e9);
    });

    it('of a strict limit are only neared', async () => {
        // if(N >= 3B, 0.05, 0)
        const jump = call('select', num(3e9), N, num(0.05), num(0));
        const optimum = await optimumOf({
            objective: total(loss, jump),
            constraints: [constraint(compute, '<=', 1e22)],
        });
        const [n, d] = valuesOf(optimum);
        expect(n).toBeLessThan(3e9);
        expect(n).toBeCloseTo(3e9, -3);
        expect(optimum.objective!.estimate).toBeCloseTo(lossAt(n, d), 9);
    });
});

describe('steps', () => {
    const cards = call('ceil', binary('/', N, num(7e9)));

    it('end where the next one costs more than it brings', async () => {
        const optimum = await optimumOf({
            objective: total(loss, product(num(0.01), cards)),
            constraints: [constraint(compute, '<=', 1e22)],
        });
        expect(valuesOf(optimum)[0]).toBeCloseTo(7e9, 0);
        expect(optimum.objective!.estimate).toBeCloseTo(lossAt(7e9, 1e22 / 42e9) + 0.01, 9);
    });

    it('limit what they count, and may be counted', async () => {
        const days = call('ceil', binary('/', compute, num(3e20)));
        const most = await optimumOf({ objective: loss, constraints: [constraint(days, '<=', 30)] });
        const [n, d] = valuesOf(most);
        expect(6 * n * d).toBeCloseTo(9e21, -14);
        const fewest = await optimumOf({ objective: days, constraints: [constraint(loss, '<=', 2.2)] });
        const cheapest = await optimumOf({ objective: compute, constraints: [constraint(loss, '<=', 2.2)] });
        expect(fewest.objective!.estimate).toBe(Math.ceil(cheapest.objective!.estimate / 3e20));
    });

    it('are whole epochs', async () => {
        const whole = product(num(20e9), call('floor', binary('/', D, num(20e9))));
        const seen = total(
            num(1.8172),
            binary('/', num(482), power(N, 0.348)),
            binary('/', num(2085), power(whole, 0.366)),
        );
        const optimum = await optimumOf({ objective: seen, constraints: [constraint(compute, '<=', 1e21)] });
        const best = Math.min(...[1, 2, 3, 4, 5, 6].map((epochs) => lossAt(1e21 / (6 * epochs * 20e9), epochs * 20e9)));
        expect(optimum.objective!.estimate).toBeCloseTo(best, 9);
    });
});

describe('a constraint with steps', () => {
    it('limits the answer though it holds with room', async () => {
        // 26 whole days cost 9,984, the next one too much.
        const days = call('ceil', binary('/', compute, num(8 * 4e14 * 86400)));
        const optimum = await optimumOf({
            constraints: [constraint(product(num(384), days), '<=', 10_000, 'days')],
        });
        expect(optimum.binding).toEqual([0]);
        expect(optimum.message).toBe('Limited by `days`.');
        const [n, d] = valuesOf(optimum);
        expect((6 * n * d) / (8 * 4e14 * 86400)).toBeCloseTo(26, 6);
        // A tenth more is 28 days.
        const loss = (count: number) => lossOf(HOFFMANN, ...frontier(HOFFMANN, count * 8 * 4e14 * 86400));
        expect(optimum.sensitivities[0].change.estimate).toBeCloseTo(loss(28) - loss(26), 9);
    });
});

describe('random formulas with kinks and steps', () => {
    const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    // Steps of any size, and many that matter.
    const sizes = fc.oneof(
        between(-1, 1),
        fc.integer({ min: -100, max: 100 }).map((percent) => percent / 100),
    );
    const places = (max: number) => fc.integer({ min: 1000, max: 1000 * max }).map((thousandths) => thousandths / 1000);
    const k = name('k');
    const log = call('log', k);
    const bend = fc.oneof(
        fc.record({ kind: fc.constant('abs' as const), at: places(12), size: sizes }),
        fc.record({ kind: fc.constant('min' as const), at: places(12), size: sizes }),
        fc.record({ kind: fc.constant('ceil' as const), at: places(4), size: sizes }),
        fc.record({ kind: fc.constant('select' as const), at: places(12), size: sizes }),
    );
    type Bend = typeof bend extends fc.Arbitrary<infer T> ? T : never;

    const formulaOf = ({ kind, at, size }: Bend): Expr => {
        if (kind === 'abs') return product(num(size), call('abs', binary('-', log, num(at))));
        if (kind === 'min') return product(num(size), call('min', log, num(at)));
        if (kind === 'ceil') return product(num(size), call('ceil', binary('/', log, num(at))));
        return call('select', log, num(at), num(0), num(size));
    };
    const valueOf = ({ kind, at, size }: Bend, u: number): number => {
        if (kind === 'abs') return size * Math.abs(u - at);
        if (kind === 'min') return size * Math.min(u, at);
        if (kind === 'ceil') return size * Math.ceil(u / at - 1e-9);
        return u <= at + 1e-9 ? 0 : size;
    };

    it('are minimised as a fine grid says', async () => {
        await fc.assert(
            fc.asyncProperty(fc.array(bend, { minLength: 1, maxLength: 3 }), async (bends) => {
                // No step is at the lower bound, where a single point may be better than all others.
                const [first, end] = [0.3, 13];
                const value = (u: number) =>
                    20 + 0.02 * (u - 6) ** 2 + bends.reduce((sum, each) => sum + valueOf(each, u), 0);
                const smooth = product(num(0.02), power(binary('-', log, num(6)), 2));
                const optimum = await optimumOf({
                    objective: total(num(20), smooth, ...bends.map(formulaOf)),
                    constraints: [],
                    variables: [free('k', Math.exp(first), Math.exp(end))],
                });
                expect(optimum.status).toBe('optimal');
                const grid = Math.min(
                    ...Array.from({ length: 8001 }, (_, i) => value(first + ((end - first) * i) / 8000)),
                );
                expect(optimum.objective!.estimate).toBeLessThanOrEqual(grid + 1e-7);
                // What is only neared, at the open end of a jump, may be better than any point of the grid.
                const near = Math.log(valuesOf(optimum)[0]);
                expect(optimum.objective!.estimate).toBeCloseTo(value(near), 6);
            }),
            { numRuns: 60 },
        );
    });
});
