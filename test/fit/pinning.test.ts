import { describe, expect, it } from 'vitest';
import { countFree, withoutPinned, withPinned } from '../../src/fit/pinning.js';

const specs = [
    { name: 'E', lower: 0, upper: 9, pinned: 1.8 },
    { name: 'A', lower: 0, upper: 9 },
    { name: 'a', lower: 0, upper: 9, pinned: 0 },
    { name: 'B', lower: 0, upper: 9 },
];

describe('pinned parameters', () => {
    it('stand among the free ones at their value, and are taken out again', () => {
        expect(countFree(specs)).toBe(2);
        const all = withPinned(specs, [4, 7]);
        expect(all).toEqual(Float64Array.of(1.8, 4, 0, 7));
        expect(withoutPinned(specs, all)).toEqual(Float64Array.of(4, 7));
    });
});
