import { describe, expect, it } from 'vitest';
import { columnOf, drawOf, drawsFrom, intervalOf, pickColumns } from '../../src/fit/draws.js';

const draws = drawsFrom([Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6)])!;

describe('joint draws', () => {
    it('are read by draw and by parameter', () => {
        expect(draws).toEqual({ count: 2, values: Float64Array.of(1, 2, 3, 4, 5, 6) });
        expect(drawOf(draws, 1)).toEqual(Float64Array.of(4, 5, 6));
        expect(columnOf(draws, 2)).toEqual(Float64Array.of(3, 6));
        expect(pickColumns(draws, [2, 0])).toEqual({ count: 2, values: Float64Array.of(3, 1, 6, 4) });
        expect(drawsFrom([])).toBeNull();
    });

    it('have an interval where at most a twentieth of them has no value', () => {
        const evenly = Float64Array.from({ length: 41 }, (_, i) => i);
        expect(intervalOf(evenly)).toEqual([1, 39]);
        expect(intervalOf(Float64Array.of(...evenly, NaN, Infinity))).toEqual([1, 39]);
        expect(intervalOf(Float64Array.of(...evenly, NaN, NaN, NaN))).toBeNull();
        expect(intervalOf(new Float64Array(0))).toBeNull();
    });
});
