import { describe, expect, it } from 'vitest';
import { fit } from '../../../src/fit/fit.js';
import { influenceOfRows, influenceOn } from '../../../src/fit/methods/influence.js';
import { chooseRows } from '../../../src/fit/chosenRows.js';
import type { FitProblem } from '../../../src/fit/problem.js';
import { arithmetic, CHINCHILLA, estimatesOf, PATIENT, problemOf, simulate, SQUARES } from '../support/problems.js';
import { readColumns } from '../support/publishedRuns.js';

const COOK = [0.426238566, 0.001475684, 0.0011153, 0.300160085, 14.733991462];
const DFBETA = [
    [-0.285290323, 0.038903226],
    [0.016, -0.001777778],
    [-0.012205128, 0.000871795],
    [0.15, 0.0],
    [0.686, -0.294],
];

async function influenceOf(problem: FitProblem) {
    const fitted = await fit(problem, PATIENT);
    return { fitted, report: await influenceOfRows(problem, fitted, PATIENT) };
}

describe('leave-one-out influence', () => {
    it("is Cook's distance and the exact change of the coefficients of a straight line", async () => {
        const x = Float64Array.of(1, 2, 3, 4, 10);
        const y = Float64Array.of(1.1, 1.9, 3.2, 3.8, 12);
        const problem = problemOf('a + b * x', { x }, y, { objective: SQUARES });
        const { report } = await influenceOf(problem);
        // NumPy 2.4: e²h / (p s² (1 − h)²), and (XᵀX)⁻¹ x e / (1 − h).
        COOK.forEach((expected, row) => expect(report.rows[row].distance).toBeCloseTo(expected, 6));
        DFBETA.forEach((expected, row) => {
            expected.forEach((change, j) => expect(report.rows[row].change[j]).toBeCloseTo(change, 6));
        });
        expect(report.message).toBeNull();
    });

    it('agrees with fits of the other rows, found from afar', async (context) => {
        const all = readColumns('chinchilla-epoch/chinchilla_245.csv');
        if (all === undefined) return context.skip('the shared data are absent');
        const problem = problemOf(CHINCHILLA, { N: all.N, D: all.D }, all.loss);
        const { fitted, report } = await influenceOf(problem);
        expect(report.rows).toHaveLength(245);
        const byDistance = [...report.rows].sort((a, b) => b.distance! - a.distance!);
        // Though Huber's loss holds them back, rows that Besiroglu et al. (2024) left out move the law most.
        const leftOut = byDistance.slice(0, 5).map(({ row }) => all.excluded_by_epoch[row]);
        expect(leftOut.filter((flag) => flag === 1).length).toBeGreaterThanOrEqual(3);
        const { row, parameters } = byDistance[0];
        const others = [...all.N.keys()].filter((other) => other !== row);
        const afar = estimatesOf(await fit(chooseRows(problem, others), PATIENT));
        fitted.parameters.forEach(({ name }, j) => expect(parameters![j] / afar[name]).toBeCloseTo(1, 5));

        const alpha = fitted.parameters.findIndex(({ name }) => name === 'alpha');
        const beta = fitted.parameters.findIndex(({ name }) => name === 'beta');
        const exponents = influenceOn(report, fitted, (p) => p[beta] / (p[alpha] + p[beta]));
        const most = exponents.find((one) => one.row === row)!;
        expect(most.value).toBeCloseTo(afar.beta / (afar.alpha + afar.beta), 6);
        expect(most.change).toBeCloseTo(most.value! - estimateOf(exponents[0]), 9);
    });

    it('leaves out only the most suspicious of many rows, and says so', async () => {
        const x = arithmetic(1, 0.001, 2500);
        const y = simulate('a + b * x', { x }, { a: 1, b: 2 }, { absolute: 0.1 });
        y[1234] += 5;
        const { report } = await influenceOf(problemOf('a + b * x', { x }, y, { objective: SQUARES }));
        expect(report.rows).toHaveLength(200);
        expect(report.message).toContain('Of 2500 rows only the 200');
        const most = report.rows.reduce((a, b) => (b.distance! > a.distance! ? b : a));
        expect(most.row).toBe(1234);
    });

    it('knows no fit without a row that the law cannot do without', async () => {
        const x = Float64Array.of(1, 2);
        const { report } = await influenceOf(
            problemOf('a + b * x', { x }, Float64Array.of(1, 3), { objective: SQUARES }),
        );
        expect(report.rows.map(({ parameters }) => parameters)).toEqual([null, null]);
        expect(report.rows[0].change).toEqual([null, null]);
        expect(report.rows[0].distance).toBeNull();
    });

    it('has nothing to say where nothing was estimated', async () => {
        const pinned = { specs: { a: { pinned: 1 } }, objective: SQUARES };
        const { report } = await influenceOf(
            problemOf('a * x', { x: arithmetic(1, 1, 5) }, arithmetic(1, 1, 5), pinned),
        );
        expect(report.rows).toEqual([]);
        expect(report.message).toContain('Nothing was estimated');
    });

    it('can be cancelled', async () => {
        const x = arithmetic(1, 0.001, 2500);
        const problem = problemOf('a + b * x', { x }, x, { objective: SQUARES });
        const fitted = await fit(problem, PATIENT);
        const cancel = (): void => {
            throw new Error('cancelled');
        };
        await expect(influenceOfRows(problem, fitted, { pause: cancel })).rejects.toThrow('cancelled');
    });
});

function estimateOf({ value, change }: { value: number | null; change: number | null }): number {
    return value! - change!;
}
