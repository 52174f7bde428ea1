/** Sums over the decreases of a learning rate, against sums step by step and the figures of the papers. */
import { describe, expect, it } from 'vitest';
import { call, name, num } from '../../src/expression/build.js';
import { differentiate } from '../../src/expression/differentiate.js';
import type { Expr } from '../../src/expression/expr.js';
import { generated } from '../../src/expression/generate.js';
import { interpreted } from '../../src/expression/interpret.js';
import { freeNames } from '../../src/expression/names.js';
import { formatExpr } from '../../src/expression/print.js';
import { area, rate, registerSchedule } from '../../src/expression/rates/registry.js';
import type { ScheduleDefinition, StageDefinition } from '../../src/expression/rates/rateSchedule.js';
import type { Shape } from '../../src/expression/rates/stage.js';
import { simplify } from '../../src/expression/simplify.js';
import { substitute } from '../../src/expression/substitute.js';
import { formula } from '../fit/support/formula.js';
import { evaluate } from './formulas.js';

const MOMENTUM = formula('drops(lr, (1 - lambda^(step - k + 1)) / (1 - lambda) for k in 0 .. step)');
const MULTI_POWER = formula(
    'L0 + A * area(lr, step)^-alpha - B * drops(lr, 1 - (1 + C * rate(lr, k)^-gamma * ' +
        '(area(lr, step) - area(lr, k) + rate(lr, k)))^-beta for k in 0 .. step)',
);
/** Luo et al. 2025, the model of 400M parameters. */
const M400 = { L0: 2.375, A: 0.654, alpha: 0.429, B: 523.4, C: 2.025, beta: 0.594, gamma: 0.635 };

function constantFrom(initial: number, ...stages: readonly StageDefinition[]): number {
    return registerSchedule({ initial, stages });
}

function at(expr: Expr, values: Readonly<Record<string, number>>, backend = interpreted): number {
    return evaluate(expr, Object.values(values), Object.keys(values), backend);
}

describe.each([
    ['generated', generated],
    ['interpreted', interpreted],
])('drops, %s', (_, backend) => {
    it('are the annealing momentum of Tissue et al. 2024 (laws.md B2)', () => {
        const recorded = constantFrom(
            1,
            ...[1, 1, 0.5, 0.25, 0].map((each, index): StageDefinition => ({
                shape: 'linear',
                last: index + 1,
                rate: each,
            })),
        );
        const s2 = [1, 2, 3, 4, 5].map((step) => at(MOMENTUM, { lr: recorded, lambda: 0.5, step }, backend));
        expect(s2).toEqual([0, 0, 0.5, 1, 1.5]);
        expect(at(MOMENTUM, { lr: recorded, lambda: 0.999, step: 5 }, backend)).toBeCloseTo(2.2482505, 12);
        const linear = constantFrom(
            2e-4,
            { shape: 'constant', last: 1000, rate: 2e-4 },
            { shape: 'linear', last: 1200, rate: 0 },
        );
        expect(at(MOMENTUM, { lr: linear, lambda: 0.999, step: 1200 }, backend)).toBeCloseTo(0.0188301806, 10);
        const cosine = constantFrom(
            2e-4,
            { shape: 'constant', last: 1, rate: 2e-4 },
            { shape: 'cosine', last: 1200, rate: 0 },
        );
        expect(at(MOMENTUM, { lr: cosine, lambda: 0.999, step: 1200 }, backend)).toBeCloseTo(0.086484723, 10);
    });

    it('are the loss that annealing saves in the multi-power law (laws.md B3)', () => {
        const constant = constantFrom(3e-4, { shape: 'constant', last: 24000, rate: 3e-4 });
        expect(at(MULTI_POWER, { ...M400, lr: constant, step: 24000 }, backend)).toBeCloseTo(2.655403, 6);
        const twoStages = constantFrom(
            3e-4,
            { shape: 'constant', last: 20000, rate: 3e-4 },
            { shape: 'constant', last: 24000, rate: 3e-5 },
        );
        expect(at(MULTI_POWER, { ...M400, lr: twoStages, step: 24000 }, backend)).toBeCloseTo(2.540755, 6);
    });

    it('are NaN beyond the last step and for what is no schedule, 0 where there is no step', () => {
        const lr = constantFrom(0, { shape: 'linear', last: 10, rate: 1 });
        const values = { lambda: 0.5, lr };
        expect(at(MOMENTUM, { ...values, step: 11 }, backend)).toBeNaN();
        expect(at(MOMENTUM, { ...values, step: 5, lr: 7 }, backend)).toBeNaN();
        expect(at(MOMENTUM, { ...values, step: -2 }, backend)).toBe(0);
    });

    it('stand in one another', () => {
        const lr = constantFrom(0, { shape: 'linear', last: 10, rate: 1 }, { shape: 'linear', last: 16, rate: 0.25 });
        const nested = formula('drops(lr, drops(lr, a * j * k for j in k .. 16) for k in 0 .. 16)');
        const drop = (step: number): number => rate(lr, step - 1) - rate(lr, step);
        let expected = 0;
        for (let k = 1; k <= 16; k++) for (let j = k + 1; j <= 16; j++) expected += drop(k) * drop(j) * 3 * j * k;
        expect(at(nested, { lr, a: 3 }, backend)).toBeCloseTo(expected, 12);
        expect(at(differentiate(nested, 'a'), { lr, a: 3 }, backend)).toBeCloseTo(expected / 3, 12);
    });
});

