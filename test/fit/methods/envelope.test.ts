import { describe, expect, it } from 'vitest';
import { reduceToEnvelope } from '../../../src/fit/methods/envelope.js';
import type { Runs } from '../../../src/fit/methods/reduction.js';
import { createRandom } from '../../../src/fit/random.js';
import { geometric } from '../support/problems.js';
import { disturbedCurves, isoflopRuns, slopeInLogs, TEX } from './support.js';

/** Training curves on the surface of Hoffmann et al.: 24 sizes, each from 2 to 200 tokens per parameter. */
function trainingCurves(): Required<Runs> {
    const { E, A, B, alpha, beta } = TEX;
    const rows = Array.from(geometric(5e7, 2e10, 24), (N, run) =>
        Array.from(geometric(2 * N, 200 * N, 60), (D) => ({ run, N, D, loss: E + A / N ** alpha + B / D ** beta })),
    ).flat();
    const column = (of: (row: (typeof rows)[number]) => number): Float64Array => Float64Array.from(rows, of);
    return {
        compute: column((r) => 6 * r.N * r.D),
        size: column((r) => r.N),
        tokens: column((r) => r.D),
        loss: column((r) => r.loss),
        run: Uint32Array.from(rows, (r) => r.run),
    };
}

describe('the envelope', () => {
    it('recovers the frontier of a known surface', () => {
        const runs = trainingCurves();
        const { a, optimum } = isoflopRuns(TEX, geometric(1e19, 1e21, 3), { halfWidth: 2, sizes: 3 });
        const { rows, stretches, warnings } = reduceToEnvelope(runs, 'rows').report;
        expect(slopeInLogs(rows.compute, rows.size)).toBeCloseTo(a, 1.7);
        // Sizes are 1.30× apart: the one chosen lies within half a step, in logarithms, of the optimum.
        const off = rows.size.map((size, k) => Math.abs(Math.log(size / optimum(rows.compute[k]))));
        expect(Math.max(...off)).toBeLessThan(0.16);
        rows.tokens.forEach((D, k) => expect((6 * rows.size[k] * D) / rows.compute[k]).toBeCloseTo(1, 9));
        expect(stretches.reduce((sum, { values }) => sum + values, 0)).toBe(1500);
        expect(new Set(rows.clusters).size).toBeGreaterThan(10);
        expect(warnings.map(({ code }) => code)).toEqual(['compute-refused', 'winners-curse']);
    });

    it('refuses values of compute where the best is the smallest or the largest that got there', () => {
        const { stretches } = reduceToEnvelope(trainingCurves(), 'rows').report;
        const statuses = stretches.map(({ status }) => status);
        expect(statuses[0]).toBe('uncontested');
        expect(statuses.at(-1)).toBe('uncontested');
        expect(statuses).toContain('edge-minimum');
        for (const { status, size, from, to } of stretches) {
            expect(from).toBeLessThanOrEqual(to);
            if (status === 'used') expect([5e7, 2e10]).not.toContain(size);
        }
    });

    it('takes sizes for curves where runs are not told apart', () => {
        const { compute, size, loss } = trainingCurves();
        const bySize = reduceToEnvelope({ compute, size, loss }, 'rows').report.rows;
        expect(bySize.size).toEqual(reduceToEnvelope(trainingCurves(), 'rows').report.rows.size);
    });

    it('gives curves other noise, about a surface whose own envelope it tells', () => {
        const { withoutNoise, redraw, report } = reduceToEnvelope(disturbedCurves(16, 20), 'rows');
        const exponents = Array.from({ length: 40 }, (_, seed) => {
            const { compute, size } = redraw(createRandom(seed));
            return slopeInLogs(compute, size);
        });
        const mean = exponents.reduce((sum, value) => sum + value, 0) / 40;
        expect(new Set(exponents).size).toBe(40);
        expect(Math.abs(mean - slopeInLogs(withoutNoise!.compute, withoutNoise!.size))).toBeLessThan(0.03);
        expect(report.warnings.map(({ code }) => code)).not.toContain('no-residuals');
    });

    it('draws whole runs where they are few, and says so', () => {
        const runs = disturbedCurves(5, 6);
        const { withoutNoise, redraw, report } = reduceToEnvelope(runs, 'rows');
        expect(withoutNoise).toBeNull();
        expect(report.warnings.map(({ code }) => code)).toContain('no-residuals');
        const observed = new Map(Array.from(report.rows.compute, (C, k) => [C, report.rows.loss[k]]));
        const { compute, loss } = redraw(createRandom(2));
        // Without some of the curves the lowest is never lower.
        compute.forEach((C, k) => expect(loss[k]).toBeGreaterThanOrEqual(observed.get(C) ?? 0));
        expect(reduceToEnvelope(runs, null).report.warnings.map(({ code }) => code)).not.toContain('no-residuals');
    });

    it('gives no row where nothing can be compared', () => {
        const point = { compute: Float64Array.of(1e18), size: Float64Array.of(1e8), loss: Float64Array.of(3) };
        const { rows, unusable, warnings } = reduceToEnvelope(point, 'wild').report;
        expect(rows.compute).toHaveLength(0);
        expect(unusable.map(({ row }) => row)).toEqual([0]);
        expect(warnings.map(({ code }) => code)).toEqual(['runs-unusable', 'no-residuals']);
        const none = new Float64Array(0);
        const empty = reduceToEnvelope({ compute: none, size: none, loss: none }, 'rows');
        expect(empty.report.stretches).toEqual([]);
        expect(empty.redraw(createRandom(1)).loss).toHaveLength(0);
    });
});
