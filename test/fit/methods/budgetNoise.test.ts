/** NumPy: parabolas by `pinv` of the Vandermonde matrix, h the diagonal of the hat matrix. */
import { expect, it } from 'vitest';
import { noiseOfBudget } from '../../../src/fit/methods/budgetNoise.js';
import { groupIntoBudgets } from '../../../src/fit/methods/budgets.js';
import { arithmetic } from '../support/problems.js';

const logSize = arithmetic(-1, 0.25, 9);
const runs = {
    compute: new Float64Array(9).fill(1e20),
    size: logSize.map((x) => 1e9 * Math.exp(x)),
    loss: logSize.map((x) => 3 + 0.1 * x * x + 0.01 * Math.cos(7 * x)),
};
const [budget] = groupIntoBudgets(runs, [...runs.loss.keys()]);
const near = (values: readonly number[]): unknown[] => values.map((value) => expect.closeTo(value, 8));

it('is what a parabola leaves, as large as the noise', () => {
    const { errors, typical, degrees } = noiseOfBudget(budget, runs, 'parabola');
    expect([...errors.slice(0, 5)]).toEqual(near([0.00171247, 0.00282609, -0.01046646, -0.00015625, 0.01412839]));
    expect(typical).toEqual(errors);
    expect(degrees).toBeCloseTo(6, 10);
});

it('of the logarithms that Akima’s curve meets is what parabolas through five sizes leave', () => {
    const { errors, typical, degrees, smooth } = noiseOfBudget(budget, runs, 'akima');
    expect([...errors.slice(0, 5)]).toEqual(
        near([
            -0.002394118828585722, 0.0026622086728421736, -0.002057956646819052, -0.00041082915055, 0.00220623866394,
        ]),
    );
    // Of the five around the lowest loss.
    expect(typical).toHaveLength(5);
    expect(degrees).toBeCloseTo(2.685714285714285, 10);
    smooth.forEach((value, i) => expect(Math.sign(Math.log(runs.loss[i]) - value)).toBe(Math.sign(errors[i])));
});