describe('the sum over thousands of steps', () => {
    const shapes: readonly (readonly [Shape, number])[] = [
        ['linear', 3e-5],
        ['cosine', 3e-5],
        ['sqrt', 3e-5],
        ['square', 3e-5],
        ['exponential', 3e-5],
        ['exponential', 1e-9],
        ['linear', 1e-9],
    ];

    it.each(shapes)('is that step by step: %s to %d', (shape, end) => {
        const lr = constantFrom(
            0,
            { shape: 'linear', last: 1000, rate: 3e-4 },
            { shape: 'constant', last: 3000, rate: 3e-4 },
            { shape, last: 8000, rate: end },
        );
        for (const step of [700, 3003, 5500, 8000]) {
            const total = area(lr, step);
            const { C, beta, gamma } = M400;
            let sum = 0;
            for (let k = 1; k <= step; k++) {
                const eta = rate(lr, k);
                const saved = 1 - (1 + C * eta ** -gamma * (total - area(lr, k) + eta)) ** -beta;
                sum += (rate(lr, k - 1) - eta) * saved;
            }
            const { L0, A, alpha, B } = M400;
            const loss = L0 + A * total ** -alpha - B * sum;
            expect(Math.abs(at(MULTI_POWER, { ...M400, lr, step }) - loss)).toBeLessThan(2e-6);
        }
    });

    it('of recorded rates, too', () => {
        const cosine: ScheduleDefinition = { initial: 1, stages: [{ shape: 'cosine', last: 4096, rate: 0.1 }] };
        const exact = registerSchedule(cosine);
        const every = Array.from({ length: 4096 / 128 }, (_, index) => (index + 1) * 128);
        const recorded = constantFrom(
            1,
            ...every.map((last): StageDefinition => ({
                shape: 'linear',
                last,
                rate: rate(exact, last),
            })),
        );
        const [a, b] = [exact, recorded].map((lr) => at(MOMENTUM, { lr, lambda: 0.999, step: 4096 }));
        expect(Math.abs(a / b - 1)).toBeLessThan(1e-3);
    });
});

describe('the derivative of a sum over drops', () => {
    it('by a limit is the summand there', () => {
        const lr = constantFrom(1, { shape: 'linear', last: 100, rate: 0 });
        const sum = formula('drops(lr, c * k^2 for k in a .. b)');
        const values = { lr, a: 10, b: 50, c: 3 };
        expect(at(differentiate(sum, 'b'), values)).toBeCloseTo(0.01 * 3 * 50 ** 2, 10);
        expect(at(differentiate(sum, 'a'), values)).toBeCloseTo(-0.01 * 3 * 10 ** 2, 10);
        expect(formatExpr(differentiate(sum, 'lr'))).toBe('0');
        expect(formatExpr(simplify(differentiate(sum, 'c')))).toBe('drops(lr, k^2 for k in a .. b)');
    });
});

describe('a term', () => {
    it('is closed: substitution reaches what it takes from outside, not its step', () => {
        const sum = formula('drops(lr, a * rate(lr, k) * area(lr, k) for k in 0 .. 9)');
        expect(freeNames(sum)).toEqual(['lr', 'a']);
        const replaced = substitute(
            sum,
            new Map([
                ['a', name('k')],
                ['lr', name('wsd')],
            ]),
        );
        expect(formatExpr(replaced)).toBe('drops(wsd, k * rate(wsd, k_) * area(wsd, k_) for k_ in 0 .. 9)');
        expect(formatExpr(formula(formatExpr(replaced)))).toBe(formatExpr(replaced));
    });

    it('may ask for another schedule, and for other steps', () => {
        const [one, two] = [1, 2].map((each) => constantFrom(each, { shape: 'linear', last: 4, rate: 0 }));
        const sum = formula('drops(a, rate(b, k) + rate(a, k - 1) for k in 0 .. 4)');
        expect(at(sum, { a: one, b: two })).toBeCloseTo(0.25 * (1.5 + 1 + 0.5 + 1 + 0.75 + 0.5 + 0.25), 14);
        expect(at(call('peak', num(one)), {})).toBe(0);
    });
});
