import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTicks, tickLabel } from '../../../src/webview/chart/ticks.js';

function labels(min: number, max: number, log: boolean, room: number): readonly string[] {
    return axisTicks({ min, max }, log, room)
        .filter(({ major }) => major)
        .map(({ value }) => tickLabel(value));
}

describe('axis ticks', () => {
    it('labels the decades of a long logarithmic axis', () => {
        expect(labels(3e18, 2e22, true, 8)).toEqual(['1e19', '1e20', '1e21', '1e22']);
        expect(labels(3e8, 2e12, true, 8)).toEqual(['1B', '10B', '100B', '1T']);
    });

    it('leaves decades out where there is no room', () => {
        expect(labels(1e18, 1e26, true, 5)).toEqual(['1e18', '1e20', '1e22', '1e24', '1e26']);
    });

    it('labels within the decades where there is room', () => {
        expect(labels(0.9, 110, true, 8)).toEqual(['1', '2', '5', '10', '20', '50', '100']);
    });

    it('takes even steps on a short logarithmic axis', () => {
        expect(labels(1.9, 4.6, true, 8)).toEqual(['2', '2.5', '3', '3.5', '4', '4.5']);
    });

    it('takes round steps on a linear axis and keeps zero', () => {
        expect(labels(-1.9, 1.9, false, 3)).toEqual(['-1', '0', '1']);
        expect(labels(0, 0.31, false, 4)).toEqual(['0', '0.1', '0.2', '0.3']);
    });

    it('has no ticks for a range that is none', () => {
        expect(axisTicks({ min: 1, max: 1 }, true, 5)).toEqual([]);
        expect(axisTicks({ min: Number.NaN, max: 2 }, false, 5)).toEqual([]);
    });

    it('stays within the range and the room, ascending', () => {
        const positive = fc.double({ min: 1e-6, max: 1e26, noNaN: true });
        const ratio = fc.double({ min: 1.001, max: 1e12, noNaN: true });
        fc.assert(
            fc.property(positive, ratio, fc.boolean(), fc.integer({ min: 3, max: 15 }), (min, factor, log, room) => {
                const max = min * factor;
                const ticks = axisTicks({ min, max }, log, room);
                const values = ticks.map(({ value }) => value);
                expect(values).toEqual([...values].sort((a, b) => a - b));
                const slack = (max - min) * 1e-6;
                expect(values.every((value) => value >= min - slack && value <= max + slack)).toBe(true);
                expect(ticks.filter(({ major }) => major).length).toBeLessThanOrEqual(room);
                expect(ticks.filter(({ major }) => major).length).toBeGreaterThan(0);
            }),
        );
    });
});
