import { describe, expect, it } from 'vitest';
import { knownDesign } from '../../src/experiment/knownDesigns.js';
import { Limits } from '../../src/experiment/limits.js';
import type { KnownDesign, PlanProblem } from '../../src/experiment/problem.js';
import { formula } from '../fit/support/formula.js';

const COST = formula('6 * N * D');
const PROBLEM: PlanProblem & { readonly roles: NonNullable<PlanProblem['roles']> } = {
    axes: [
        { name: 'N', lower: 1e7, upper: 1e10 },
        { name: 'D', lower: 1e8, upper: 1e12 },
    ],
    measured: COST,
    ofLog: true,
    noise: 1,
    constants: { names: [], values: new Float64Array(0), draws: null },
    target: new Float64Array(0),
    limits: [],
    total: { cost: COST, limit: 1e20 },
    batch: null,
    against: [],
    roles: { size: 0, tokens: 1 },
};

/** The law has its best size on the ray D = 20·N. */
const measured = ([N, D]: readonly number[]) => Math.abs(Math.log(D! / N! / 20));

function runsOf(kind: KnownDesign, count: number, problem = PROBLEM) {
    return knownDesign(kind, { problem, limits: new Limits(problem), count, spend: 1e20, measured });
}

const computeOf = ([N, D]: readonly number[]) => 6 * N! * D!;

describe('known designs', () => {
    it('cost as much as they may, or a little less', () => {
        for (const kind of ['isoflop', 'rays'] as const) {
            for (const count of [1, 4, 10, 15]) {
                const runs = runsOf(kind, count);
                const cost = runs.reduce((sum, run) => sum + computeOf(run), 0);
                expect(runs).toHaveLength(count);
                expect(cost).toBeLessThanOrEqual(1e20 * (1 + 1e-9));
                expect(cost).toBeGreaterThan(0.9e20);
            }
        }
    });

    it('are five sizes of the same compute about the best, within a factor 4', () => {
        const runs = runsOf('isoflop', 5);
        const [compute] = runs.map(computeOf);
        for (const run of runs) expect(computeOf(run) / compute!).toBeCloseTo(1, 9);
        expect(runs[4]![0]! / runs[0]![0]!).toBeCloseTo(16, 9);
        expect(runs[2]![1]! / runs[2]![0]! / 20).toBeGreaterThan(0.8);
        expect(runs[2]![1]! / runs[2]![0]! / 20).toBeLessThan(1.25);
    });

    it('are sizes that double, at 20 tokens per parameter', () => {
        const runs = runsOf('rays', 4);
        for (const [N, D] of runs) expect(D! / N!).toBeCloseTo(20, 9);
        expect(runs.map(([N]) => Math.log2(runs[0]![0]! / N!))).toEqual([0, 1, 2, 3].map((k) => expect.closeTo(k, 9)));
    });

    it('take the nearest listed values, each once', () => {
        const axes = [{ name: 'N', values: [5e7, 2e8] }, PROBLEM.axes[1]!];
        const runs = runsOf('isoflop', 5, { ...PROBLEM, axes });
        expect(new Set(runs.map(String)).size).toBe(runs.length);
        expect(runs.every(([N]) => N === 5e7 || N === 2e8)).toBe(true);
    });
});
