import { describe, expect, it } from 'vitest';
import { fit } from '../../src/fit/fit.js';
import {
    CHINCHILLA,
    SQUARES,
    estimatesOf,
    fitLaw,
    geometric,
    gridOfRuns,
    problemOf,
    simulate,
} from './support/problems.js';

const truth = { E: 1.69, A: 406.4, alpha: 0.34, B: 410.7, beta: 0.28 };
const runs = gridOfRuns();
const observed = simulate(CHINCHILLA, runs, truth, { relative: 0.01 });

describe('the report of a search', () => {
    it('says how widely was searched and that all searches agree', async () => {
        const { search } = await fitLaw(CHINCHILLA, runs, observed);
        expect(search.candidates).toBeGreaterThanOrEqual(256);
        expect(search.starts).toBeGreaterThanOrEqual(3);
        expect(search.reachedBest).toBe(search.starts);
        expect(search.rivals).toEqual([]);
    });

    it('names a rival that other data might have made the best', async () => {
        // Two frequencies explain samples at even steps equally well, but for a little: aliases.
        const t = Float64Array.from({ length: 24 }, (_, i) => i * (1 + 1e-3 * (i % 3)));
        const y = simulate('sin(w * t)', { t }, { w: 1 }, { absolute: 0.2 });
        const { search } = await fitLaw('sin(w * t)', { t }, y, {
            objective: SQUARES,
            specs: { w: { lower: 0.5, upper: 2 * Math.PI + 1.5 } },
        });
        expect(search.optima).toBeGreaterThan(1);
        const [rival] = search.rivals;
        expect(rival.objective).toBeGreaterThan(0);
        expect(rival.indistinguishable).toBe(true);
    });

    it('is not misled by few rows about an optimum that is far worse', async () => {
        // The sum of five differences is never more than √5 of its standard errors. The rival is a constant.
        const k = geometric(1, 1e4, 5);
        const coverage = simulate('exp(-a * k^-b)', { k }, { a: 6, b: 0.25 }, { relative: 0.1 });
        const { search, objective } = await fitLaw('exp(-a * k^-b)', { k }, coverage, {
            objective: { ...SQUARES, ofLog: true },
        });
        for (const rival of search.rivals) {
            expect(rival.indistinguishable).toBe(rival.objective < objective! * Math.exp(4 / 3));
        }
        expect(search.rivals.some(({ indistinguishable }) => indistinguishable)).toBe(false);
    });
});

describe('rows that do not count alike', () => {
    it('a weight of two is a row that stands there twice', async () => {
        const weights = observed.map((_, i) => 1 + (i % 2));
        const twice = (column: Float64Array): Float64Array =>
            Float64Array.from([...column, ...column.filter((_, i) => i % 2 === 1)]);
        const weighted = await fitLaw(CHINCHILLA, runs, observed, { weights });
        const doubled = await fitLaw(CHINCHILLA, { N: twice(runs.N), D: twice(runs.D) }, twice(observed));
        expect(weighted.objective! / doubled.objective!).toBeCloseTo(1, 10);
        expect(estimatesOf(weighted).alpha).toBeCloseTo(estimatesOf(doubled).alpha, 8);
    });

    it.each(['default', 'lm'] as const)('a row known badly hardly counts (solver %s)', async (solver) => {
        const x = geometric(1, 100, 12);
        const y = simulate('a + b * x', { x }, { a: 1, b: 2 });
        y[11] += 50;
        const errors = y.map((_, i) => (i === 11 ? 1e6 : 1));
        const result = await fitLaw('a + b * x', { x }, y, { objective: SQUARES, errors, solver });
        expect(estimatesOf(result)).toEqual({ a: expect.closeTo(1, 6), b: expect.closeTo(2, 6) });
    });

    it('of the log, standard errors are relative to the value', async () => {
        const errors = observed.map((value) => 0.01 * value);
        const objective = { ...SQUARES, ofLog: true };
        const plain = await fitLaw(CHINCHILLA, runs, observed, { objective });
        const scaled = await fitLaw(CHINCHILLA, runs, observed, { objective, errors });
        expect(scaled.objective! / plain.objective!).toBeCloseTo(1e4, 3);
        expect(estimatesOf(scaled).beta).toBeCloseTo(estimatesOf(plain).beta, 8);
    });
});

