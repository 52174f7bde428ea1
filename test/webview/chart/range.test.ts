import { describe, expect, it } from 'vitest';
import { paddedRange } from '../../../src/webview/chart/range.js';

describe('axis range', () => {
    it('leaves the same room at both ends of a logarithmic axis', () => {
        const { min, max } = paddedRange([1e19, null, 1e21], true)!;
        expect(1e19 / min).toBeCloseTo(max / 1e21, 12);
        expect(min).toBeLessThan(1e19);
    });

    it('does not go below zero for values that do not', () => {
        expect(paddedRange([0, 10], false)).toEqual({ min: 0, max: 10.5 });
    });

    it('leaves out what a logarithmic axis cannot show', () => {
        expect(paddedRange([-3, 0], true)).toBeUndefined();
        expect(paddedRange([-3, 2, Number.NaN], true)!.min).toBeGreaterThan(1);
    });

    it('makes room around a single value', () => {
        const { min, max } = paddedRange([2], false)!;
        expect([min, max]).toEqual([1.6, 2.4]);
    });
});
