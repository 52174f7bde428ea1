import { describe, expect, it } from 'vitest';
import { budgetCurve } from '../../../src/fit/methods/budgetCurve.js';
import { reduceIsoflop } from '../../../src/fit/methods/isoflop.js';
import { isoflopRuns, TEX } from './support.js';

const { runs } = isoflopRuns(TEX, Float64Array.of(1e20, 1e21), { halfWidth: 4, sizes: 9 });

describe('the curve of a budget', () => {
    it.each(['parabola', 'akima'] as const)('has its lowest point where the minimum was read off (%s)', (method) => {
        for (const { rows, size, loss } of reduceIsoflop(runs, method, false).report.budgets) {
            const curve = budgetCurve(runs, rows, method, 2001)!;
            const lowest = curve.loss.indexOf(Math.min(...curve.loss));
            expect(Math.log(curve.size[lowest] / size!)).toBeCloseTo(0, 2);
            expect(curve.loss[lowest] / loss!).toBeCloseTo(1, 6);
            expect([curve.size[0], curve.size[2000]].map((end) => end.toPrecision(9))).toEqual(
                [runs.size[rows[0]], runs.size[rows.at(-1)!]].map((end) => end.toPrecision(9)),
            );
        }
    });

    it('passes through every run where it is one of Akima', () => {
        const [{ rows }] = reduceIsoflop(runs, 'akima', false).report.budgets;
        // Sizes are evenly spread in the logarithm: each eighth value is a run's own.
        const { loss } = budgetCurve(runs, rows, 'akima', 8 * 25 + 1)!;
        rows.forEach((row, index) => expect(loss[25 * index]).toBeCloseTo(runs.loss[row], 12));
    });

    it('is none for two sizes', () => {
        expect(budgetCurve(runs, [0, 1], 'parabola', 10)).toBeNull();
    });
});
