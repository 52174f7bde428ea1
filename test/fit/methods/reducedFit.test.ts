import { describe, expect, it } from 'vitest';
import { fitReduced } from '../../../src/fit/methods/reducedFit.js';
import type { ReducedFitProblem } from '../../../src/fit/methods/reducedFit.js';
import type { Runs } from '../../../src/fit/methods/reduction.js';
import { formula } from '../support/formula.js';
import { estimatesOf, geometric, PATIENT } from '../support/problems.js';
import { readColumns } from '../support/publishedRuns.js';
import { disturbedCurves, isoflopRuns, TEX } from './support.js';

const BUDGETS = geometric(6e18, 3e21, 9);
const PARABOLA = { kind: 'isoflop', interpolation: 'parabola' } as const;
const AKIMA = { kind: 'isoflop', interpolation: 'akima' } as const;

/** N* = k·C^a, or D* or the loss instead of N*. */
function powerLaw(runs: Runs, options: Partial<ReducedFitProblem> = {}): ReducedFitProblem {
    return {
        method: PARABOLA,
        runs,
        law: formula('k * C^a'),
        argumentNames: ['C'],
        argumentColumns: ['compute'],
        target: 'size',
        parameters: ['k', 'a'].map((name) => ({ name, lower: -Infinity, upper: Infinity })),
        objective: { kind: 'squares', ofLog: true },
        bootstrap: { replicates: 200, seed: 7 },
        ...options,
    };
}

