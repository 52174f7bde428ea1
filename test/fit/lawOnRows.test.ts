import { describe, expect, it } from 'vitest';
import { compileLaw, predictedBy } from '../../src/fit/lawOnRows.js';
import type { ParameterEstimate } from '../../src/fit/result.js';
import { formula } from './support/formula.js';
import { problemOf } from './support/problems.js';

function estimated(name: string, estimate: number | null): ParameterEstimate {
    return { name, estimate, standardError: null, interval: null, status: 'estimated' };
}

describe('a law on rows', () => {
    it('has a value for each row, NaN or infinite where it cannot be computed', () => {
        const valuesOn = compileLaw(formula('k * log(x)'), ['x'], ['k']);
        expect(valuesOn([Float64Array.of(Math.E, 0, -1)], 3, [2])).toEqual(Float64Array.of(2, -Infinity, NaN));
    });

    it('has as many values as there are rows where it has no argument', () => {
        expect(compileLaw(formula('k'), [], ['k'])([], 2, [3])).toEqual(Float64Array.of(3, 3));
    });

    it('is predicted by estimates alone', () => {
        const x = Float64Array.of(1, 2);
        const problem = problemOf('a + b * x', { x }, x);
        const predicted = predictedBy(problem, [estimated('a', 1), estimated('b', 10)], [x], 2);
        expect(predicted).toEqual(Float64Array.of(11, 21));
        expect(predictedBy(problem, [estimated('a', 1), estimated('b', null)], [x], 2)).toEqual(
            Float64Array.of(NaN, NaN),
        );
    });
});
