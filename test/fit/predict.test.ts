import { describe, expect, it } from 'vitest';
import { predictRows, predictWithDraws } from '../../src/fit/predict.js';
import { formula } from './support/formula.js';

const law = formula('a + b * x');

describe('predictWithDraws', () => {
    it('gives the value at the estimate and the central 95 % over the draws', () => {
        const values = Float64Array.from({ length: 202 }, (_, i) => (i % 2 === 0 ? i / 2 : 1));
        const fitted = { names: ['a', 'b'], values: [50, 1], draws: { count: 101, values } };
        const { estimate, interval } = predictWithDraws(law, fitted, new Map([['x', 10]]));
        expect(estimate).toBe(60);
        expect(interval).toEqual([expect.closeTo(12.5, 12), expect.closeTo(107.5, 12)]);
    });

    it('has no interval without draws, and no value where the law has none', () => {
        const fitted = { names: ['a', 'b'], values: [1, 2], draws: null };
        expect(predictWithDraws(law, fitted, new Map([['x', 1]]))).toEqual({ estimate: 3, interval: null });
        const infinite = predictWithDraws(formula('a / x'), fitted, new Map([['x', 0]]));
        expect(infinite).toEqual({ estimate: null, interval: null });
    });

    it('does many rows at once', () => {
        const fitted = { names: ['a', 'b'], values: [1, 2], draws: null };
        const predictions = predictRows(law, fitted, ['x'], [Float64Array.of(0, 1, 2)]);
        expect(predictions.map(({ estimate }) => estimate)).toEqual([1, 3, 5]);
    });
});
