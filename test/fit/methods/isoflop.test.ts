import { describe, expect, it } from 'vitest';
import { reduceIsoflop } from '../../../src/fit/methods/isoflop.js';
import type { Runs } from '../../../src/fit/methods/reduction.js';
import { createRandom } from '../../../src/fit/random.js';
import { geometric } from '../support/problems.js';
import { readColumns } from '../support/publishedRuns.js';
import { isoflopRuns, slopeInLogs, TEX } from './support.js';

const BUDGETS = geometric(6e18, 3e21, 9);

describe('isoflop', () => {
    it('recovers the exponent of N* exactly, and N* up to a constant factor (Hoffmann et al. 2022, unrounded)', () => {
        const { a, runs, optimum } = isoflopRuns(TEX, BUDGETS, { halfWidth: 4, sizes: 9 });
        const { rows, budgets, warnings } = reduceIsoflop(runs, 'parabola', false).report;
        expect(slopeInLogs(rows.compute, rows.size)).toBeCloseTo(a, 11);
        expect(slopeInLogs(rows.compute, rows.tokens)).toBeCloseTo(1 - a, 11);
        rows.size.forEach((size, k) => expect(size / optimum(BUDGETS[k])).toBeCloseTo(1.0128993, 6));
        rows.tokens.forEach((tokens, k) => expect((6 * rows.size[k] * tokens) / BUDGETS[k]).toBeCloseTo(1, 12));
        expect(budgets.map(({ status }) => status)).toEqual(new Array(9).fill('used'));
        expect(warnings).toEqual([]);
    });

    it('foretells the bias of parabolas on lopsided curves and drifting grids', () => {
        const marin = { ...TEX, alpha: 0.66, beta: 0.4, A: 2e5, B: 3e3 };
        const { a, runs, optimum } = isoflopRuns(marin, BUDGETS, { halfWidth: 8, sizes: 11, drift: 0.9 });
        const { rows, warnings } = reduceIsoflop(runs, 'parabola', false).report;
        const bias = slopeInLogs(rows.compute, rows.size) - a;
        const meanBias = rows.size.reduce((sum, size, k) => sum + Math.log(size / optimum(BUDGETS[k])), 0) / 9;
        expect(Math.abs(bias)).toBeGreaterThan(0.01);
        const { message } = warnings.find(({ code }) => code === 'lopsided')!;
        const [, times, size, exponent, direction] =
            /about ([\d.]+)× too (\w+), and its exponent in compute about ([\d.]+) too (\w+)/.exec(message)!;
        expect(Number(times)).toBeCloseTo(Math.exp(Math.abs(meanBias)), 0.7);
        expect(size).toBe(meanBias > 0 ? 'large' : 'small');
        expect(Number(exponent)).toBeCloseTo(Math.abs(bias), 1.7);
        expect(direction).toBe(bias > 0 ? 'large' : 'small');
        expect(warnings.map(({ code }) => code)).toContain('off-centre');
    });

    it('refuses budgets that tell no minimum, and says why', () => {
        const curve = (compute: number, losses: readonly number[]) =>
            losses.map((loss, k) => ({ compute: compute * (1 + 0.001 * k), size: 1e8 * 2 ** k, loss }));
        const rows = [
            ...curve(1e18, [3.2, 3.1, 3.06, 3.1, 3.2]),
            ...curve(1e19, [3.2, 3.1, 3.05]),
            ...curve(1e20, [3, 3.1, 3.15, 3.12, 3]),
            ...curve(1e21, [3.5, 3.2, 3, 2.9, 2.82]),
            ...curve(1e22, [2.4, 2.48, 2.58, 2.72, 2.9]),
            ...[1, 1.04, 1.08, 1.12, 1.16].map((c, k) => ({
                compute: c * 1e23,
                size: 1e9 * 2 ** k,
                loss: (k - 2) ** 2,
            })),
            { compute: -1, size: 1e9, loss: 3 },
            { compute: 1e18, size: 1e9, loss: NaN },
        ];
        const column = (of: (row: (typeof rows)[number]) => number): Float64Array => Float64Array.from(rows, of);
        const runs = { compute: column((r) => r.compute), size: column((r) => r.size), loss: column((r) => r.loss) };
        const { budgets, unusable, warnings, rows: reduced } = reduceIsoflop(runs, 'parabola', false).report;
        expect(budgets.map(({ status }) => status)).toEqual([
            'used',
            'too-few-sizes',
            'opens-downwards',
            'edge-minimum',
            'edge-minimum',
            'no-budget',
        ]);
        expect(budgets[1].message).toContain('3 sizes are too few');
        expect(budgets[3].message).toContain('add larger models');
        expect(budgets[4].message).toContain('add smaller models');
        expect(unusable.map(({ row }) => row)).toEqual([28, 29]);
        expect(reduced.compute).toHaveLength(1);
        expect(warnings.map(({ code }) => code)).toEqual(['runs-unusable', 'few-budgets', 'budgets-refused']);
        const akima = reduceIsoflop(runs, 'akima', false).report.budgets.map(({ status }) => status);
        expect(akima[3]).toBe('edge-minimum');
        expect(akima[4]).toBe('edge-minimum');
    });

    it("agrees with Llama 3's published exponents", (context) => {
        const llama = readColumns('isoflop-collection/llama_3__llama_3.csv');
        if (llama === undefined) return context.skip('the shared data are absent');
        const runs = { compute: llama.C, size: llama.N, tokens: llama.D, loss: llama.loss };
        const { rows, budgets } = reduceIsoflop(runs, 'parabola', false).report;
        expect(budgets).toHaveLength(10);
        expect(slopeInLogs(rows.compute, rows.size)).toBeCloseTo(0.4632, 4);
        expect(slopeInLogs(rows.compute, rows.tokens)).toBeCloseTo(0.5368, 4);
    });

    for (const [config, exponent] of [
        // Plain least squares of ln N* on ln C; N* there are medians over simulated seeds.
        ['rw_base_long_kaplan_kaplan_train', 0.83376793],
        ['rw_base_long_kaplan_standard_val', 0.7008992],
        ['rw_base_short_kaplan_standard_val', 0.60352776],
        ['rw_base_short_chinchilla_standard_val', 0.57142489],
        ['rw_tuned_short_const_standard_val', 0.4970288],
    ] as const) {
        it(`agrees with Porian et al.'s exponent for ${config} by Akima's curve`, (context) => {
            const points = readColumns('porian/porian_isoflop_points.csv', (row) => row.config === config);
            if (points === undefined) return context.skip('the shared data are absent');
            const runs = { compute: points.C, size: points.N, tokens: points.D, loss: points.loss };
            const { rows } = reduceIsoflop(runs, 'akima', false).report;
            expect(Math.abs(slopeInLogs(rows.compute, rows.size) - exponent)).toBeLessThan(0.0025);
        });
    }

    it('redraws the noise of all budgets, turns signs where that is asked for, and those of a run together', () => {
        const { runs } = isoflopRuns(TEX, BUDGETS, { halfWidth: 4, sizes: 9, noise: 0.003 });
        const sizes = (of: Runs, wild: boolean): number[] => {
            const { redraw } = reduceIsoflop(of, 'parabola', wild);
            return [...redraw(createRandom(3)).size];
        };
        expect(sizes(runs, false)).toHaveLength(9);
        expect(sizes(runs, true)).not.toEqual(sizes(runs, false));
        const byRun = { ...runs, run: Uint32Array.from(runs.size.keys(), (row) => row % 9) };
        expect(sizes(byRun, false)).toEqual(sizes(byRun, true));
        expect(sizes(byRun, true)).not.toEqual(sizes(runs, true));
    });

    it.each(['parabola', 'akima'] as const)('scatters about the minima that were observed (%s)', (interpolation) => {
        const { runs } = isoflopRuns(TEX, BUDGETS, { halfWidth: 4, sizes: 9, noise: 0.003 });
        const { report, redraw } = reduceIsoflop(runs, interpolation, false);
        const random = createRandom(3);
        const drawn = Array.from({ length: 400 }, () => redraw(random).size).filter(({ length }) => length === 9);
        report.rows.size.forEach((size, k) => {
            const logs = drawn.map((sizesDrawn) => Math.log(sizesDrawn[k] / size));
            const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
            const deviation = Math.sqrt(logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / logs.length);
            expect(Math.abs(mean)).toBeLessThan(0.5 * deviation);
        });
    });

    it("says that Akima's curve leaves no residuals to change the signs of", () => {
        const { runs } = isoflopRuns(TEX, BUDGETS, { halfWidth: 4, sizes: 9 });
        expect(reduceIsoflop(runs, 'akima', true).report.warnings.map(({ code }) => code)).toEqual(['no-residuals']);
    });
});
