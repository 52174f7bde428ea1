import { describe, expect, it } from 'vitest';
import { intervalOfObjective, intervalOfVariable, isManyFailed } from '../../src/allocate/openEnds.js';

const values = Float64Array.from({ length: 100 }, (_, index) => 1 + index);

function missing(nearest: readonly number[], unknown = 0) {
    const points = nearest.map((value) => Float64Array.of(Math.log(value)));
    return { count: values.length, failed: points.length + unknown, nearest: points };
}

describe('an interval with draws that have no answer', () => {
    it('is open on their side where they are more than 2.5 %', () => {
        const above = intervalOfVariable(values, missing([1e9, 1e9, 1e9, 1e9]), 0)!;
        expect(above[0]).toBeCloseTo(1 + 0.025 * 103, 12);
        expect(above[1]).toBeNull();
        const [lower, upper] = intervalOfVariable(values, missing([1e-9, 1e-9, 1e-9, 1e-9]), 0)!;
        expect(lower).toBeNull();
        expect(upper).toBeLessThan(100);
    });

    it('keeps both ends with few of them', () => {
        expect(intervalOfVariable(values, missing([1e9]), 0)!.every(Number.isFinite)).toBe(true);
        expect(isManyFailed(missing([1e9]))).toBe(false);
        expect(isManyFailed(missing([1e9], 2))).toBe(true);
    });

    it('is none where their side is not known', () => {
        expect(intervalOfVariable(values, missing([50, 50, 50]), 0)).toBeNull();
        expect(intervalOfVariable(values, missing([], 3), 0)).toBeNull();
        expect(intervalOfObjective(values, missing([50], 3), 'minimize')).toBeNull();
    });

    it('of an objective is open where it is worse', () => {
        expect(intervalOfObjective(values, missing([50, 50, 50, 50]), 'minimize')![1]).toBeNull();
        expect(intervalOfObjective(values, missing([50, 50, 50, 50]), 'maximize')![0]).toBeNull();
    });

    it('keeps the value of a variable that every draw has', () => {
        const fixed = new Float64Array(100).fill(8e9);
        const interval = intervalOfVariable(fixed, missing([8e9, 8e9, 8e9, 8e9]), 0);
        interval!.forEach((end) => expect(end! / 8e9).toBeCloseTo(1, 12));
    });
});
