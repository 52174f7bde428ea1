import { describe, expect, it } from 'vitest';
import { curveNoiseOf } from '../../../src/fit/methods/curveNoise.js';
import { curvesOf } from '../../../src/fit/methods/curves.js';
import { createRandom } from '../../../src/fit/random.js';
import { disturbedCurves } from './support.js';

const RUNS = 8;
const CHECKPOINTS = 6;
const REPETITIONS = 2000;
const runs = disturbedCurves(RUNS, CHECKPOINTS);
const curves = curvesOf(runs, [...runs.loss.keys()]);

/** Mean squares of the deviations of each run, over many draws. */
function scatter(wild: boolean): number[] {
    const { smooth, draw } = curveNoiseOf(curves, wild)!;
    const random = createRandom(1);
    const sums = new Float64Array(RUNS);
    for (let repetition = 0; repetition < REPETITIONS; repetition++) {
        draw(random).forEach(({ logLoss }, g) => {
            const deviations = logLoss.map(
                (value, i) => (value - smooth[g].logLoss[i]) * Math.exp(smooth[g].logLoss[i]),
            );
            sums[g] += (deviations.reduce((sum, value) => sum + value, 0) / CHECKPOINTS) ** 2 / REPETITIONS;
        });
    }
    return [...sums];
}

describe('noise of training curves', () => {
    it('is as large for each run, but for the surface that has followed it', () => {
        const found = scatter(false);
        const [most, least] = [Math.max(...found), Math.min(...found)];
        // 5/3 + h, 0.81 against 0.20: χ² has five degrees of freedom.
        expect(most / least).toBeGreaterThan(1.2);
        expect(most / least).toBeLessThan(1.7);
    });

    it('is the own of each run where that is asked for', () => {
        // SciPy: ε/√(1 − h) of the first three runs is -2.14e-3, 0.46e-3 and 1.86e-3.
        const [first, second, third] = scatter(true);
        expect(second).toBeLessThan(0.6 * first);
        expect(second).toBeLessThan(0.6 * third);
    });

    it('is not told by fewer than six curves', () => {
        expect(curveNoiseOf(curves.slice(0, 5), false)).toBeNull();
        expect(curveNoiseOf(curves.slice(0, 6), false)).not.toBeNull();
        expect(curveNoiseOf([], false)).toBeNull();
    });
});
