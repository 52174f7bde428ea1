import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBoxes, spread } from '../../../src/webview/chart/labels.js';

describe('spread', () => {
    it('leaves what has room where it is, in the order given', () => {
        expect(spread([50, 10, 30], 14, 0, 100)).toEqual([50, 10, 30]);
    });

    it('moves neighbours apart and back from the end', () => {
        expect(spread([96, 98], 14, 0, 100)).toEqual([86, 100]);
    });

    it('keeps the gap and the limits whenever there is room for all', () => {
        fc.assert(
            fc.property(fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { maxLength: 12 }), (wanted) => {
                const placed = [...spread(wanted, 20, 0, 300)].sort((a, b) => a - b);
                placed.forEach((at, index) => {
                    expect(at).toBeGreaterThanOrEqual(-1e-9);
                    expect(at).toBeLessThanOrEqual(300 + 1e-9);
                    expect(index === 0 ? 20 : at - placed[index - 1]).toBeGreaterThanOrEqual(20 - 1e-9);
                });
            }),
        );
    });
});

describe('placeBoxes', () => {
    const area = { left: 0, top: 0, width: 100, height: 100 };
    const box = (left: number, top: number) => ({ left, top, width: 20, height: 10 });

    it('takes the first box that is free and inside', () => {
        expect(
            placeBoxes(
                [
                    [box(90, 0), box(10, 10)],
                    [box(15, 15), box(10, 30)],
                ],
                area,
            ),
        ).toEqual([box(10, 10), box(10, 30)]);
    });

    it('leaves a text out rather than over another', () => {
        expect(placeBoxes([[box(10, 10)], [box(12, 12)]], area)).toEqual([box(10, 10), undefined]);
        expect(placeBoxes([[box(10, 10)]], area, [box(5, 5)])).toEqual([undefined]);
    });
});
