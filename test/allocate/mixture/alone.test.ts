/** Each configuration alone, against pass@k of Chen et al. 2021, equation 1, multiplied out in another way. */
import { describe, expect, it } from 'vitest';
import { aloneCurves } from '../../../src/allocate/mixture/alone.js';
import type { Arm, Attempts } from '../../../src/allocate/mixture/attempts.js';

/** 1 − ∏ (1 − k / i) for i from n − c + 1 to n, the numerically stable form of 1 − C(n − c, k) / C(n, k). */
function passAtK(n: number, c: number, k: number): number {
    if (n - c < k) return 1;
    let missed = 1;
    for (let i = n - c + 1; i <= n; i++) missed *= 1 - k / i;
    return 1 - missed;
}

function arm(labels: string[], configuration: number, problems: number[], right: number[], price: number, n = 20): Arm {
    return {
        labels,
        configuration,
        problems: Int32Array.from(problems),
        drawn: Float64Array.from(problems, () => n),
        right: Float64Array.from(right),
        price: Float64Array.from(problems, () => price),
        limit: n,
    };
}

const ATTEMPTS: Attempts = {
    problems: 3,
    arms: [
        arm(['small', 'easy'], 0, [0, 1], [10, 4], 1),
        arm(['small', 'hard'], 0, [2], [1], 3),
        arm(['large', 'easy'], 1, [0, 1], [18, 9], 4),
        arm(['large', 'hard'], 1, [2], [6], 8),
    ],
};

describe('configurations alone', () => {
    it('solve what pass@k says, the same count in every stratum', () => {
        const [small, large] = aloneCurves(ATTEMPTS);
        expect([small.arms, large.arms]).toEqual([
            [0, 1],
            [2, 3],
        ]);
        expect(small.counts[0]).toBe(1);
        expect(small.counts.at(-1)).toBe(20);
        small.counts.forEach((k, index) => {
            const mean = [10, 4, 1].reduce((sum, c) => sum + passAtK(20, c, k), 0) / 3;
            expect(small.solved[index]).toBeCloseTo(mean, 10);
            expect(small.cost[index]).toBeCloseTo((k * (1 + 1 + 3)) / 3, 10);
        });
    });

    it('have a few counts each, however many samples were drawn', () => {
        const [curve] = aloneCurves({ problems: 1, arms: [arm(['a'], 0, [0], [100], 1, 100_000)] });
        expect(curve.counts.length).toBeLessThanOrEqual(40);
        expect(curve.counts.at(-1)).toBe(100_000);
        expect(curve.counts).toEqual([...new Set(curve.counts)].sort((a, b) => a - b));
    });

    it('are left out where no sample may be taken', () => {
        const barred = { ...arm(['a'], 0, [0], [1], 1), limit: 0 };
        expect(aloneCurves({ problems: 1, arms: [barred] })).toEqual([]);
    });
});