describe('a law fitted to reduced runs', () => {
    it('finds the frontier of a known surface, with intervals that hold it', async () => {
        const { a, runs } = isoflopRuns(TEX, BUDGETS, { halfWidth: 4, sizes: 9, noise: 0.003 });
        const { fit } = await fitReduced(powerLaw(runs), PATIENT);
        const exponent = fit.parameters[1];
        expect(exponent.interval![0]).toBeLessThan(a);
        expect(exponent.interval![1]).toBeGreaterThan(a);
        expect(exponent.estimate).toBeCloseTo(a, 1.7);
        expect(fit.rows).toBe(9);
        expect(fit.draws?.count).toBe(200);
        expect(fit.warnings).toEqual([]);
    });

    it('gives the same draws for the same seed, and for wild residuals others', async () => {
        const { runs } = isoflopRuns(TEX, BUDGETS, { halfWidth: 4, sizes: 9, noise: 0.003 });
        const draws = async (kind: 'rows' | 'wild'): Promise<number[]> => {
            const { fit } = await fitReduced(powerLaw(runs, { bootstrap: { replicates: 20, seed: 7, kind } }), PATIENT);
            return [...fit.draws!.values];
        };
        const rows = await draws('rows');
        expect(await draws('rows')).toEqual(rows);
        expect(await draws('wild')).not.toEqual(rows);
    });

    it("gives Llama 3's published D* = 0.299·C^0.537", async (context) => {
        const llama = readColumns('isoflop-collection/llama_3__llama_3.csv');
        if (llama === undefined) return context.skip('the shared data are absent');
        const runs = { compute: llama.C, size: llama.N, tokens: llama.D, loss: llama.loss };
        const { fit } = await fitReduced(powerLaw(runs, { target: 'tokens' }), PATIENT);
        const { k, a } = estimatesOf(fit);
        expect(k).toBeCloseTo(0.299, 3);
        expect(a).toBeCloseTo(0.5368, 4);
        const [low, high] = fit.parameters[1].interval!;
        expect(low).toBeLessThan(0.537);
        expect(high).toBeGreaterThan(0.537);
    });

    for (const [config, low, high] of [
        // 95 % of Porian et al.'s simulated seeds of their weighted fits.
        ['rw_base_long_kaplan_kaplan_train', 0.823514, 0.8459584],
        ['rw_base_long_kaplan_standard_val', 0.69148775, 0.71692616],
        ['rw_base_short_kaplan_standard_val', 0.59142846, 0.61728168],
        ['rw_base_short_chinchilla_standard_val', 0.55980089, 0.58852068],
        ['rw_tuned_short_const_standard_val', 0.4906816, 0.50452396],
    ] as const) {
        it(`lies within the published interval of ${config}, and is no surer than it`, async (context) => {
            const points = readColumns('porian/porian_isoflop_points.csv', (row) => row.config === config);
            if (points === undefined) return context.skip('the shared data are absent');
            const runs = { compute: points.C, size: points.N, loss: points.loss };
            const { fit } = await fitReduced(powerLaw(runs, { method: AKIMA }), PATIENT);
            const { estimate, interval } = fit.parameters[1];
            expect(estimate).toBeGreaterThan(low);
            expect(estimate).toBeLessThan(high);
            expect(interval![0]).toBeLessThan(low);
            expect(interval![1]).toBeGreaterThan(high);
        });
    }

    it('takes back by what noise moves an envelope, whose lowest losses are those of lucky runs', async () => {
        const problem = powerLaw(disturbedCurves(16, 20), {
            method: { kind: 'envelope' },
            law: formula('k * (C / 1e20)^a'),
        });
        const { fit } = await fitReduced({ ...problem, bootstrap: { replicates: 100, seed: 7 } }, PATIENT);
        const { k } = estimatesOf(fit);
        const drawn = [...fit.draws!.values].filter((_, index) => index % 2 === 0);
        const mean = drawn.reduce((sum, value) => sum + Math.log(value / k), 0) / drawn.length;
        // By 0.017 in simulated experiments of about this noise.
        expect(mean).toBeLessThan(-0.005);
        expect(mean).toBeGreaterThan(-0.05);
    });

    it('keeps pins and bounds', async () => {
        const { runs } = isoflopRuns(TEX, BUDGETS, { halfWidth: 4, sizes: 9, noise: 0.003 });
        const parameters = [
            { name: 'k', lower: 0, upper: Infinity },
            { name: 'a', lower: -Infinity, upper: Infinity, pinned: 0.5 },
        ];
        const { fit } = await fitReduced(powerLaw(runs, { parameters }), PATIENT);
        expect(fit.parameters.map(({ status }) => status)).toEqual(['estimated', 'pinned']);
        expect(fit.parameters[1].interval).toBeNull();
        expect(fit.draws!.values.filter((_, index) => index % 2 === 1)).toEqual(new Float64Array(200).fill(0.5));
    });

    it('says what is missing where no budget has a minimum', async () => {
        const { runs } = isoflopRuns(TEX, BUDGETS, { halfWidth: 4, sizes: 3 });
        const { fit, reduction } = await fitReduced(powerLaw(runs), PATIENT);
        expect(fit.stopped.code).toBe('too-few-rows');
        expect(fit.stopped.message).toContain('No budget');
        expect(fit.draws).toBeNull();
        expect(reduction.warnings.map(({ code }) => code)).toEqual(['few-budgets', 'budgets-refused']);
    });

    it('reports progress, can be cancelled, and ends when its time is up', async () => {
        const { runs } = isoflopRuns(TEX, BUDGETS, { halfWidth: 4, sizes: 9, noise: 0.003 });
        const problem = powerLaw(runs, { bootstrap: { replicates: 20_000, seed: 7 } });
        let last = 0;
        const cancelled = fitReduced(problem, {
            pause: (done, total) => {
                expect(total).toBe(20_001);
                last = done;
                if (done > 100) throw new Error('cancelled');
            },
        });
        await expect(cancelled).rejects.toThrow('cancelled');
        expect(last).toBeLessThan(5000);
        let pauses = 0;
        const { fit } = await fitReduced(problem, {
            pause: () => void pauses++,
            expired: () => last > 0 && pauses > 3,
        });
        expect(fit.draws?.count ?? 0).toBeLessThan(20_000);
        expect(fit.warnings.map(({ code }) => code)).toContain('bootstrap-refits-failed');
    });
});
