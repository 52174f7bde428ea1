import { describe, expect, it } from 'vitest';
import { fitParabola } from '../../../src/fit/methods/parabola.js';

const x = Float64Array.of(1e8, 2e8, 3e8, 5e8, 9e8, 1.5e9).map(Math.log);
const y = Float64Array.of(2.91, 2.83, 2.81, 2.82, 2.86, 2.95);

describe('the least-squares parabola', () => {
    it('has vertex, standard error and residuals of weighted normal equations solved by NumPy 2.4', () => {
        const parabola = fitParabola(x, y, Float64Array.of(1, 2, 1, 1, 3, 1));
        expect(parabola.vertex).toBeCloseTo(19.685719682634776, 10);
        expect(parabola.extreme).toBeCloseTo(2.8072343645093403, 12);
        expect(parabola.curvature).toBeCloseTo(0.0655704354291175, 12);
        expect(parabola.vertexError).toBeCloseTo(0.014198825240976756, 11);
        expect(parabola.residualSquares).toBeCloseTo(0.00012602945877737657, 14);
        expect(parabola.freedom).toBe(6);
        expect(parabola.cubic?.coefficient).toBeCloseTo(0.0048531375918219825, 12);
        expect(parabola.at(parabola.vertex)).toBe(parabola.extreme);
    });

    it('is the same for a row that counts twice and for two equal rows', () => {
        const twice = (values: Float64Array): Float64Array => Float64Array.of(...values, values[2]);
        const counted = fitParabola(x, y, Float64Array.of(1, 1, 2, 1, 1, 1));
        const repeated = fitParabola(twice(x), twice(y), new Float64Array(7).fill(1));
        expect(repeated.vertex).toBeCloseTo(counted.vertex, 12);
        expect(repeated.vertexError).toBeCloseTo(counted.vertexError!, 12);
    });

    it('knows no error and no third derivative from three points', () => {
        const parabola = fitParabola(Float64Array.of(9, 10, 12), Float64Array.of(5, 4, 4), new Float64Array(3).fill(1));
        expect(parabola.vertex).toBeCloseTo(11, 12);
        expect(parabola.vertexError).toBeNull();
        expect(parabola.cubic).toBeNull();
    });
});
