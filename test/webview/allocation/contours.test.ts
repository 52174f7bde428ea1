import { describe, expect, it } from 'vitest';
import { contourLevels } from '../../../src/webview/allocation/contourLevels.js';
import { contours } from '../../../src/webview/allocation/contours.js';
import { logSpaced, loss } from '../fixtures.js';

function gridOf(value: (x: number, y: number) => number | null, x: number[], y: number[]) {
    return { x, y, values: y.map((row) => x.map((column) => value(column, row))) };
}

const axis = logSpaced(1, 100, 31);

describe('contours', () => {
    it('of a product are straight lines in the logarithms, met exactly', () => {
        const lines = contours(
            gridOf((x, y) => Math.log(x * y), axis, axis),
            Math.log(150),
        );
        expect(lines).toHaveLength(1);
        for (const { x, y } of lines[0]) {
            expect(x * y).toBeCloseTo(150, 9);
        }
    });

    it('of the loss lie on the loss', () => {
        const x = logSpaced(1e8, 1e12, 60);
        const [line] = contours(gridOf(loss, x, x), 2.3);
        expect(line.length).toBeGreaterThan(20);
        for (const point of line) {
            expect(loss(point.x, point.y)).toBeCloseTo(2.3, 3);
        }
    });

    it('around a summit close', () => {
        const hill = gridOf((x, y) => -(Math.log(x / 10) ** 2) - Math.log(y / 10) ** 2, axis, axis);
        const [loop, ...others] = contours(hill, -1);
        expect(others).toEqual([]);
        expect(loop[0]).toEqual(loop[loop.length - 1]);
        for (const { x, y } of loop) {
            expect(Math.hypot(Math.log(x / 10), Math.log(y / 10))).toBeCloseTo(1, 1);
        }
    });

    it('join the higher corners of a saddle when its middle is high', () => {
        const saddle = (centre: number) => ({
            x: [1, 2],
            y: [1, 2],
            values: [
                [1, 0],
                [0, centre],
            ],
        });
        expect(contours(saddle(1), 0.4)).toHaveLength(2);
        const lines = contours(saddle(1), 0.4).map((line) => line.map(({ x, y }) => x < Math.SQRT2 === y < Math.SQRT2));
        expect(lines.flat()).toContain(false);
    });

    it('end where there are no values', () => {
        const lines = contours(
            gridOf((x, y) => (x > 8 && x < 12 ? null : Math.log(x * y)), axis, axis),
            Math.log(100),
        );
        expect(lines).toHaveLength(2);
    });

    it('are none at a level that no value reaches', () => {
        expect(
            contours(
                gridOf(() => 1, axis, axis),
                2,
            ),
        ).toEqual([]);
    });
});

describe('contour levels', () => {
    const values = logSpaced(1e8, 1e12, 30).flatMap((n) => logSpaced(1e9, 1e13, 30).map((d) => loss(n, d)));

    it('are round, ascending and within the values', () => {
        const levels = contourLevels(values, 8);
        expect(levels.length).toBeGreaterThanOrEqual(6);
        expect(levels).toEqual([...new Set(levels)].sort((a, b) => a - b));
        expect(levels.every((level) => String(level).length <= 5)).toBe(true);
        expect(Math.min(...levels)).toBeGreaterThan(Math.min(...values));
    });

    it('are none on a plain', () => {
        expect(contourLevels([3, 3, null], 8)).toEqual([]);
        expect(contourLevels([null], 8)).toEqual([]);
    });
});
