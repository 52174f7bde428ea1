/** Rates, their sums and peaks, against sums step by step and the figures of the papers (laws.md B2 to B4). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaAt, rateAt, rateSchedule, type ScheduleDefinition } from '../../../src/expression/rates/rateSchedule.js';
import { registerSchedule, scheduleOfId } from '../../../src/expression/rates/registry.js';
import type { Shape } from '../../../src/expression/rates/stage.js';

const SHAPES: readonly Shape[] = ['constant', 'linear', 'cosine', 'sqrt', 'square', 'exponential'];

const definitions: fc.Arbitrary<ScheduleDefinition> = fc
    .tuple(
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.array(
            fc.record({
                shape: fc.constantFrom(...SHAPES),
                steps: fc.integer({ min: 1, max: 400 }),
                rate: fc.double({ min: 0.01, max: 1, noNaN: true }),
            }),
            { minLength: 1, maxLength: 5 },
        ),
    )
    .map(([initial, parts]) => {
        let last = 0;
        return { initial, stages: parts.map(({ shape, steps, rate }) => ({ shape, rate, last: (last += steps) })) };
    });

describe('a schedule', () => {
    it('sums its rates step by step', () => {
        fc.assert(
            fc.property(definitions, (definition) => {
                const schedule = rateSchedule(definition);
                let [sum, highest] = [0, definition.initial];
                for (let step = 1; step <= schedule.last; step++) {
                    const rate = rateAt(schedule, step);
                    sum += rate;
                    expect(Math.abs(areaAt(schedule, step) - sum)).toBeLessThanOrEqual(1e-11 * sum);
                    highest = Math.max(highest, rate);
                }
                expect(rateAt(schedule, schedule.peak)).toBeCloseTo(highest, 12);
                if (schedule.peak > 0) expect(rateAt(schedule, schedule.peak - 1)).toBeLessThan(highest);
            }),
            { numRuns: 200, seed: 2 },
        );
    });

    it('has no rates beyond its last step, and the initial one before its first', () => {
        const schedule = rateSchedule({ initial: 0.5, stages: [{ shape: 'linear', last: 10, rate: 1 }] });
        expect([-3, 0, 10, 10.5, NaN].map((step) => rateAt(schedule, step))).toEqual([0.5, 0.5, 1, NaN, NaN]);
        expect([-3, 0, 10, 10.5, NaN].map((step) => areaAt(schedule, step))).toEqual([0, 0, 7.75, NaN, NaN]);
    });

    it.each([
        // W = 100, 1000 steps, decay over the last 200 to 0.
        ['linear', 900, 0.5],
        ['sqrt', 900, 0.292893],
        ['sqrt', 850, 0.5],
        ['square', 900, 0.75],
        ['cosine', 900, 0.5],
        ['sqrt', 50, 0.505],
    ] as const)('is that of Hägele et al. 2024: %s at step %i (laws.md B4)', (shape, step, expected) => {
        const schedule = rateSchedule({
            initial: 0.01,
            stages: [
                { shape: 'linear', last: 100, rate: 1 },
                { shape: 'constant', last: 800, rate: 1 },
                { shape, last: 1000, rate: 0 },
            ],
        });
        expect(rateAt(schedule, step)).toBeCloseTo(expected, 6);
    });

    it('halves its rate every T steps where it is exponential, as MiniCPM does', () => {
        const schedule = rateSchedule({
            initial: 1,
            stages: [
                { shape: 'constant', last: 100, rate: 1 },
                { shape: 'exponential', last: 400, rate: 1 / 8 },
            ],
        });
        for (const step of [150, 200, 300, 400]) {
            expect(rateAt(schedule, step)).toBeCloseTo(0.5 ** ((step - 100) / 100), 14);
        }
    });

    it('has the areas of Tissue et al. 2024 (laws.md B2)', () => {
        const linear = rateSchedule({
            initial: 2e-4,
            stages: [
                { shape: 'constant', last: 1000, rate: 2e-4 },
                { shape: 'linear', last: 1200, rate: 0 },
            ],
        });
        expect(areaAt(linear, 1200)).toBeCloseTo(0.2199, 14);
        const recorded = rateSchedule({
            initial: 1,
            stages: [1, 1, 0.5, 0.25, 0].map((rate, index) => ({ shape: 'linear', last: index + 1, rate })),
        });
        expect([1, 2, 3, 4, 5].map((step) => areaAt(recorded, step))).toEqual([1, 2, 2.5, 2.75, 2.75]);
    });
});

describe('the number of a schedule', () => {
    it('is that of every equal one, and of no other', () => {
        const definition = (rate: number): ScheduleDefinition => ({
            initial: 0,
            stages: [{ shape: 'linear', last: 10, rate }],
        });
        const id = registerSchedule(definition(1));
        expect(registerSchedule(definition(1))).toBe(id);
        expect(registerSchedule(definition(2))).not.toBe(id);
        expect(Number.isSafeInteger(id)).toBe(true);
        expect(scheduleOfId(id)?.last).toBe(10);
        expect(scheduleOfId(3)).toBeUndefined();
    });
});
