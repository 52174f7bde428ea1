import { describe, expect, it } from 'vitest';
import { scoreHoldout } from '../../src/fit/holdout.js';

describe('scores of held-out rows', () => {
    it('are means of relative and of logarithmic errors', () => {
        const scores = scoreHoldout(Float64Array.of(2, 4, 5), Float64Array.of(2.2, 3.8, 5));
        expect(scores.meanRelativeError).toBeCloseTo((0.1 + 0.05 + 0) / 3, 12);
        expect(scores.medianRelativeError).toBeCloseTo(0.05, 12);
        expect(scores.meanLogError).toBeCloseTo((Math.log(1.1) - Math.log(0.95)) / 3, 12);
        expect(scores.bias).toBeCloseTo((0.1 - 0.05) / 3, 12);
        expect(scores.rows[0].relativeError).toBeCloseTo(0.1, 12);
        expect(scores.rows[1].logError).toBeCloseTo(Math.log(0.95), 12);
    });

    it('leave out what cannot be computed, and count it', () => {
        const { scored, rows, meanRelativeError, meanLogError } = scoreHoldout(
            Float64Array.of(-2, 0, 3, 4),
            Float64Array.of(-2.2, 1, NaN, Infinity),
        );
        expect(scored).toBe(1);
        expect(meanRelativeError).toBeCloseTo(0.1, 12);
        expect(meanLogError).toBeNull();
        expect(rows[1]).toEqual({ predicted: 1, relativeError: null, logError: null });
        expect(rows[3].predicted).toBeNull();
        expect(scoreHoldout(new Float64Array(0), new Float64Array(0)).bias).toBeNull();
    });
});
