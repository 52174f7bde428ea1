import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { akimaMinimum, akimaSlopes } from '../../../src/fit/methods/akima.js';

const X = [0, 1, 2.5, 3, 4.2, 6, 7];
const Y = [5, 3.2, 2.9, 2.95, 3.1, 4.5, 9];

describe("Akima's curve", () => {
    it('has the slopes and the minimum of SciPy 1.17 (Akima1DInterpolator, its derivative and its roots)', () => {
        const expected = [-2.6, -0.45263158, 0.09538462, 0.10787172, 0.12935508, 1.33315697, 6.36111111];
        akimaSlopes(X, Y).forEach((slope, k) => expect(slope).toBeCloseTo(expected[k], 7));
        const { x, y, atEdge } = akimaMinimum(X, Y);
        expect(x).toBeCloseTo(2.2824499, 7);
        expect(y).toBeCloseTo(2.88972235, 8);
        expect(atEdge).toBe(false);
    });

    it('stays flat where three chords are', () => {
        const expected = [0, 0, 0, 0, 0.65217391, 0.72649573, 1.22222222];
        akimaSlopes(X, [1, 1, 1, 1, 2, 3, 4]).forEach((slope, k) => expect(slope).toBeCloseTo(expected[k], 7));
    });

    it('says when its lowest point is an end', () => {
        expect(akimaMinimum([0, 1, 2, 3], [1, 2, 3, 5])).toEqual({ x: 0, y: 1, atEdge: true });
        expect(akimaMinimum([0, 1, 2, 3], [9, 5, 3, 2])).toEqual({ x: 3, y: 2, atEdge: true });
        expect(akimaMinimum([0, 1], [1, 2])).toEqual({ x: 0, y: 1, atEdge: true });
    });

    it('finds the vertex of a parabola on an even grid exactly, and never lies above the lowest point', () => {
        const { x, y } = akimaMinimum([-3, -2, -1, 0, 1, 2, 3], [9, 4, 1, 0, 1, 4, 9]);
        expect([x, y]).toEqual([0, 0]);
        fc.assert(
            fc.property(
                fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 12 }),
                (ys) => {
                    const lowest = akimaMinimum([...ys.keys()], ys);
                    expect(lowest.y).toBeLessThanOrEqual(Math.min(...ys));
                    expect(lowest.x).toBeGreaterThanOrEqual(0);
                    expect(lowest.x).toBeLessThanOrEqual(ys.length - 1);
                },
            ),
        );
    });
});
