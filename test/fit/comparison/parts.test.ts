/** Folds, grouped means and the ranking made of them. */
import { describe, expect, it } from 'vitest';
import { divideIntoFolds } from '../../../src/fit/comparison/folds.js';
import { groupedMean } from '../../../src/fit/comparison/groupedMean.js';
import { rankScores } from '../../../src/fit/comparison/ranking.js';
import type { RowScore } from '../../../src/fit/comparison/ranking.js';

describe('divideIntoFolds', () => {
    it('has folds of about the same size, other ones for another seed', () => {
        const folds = divideIntoFolds(23, undefined, 10, 7)!;
        const sizes = Array.from({ length: folds.count }, (_, fold) => folds.ofRow.filter((f) => f === fold).length);
        expect(sizes.sort()).toEqual([2, 2, 2, 2, 2, 2, 2, 3, 3, 3]);
        expect(divideIntoFolds(23, undefined, 10, 7)).toEqual(folds);
        expect(divideIntoFolds(23, undefined, 10, 8)).not.toEqual(folds);
    });

    it('keeps clusters together and has no more folds than clusters', () => {
        const clusters = Uint32Array.of(5, 5, 5, 9, 9, 2, 2, 2);
        const folds = divideIntoFolds(8, clusters, 10, 1)!;
        expect(folds.count).toBe(3);
        expect(new Set([...folds.ofRow].map((fold, row) => `${fold} ${clusters[row]}`)).size).toBe(3);
    });

    it('needs two clusters', () => {
        expect(divideIntoFolds(8, new Uint32Array(8), 10, 1)).toBeNull();
        expect(divideIntoFolds(1, undefined, 10, 1)).toBeNull();
    });
});

describe('groupedMean', () => {
    it('of independent values has the usual standard error', () => {
        const values = Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9);
        const { mean, standardError, groups } = groupedMean(values);
        expect([mean, groups]).toEqual([5, 8]);
        expect(standardError).toBeCloseTo(Math.sqrt(32 / 7 / 8), 14);
    });

    it('of values that come in copies has that of one of each', () => {
        const once = groupedMean(Float64Array.of(1, 2, 4, 8));
        const copies = groupedMean(Float64Array.of(1, 1, 2, 2, 4, 4, 8, 8), [0, 0, 1, 1, 2, 2, 3, 3]);
        expect(copies.standardError).toBeCloseTo(once.standardError!, 14);
    });

    it('of one group has none', () => {
        expect(groupedMean(Float64Array.of(1, 2), [4, 4]).standardError).toBeNull();
    });
});

describe('rankScores', () => {
    const comparing = { factor: 1, groups: undefined, inflation: 1, negligible: 0 };
    const scoreOf = (...perRow: number[]): RowScore => ({
        value: perRow.reduce((sum, value) => sum + value, 0) / perRow.length,
        perRow: Float64Array.from(perRow),
        reason: null,
    });

    it('is paired: a small steady difference is one, a large unsteady one is not', () => {
        const best = scoreOf(1, 20, 3, 50, 2, 9);
        const steady = scoreOf(1.1, 20.2, 3.1, 50.1, 2.2, 9.1);
        const unsteady = scoreOf(9, 2, 30, 20, 35, 5);
        const ranked = rankScores([unsteady, steady, best], comparing);
        expect(ranked.map(({ rank }) => rank)).toEqual([3, 2, 1]);
        expect(ranked.map(({ difference }) => difference!.verdict)).toEqual(['indistinguishable', 'worse', 'best']);
        // Student's t with 5 degrees of freedom: 2.5706.
        const { value, standardError, interval } = ranked[1].difference!;
        expect(value).toBeCloseTo(0.8 / 6, 12);
        expect((interval![1] - value) / standardError!).toBeCloseTo(2.570581836, 8);
    });

    it('leaves out what has no score, and says why', () => {
        const ranked = rankScores([{ value: null, reason: 'Not fitted.' }, scoreOf(2), scoreOf(1)], comparing);
        expect(ranked[0]).toEqual({ value: null, reason: 'Not fitted.', rank: null, difference: null });
        expect(ranked.map(({ rank }) => rank)).toEqual([null, 2, 1]);
        expect(ranked[1].difference).toEqual({
            value: 1,
            standardError: null,
            interval: null,
            verdict: 'indistinguishable',
        });
    });

    it('of nothing but failures ranks nothing', () => {
        const failed: RowScore = { value: null, reason: 'Not fitted.' };
        expect(rankScores([failed, failed], comparing).map(({ rank }) => rank)).toEqual([null, null]);
    });
});
