/** SciPy: `least_squares`; leverages and what the surface follows by `pinv` of the Jacobian there. */
import { expect, it } from 'vitest';
import { curvesOf } from '../../../src/fit/methods/curves.js';
import { surfaceThrough } from '../../../src/fit/methods/curveSurface.js';
import { disturbedCurves } from './support.js';

const runs = disturbedCurves(8, 6);
const curves = curvesOf(runs, [...runs.loss.keys()]);
const { loss, leverages, followed } = surfaceThrough(curves);
const near = (values: readonly number[], digits: number): unknown[] =>
    values.map((value) => expect.closeTo(value, digits));
/** The first row, one of the third curve, and the last. */
const someOf = (values: readonly Float64Array[]): number[] => [values[0][0], values[2][5], values[7][5]];

it('is the least-squares one', () => {
    expect(someOf(loss)).toEqual(near([3.772915777182795, 2.3688190066797348, 1.918362317356967], 7));
});

it('knows how far it follows each run, and any deviations', () => {
    expect(leverages.slice(0, 3)).toEqual(near([0.8093800723331649, 0.2808112977825704, 0.2893642340941961], 5));
    expect(leverages.reduce((sum, h) => sum + h, 0)).toBeCloseTo(3.0000005731129367, 5);
    const deviations = loss.map((values, g) => values.map((_, i) => 0.01 * Math.cos(3 * (6 * g + i))));
    expect(someOf(followed(deviations))).toEqual(
        near([0.0032843158851942117, 0.0003364286285700871, 0.00033263401574397627], 7),
    );
});

it('is the same where no tokens are known but compute is in proportion to them', () => {
    const { tokens, ...others } = runs;
    const without = curvesOf(others, [...tokens.keys()]);
    expect(someOf(surfaceThrough(without).loss)).toEqual(near(someOf(loss), 9));
});

it('never is 0 or below, whatever the curves are like', () => {
    const rising = curves.map((curve) => ({ ...curve, logLoss: curve.logLoss.map((value) => -value) }));
    for (const values of surfaceThrough(rising).loss) expect(Math.min(...values)).toBeGreaterThan(0);
});
