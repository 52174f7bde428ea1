import { describe, expect, it } from 'vitest';
import { cutsAlong, rollHoldout } from '../../../src/fit/methods/rollingHoldout.js';
import { CHINCHILLA, geometric, gridOfRuns, PATIENT, problemOf, simulate, SQUARES } from '../support/problems.js';
import { chinchillaRuns } from '../support/publishedRuns.js';

const POSITIVE = { E: { lower: 0 }, A: { lower: 0 }, B: { lower: 0 } };

describe('the rolling hold-out', () => {
    it('gives the errors of extrapolation measured on the Chinchilla runs', async (context) => {
        const runs = chinchillaRuns();
        if (runs === undefined) return context.skip('the shared data are absent');
        const { N, D } = runs.columns;
        const compute = N.map((size, row) => 6 * size * D[row]);
        const problem = problemOf(CHINCHILLA, runs.columns, runs.loss, { specs: POSITIVE });
        // Mean errors above the cut, measured with SciPy on the same rows: 0.89, 1.00, 1.05 and 1.21 %.
        const { cuts } = await rollHoldout(problem, compute, PATIENT, [1e20, 3e20, 1e21, 3e21]);
        const percent = cuts.map(({ scores }) => 100 * scores.meanRelativeError!);
        [0.89, 1.0, 1.05, 1.21].forEach((expected, k) => expect(percent[k]).toBeCloseTo(expected, 1.9));
        expect(cuts.map(({ below, above }) => below.length + above.length)).toEqual([240, 240, 240, 240]);
        // α and β drift from .311 and .470 on.
        const [alpha, beta] = ['alpha', 'beta'].map(
            (name) => cuts[0].parameters.find((p) => p.name === name)!.estimate!,
        );
        expect(alpha).toBeCloseTo(0.311, 2);
        expect(beta).toBeCloseTo(0.47, 2);
    });

    it('foretells exactly what follows the law exactly', async () => {
        const runs = gridOfRuns(6);
        const truth = { E: 1.69, A: 406.4, alpha: 0.34, B: 410.7, beta: 0.28 };
        const problem = problemOf(CHINCHILLA, runs, simulate(CHINCHILLA, runs, truth));
        const { cuts, message } = await rollHoldout(problem, runs.N, PATIENT);
        expect(message).toBeNull();
        expect(cuts.length).toBeGreaterThan(2);
        const known = cuts.filter(({ parameters }) => parameters.every(({ status }) => status === 'estimated'));
        expect(known.length).toBeGreaterThan(1);
        for (const { scores } of known) expect(scores.meanRelativeError).toBeLessThan(1e-6);
        // One or two sizes do not tell E from A and α, and the fit says so.
        const unknown = cuts.filter((one) => !known.includes(one));
        for (const { below } of unknown) expect(new Set(below.map((row) => runs.N[row])).size).toBeLessThan(3);
        expect(cuts.map(({ cut }) => cut)).toEqual([...cuts.map(({ cut }) => cut)].sort((a, b) => a - b));
        expect(cuts.every(({ cut, reach }) => reach > cut)).toBe(true);
    });

    it('cuts at most eight times, where enough rows lie below and one above', () => {
        const x = geometric(1, 1e6, 60);
        const problem = problemOf('a * x + b', { x }, x, { objective: SQUARES });
        const cuts = cutsAlong(problem, x);
        expect(cuts).toHaveLength(8);
        expect(cuts.every((cut) => x.includes(cut))).toBe(true);
        expect(cuts[0]).toBeGreaterThanOrEqual(x[2]);
        expect(cuts.at(-1)).toBeLessThan(x[59]);
        expect(
            cutsAlong(
                problem,
                x.map(() => 5),
            ),
        ).toEqual([]);
    });

    it('says why there is no cut, and which rows have no place', async () => {
        const x = Float64Array.of(1, 2, 3);
        const problem = problemOf('a * x + b', { x }, x, { objective: SQUARES });
        const { cuts, unplaced, message } = await rollHoldout(problem, Float64Array.of(1, NaN, 2), PATIENT);
        expect(cuts).toEqual([]);
        expect(unplaced).toEqual([1]);
        expect(message).toContain('add runs');
    });

    it('can be cancelled', async () => {
        const runs = gridOfRuns(6);
        const problem = problemOf(CHINCHILLA, runs, runs.N);
        const cancel = (): void => {
            throw new Error('cancelled');
        };
        await expect(rollHoldout(problem, runs.N, { pause: cancel })).rejects.toThrow('cancelled');
    });
});
