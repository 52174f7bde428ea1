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
        expect(predictWithDraws(law, fitted, new Map([['x', 1]]))).toEqual({
            estimate: 3,
            interval: null,
            newRun: null,
        });
        const infinite = predictWithDraws(formula('a / x'), fitted, new Map([['x', 0]]));
        expect(infinite).toEqual({ estimate: null, interval: null, newRun: null });
    });

    describe('a new run', () => {
        const values = Float64Array.from({ length: 2000 }, (_, i) => (i % 2 === 0 ? 2 : 1));
        const fitted = { names: ['a', 'b'], values: [2, 1], draws: { count: 1000, values } };
        const noise = Float64Array.from({ length: 101 }, (_, i) => (i - 50) / 100);

        it('scatters as the noise does where the law is certain', () => {
            const { interval, newRun } = predictWithDraws(
                law,
                { ...fitted, noise: { values: noise, ofLog: false } },
                new Map([['x', 3]]),
            );
            expect(interval).toEqual([5, 5]);
            expect(newRun).toEqual([expect.closeTo(5 - 0.475, 2), expect.closeTo(5 + 0.475, 2)]);
        });

        it('scatters relatively where the noise is that of logarithms', () => {
            const { newRun } = predictWithDraws(
                law,
                { ...fitted, noise: { values: noise, ofLog: true } },
                new Map([['x', 3]]),
            );
            expect(newRun).toEqual([expect.closeTo(5 * Math.exp(-0.475), 2), expect.closeTo(5 * Math.exp(0.475), 1)]);
        });

        it('has no interval where nothing is known of the noise', () => {
            expect(predictWithDraws(law, fitted, new Map([['x', 3]])).newRun).toBeNull();
        });
    });

    it('does many rows at once', () => {
        const fitted = { names: ['a', 'b'], values: [1, 2], draws: null };
        const predictions = predictRows(law, fitted, ['x'], [Float64Array.of(0, 1, 2)]);
        expect(predictions.map(({ estimate }) => estimate)).toEqual([1, 3, 5]);
    });
});
