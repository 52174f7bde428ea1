import { describe, expect, it } from 'vitest';
import { lineWhereZero, logSpaced } from '../../../src/study/pictures/zeroLine.js';

const GRIDS = { x: logSpaced(1, 100, 49), y: logSpaced(1, 1000, 49) };

describe('a line where a function is zero', () => {
    it('follows y = 100 / x', () => {
        const { x, y } = lineWhereZero((a, b) => a * b - 100, GRIDS, true);
        expect(x.length).toBeGreaterThan(150);
        x.forEach((a, index) => expect(a * y[index]).toBeCloseTo(100, 8));
    });

    it('stands upright where y does not matter', () => {
        const { x, y } = lineWhereZero((a) => a - 7, GRIDS, false);
        expect(x).toHaveLength(2);
        x.forEach((a) => expect(a).toBeCloseTo(7, 10));
        expect(y[0]).toBeCloseTo(1, 10);
        expect(y[1]).toBeCloseTo(1000, 8);
    });

    it('is none where the function keeps its sign', () => {
        expect(lineWhereZero((a, b) => a + b, GRIDS, true)).toEqual({ x: [], y: [] });
        expect(lineWhereZero((a) => a + 1, GRIDS, false)).toEqual({ x: [], y: [] });
    });
});
