/** Noise against fits that really leave rows or clusters out. */
import { describe, expect, it } from 'vitest';
import { Criterion } from '../../src/fit/criterion.js';
import { designOf } from '../../src/fit/design.js';
import { compileModel } from '../../src/fit/model.js';
import { noiseOf, noiseOfNewRun } from '../../src/fit/noise.js';
import type { Noise } from '../../src/fit/noise.js';
import { Pacer } from '../../src/fit/pacing.js';
import type { FitProblem, ObjectiveKind } from '../../src/fit/problem.js';
import { createSample } from '../../src/fit/sample.js';
import { smoothedLoss } from '../../src/fit/smoothedLoss.js';
import { arithmetic, estimatesOf, fitLaw, PATIENT, problemOf, SQUARES } from './support/problems.js';

const x = arithmetic(1, 1, 12);
const y = x.map((value, i) => 2 + 0.5 * value + Math.sin(7 * i));
const clusters = Uint32Array.from(x, (_, i) => Math.floor(i / 3));
const law = 'a + b * x';

async function noise(options: Partial<FitProblem>): Promise<Noise> {
    const problem = { ...problemOf(law, { x }, y, { objective: SQUARES }), ...options };
    const model = compileModel(problem);
    const pacer = new Pacer(PATIENT, 1);
    const criterion = new Criterion(model, false, pacer);
    const sample = await createSample(model, problem, pacer);
    const parameters = Float64Array.from(
        Object.values(estimatesOf(await fitLaw(law, { x }, y, { objective: SQUARES }))),
    );
    const design = await designOf(criterion, sample, parameters, [0, 1], pacer);
    const loss = smoothedLoss(problem.objective, criterion.residuals(sample, parameters), design.degrees);
    return noiseOf({ problem, criterion, sample, design, parameters, loss, pacer });
}

async function residualsWithout(left: (row: number) => boolean): Promise<number[]> {
    const kept = [...x.keys()].filter((row) => !left(row));
    const pick = (values: Float64Array): Float64Array => Float64Array.from(kept, (row) => values[row]);
    const { a, b } = estimatesOf(await fitLaw(law, { x: pick(x) }, pick(y), { objective: SQUARES }));
    return [...x.keys()].filter(left).map((row) => y[row] - a - b * x[row]);
}

describe('noise', () => {
    it('of clusters is the residuals of a fit without them', async () => {
        const { own } = await noise({ clusters });
        for (const cluster of [0, 2]) {
            const expected = await residualsWithout((row) => clusters[row] === cluster);
            const found = [...own!.errors].filter((_, row) => clusters[row] === cluster);
            expect(found).toEqual(expected.map((value) => expect.closeTo(value, 9)));
        }
        expect(own!.degrees).toBe(3);
    });

    it('of rows lies halfway, in ratio, between the residual and that of a fit without it, where rows keep it', async () => {
        const { own } = await noise({ bootstrap: { kind: 'wild', replicates: 1, seed: 1 } });
        const { residuals } = await fitLaw(law, { x }, y, { objective: SQUARES });
        for (const row of [0, 5, 11]) {
            const [without] = await residualsWithout((other) => other === row);
            expect(own!.errors[row] ** 2).toBeCloseTo(residuals[row] * without, 9);
        }
        // NumPy: the harmonic mean of both parameters' Bell-McCaffrey degrees of freedom, 4.556 and 5.515.
        expect(own!.degrees).toBeCloseTo(4.990134719136299, 9);
        expect(own!.spread).toBe(0);
        expect((await noise({})).own).toBeNull();
    });

    it.each<[string, ObjectiveKind, number, readonly [number, number, number]]>([
        // NumPy, the deleted residuals and the bandwidth at the least-squares line.
        ['lad', { kind: 'lad' }, 1.1235404202337953, [-0.654689831133304, -0.5496026309639175, 1.1705553264099966]],
        [
            'Huber',
            { kind: 'huber', delta: 0.1 },
            1.1206238288917234,
            [-0.6544541349873699, -0.5494047674631368, 1.1701339125344212],
        ],
    ])('of rows is spread where the loss is not quadratic, its variance kept (%s)', async (_, kind, spread, errors) => {
        const objective = { ...kind, ofLog: false };
        const { own } = await noise({ objective, bootstrap: { kind: 'wild', replicates: 1, seed: 1 } });
        expect(own!.spread).toBeCloseTo(spread, 9);
        expect([0, 5, 11].map((row) => own!.errors[row])).toEqual(errors.map((value) => expect.closeTo(value, 9)));
    });

    it('has the variance that is estimated without bias, and the mean 0', async () => {
        const { errors } = await noise({});
        const { objective } = await fitLaw(law, { x }, y, { objective: SQUARES });
        const mean = errors.reduce((sum, value) => sum + value, 0) / 12;
        const square = errors.reduce((sum, value) => sum + value * value, 0) / 12;
        expect(mean).toBeCloseTo(0, 12);
        expect(square / (objective! / 10)).toBeCloseTo(1, 1);
    });

    it('of a new run is in the scale of the objective, and wider where few degrees of freedom tell it', () => {
        const errors = Float64Array.of(-1, 1);
        const sample = { precisions: Float64Array.of(4, 4) };
        const meanSquare = (degrees: number): number => {
            const values = noiseOfNewRun({ own: null, errors, degrees }, sample);
            return values.reduce((sum, value) => sum + value * value, 0) / values.length;
        };
        expect(meanSquare(1e5)).toBeCloseTo(1 / 16, 4);
        expect(meanSquare(6)).toBeGreaterThan(1.2 / 16);
        expect(noiseOfNewRun(null, sample)).toHaveLength(0);
    });
});