describe('the size of a problem', () => {
    it('twelve parameters: one scale for each of eight groups, two shared exponents, two constants', async () => {
        const groups = 8;
        const rows = 25 * groups;
        const N = Float64Array.from({ length: rows }, (_, i) => 1e7 * 2 ** (i % 5));
        const D = Float64Array.from({ length: rows }, (_, i) => 1e9 * 3 ** (Math.floor(i / 5) % 5));
        const indicators = Object.fromEntries(
            Array.from({ length: groups }, (_, g) => [
                `g${g}`,
                Float64Array.from({ length: rows }, (_, i) => (Math.floor(i / 25) === g ? 1 : 0)),
            ]),
        );
        const scale = Array.from({ length: groups }, (_, g) => `E${g} * g${g}`).join(' + ');
        const law = `${scale} + A / N^alpha + B / D^beta`;
        const scales = Object.fromEntries(Array.from({ length: groups }, (_, g) => [`E${g}`, 1.5 + 0.1 * g]));
        const all = { ...scales, A: 400, alpha: 0.34, B: 410, beta: 0.28 };
        const columns = { N, D, ...indicators };
        const result = await fitLaw(law, columns, simulate(law, columns, all));
        const estimates = estimatesOf(result);
        for (const [name, value] of Object.entries(all)) expect(estimates[name] / value).toBeCloseTo(1, 6);
    });

    it('is the same fit in other units', async () => {
        const small = { N: runs.N.map((n) => n / 1e9), D: runs.D.map((d) => d / 1e12) };
        const [one, other] = [await fitLaw(CHINCHILLA, runs, observed), await fitLaw(CHINCHILLA, small, observed)];
        expect(other.objective! / one.objective!).toBeCloseTo(1, 10);
        expect(estimatesOf(other).alpha).toBeCloseTo(estimatesOf(one).alpha, 8);
    });
});

describe('time', () => {
    const patiently = problemOf(CHINCHILLA, runs, observed, { bootstrap: { replicates: 100_000, seed: 1 } });

    it('that runs out during the search ends it with the best that was met, and says so', async () => {
        let pauses = 0;
        const pause = (): void => void pauses++;
        const { stopped, objective, predicted, draws } = await fit(patiently, { pause, expired: () => true });
        expect(stopped.code).toBe('time-limit');
        expect(predicted).toHaveLength(observed.length);
        expect(objective).toBeLessThan(observed.reduce((sum, y) => sum + Math.log(y) ** 2, 0));
        expect(draws).toBeNull();
        // The search itself would take a dozen, the refits thousands.
        expect(pauses).toBeLessThan(4);
    });

    it('that runs out among the refits leaves those that were made, and says how many', async () => {
        let reached = 0;
        const pause = (done: number): void => void (reached = done);
        const { stopped, draws, warnings } = await fit(patiently, { pause, expired: () => reached > 20 });
        expect(stopped.code).toBe('converged');
        expect(draws!.count).toBeGreaterThan(20);
        expect(draws!.count).toBeLessThan(1000);
        const [cut] = warnings.filter(({ code }) => code === 'uncertainty-cut-short');
        expect(cut.message).toContain(`after ${draws!.count} of 100000 bootstrap refits`);
    });

    it('a fit that is cancelled throws what the caller throws, at the next pause', async () => {
        let pauses = 0;
        const pause = (): void => {
            if (++pauses === 3) throw new Error('cancelled');
        };
        await expect(fit(patiently, { pause })).rejects.toThrow('cancelled');
        expect(pauses).toBe(3);
    });
});
