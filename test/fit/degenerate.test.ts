/** Questions that cannot be answered, or not fully: said in words, never NaN, never a crash. */
import { describe, expect, it } from 'vitest';
import type { FitResult } from '../../src/fit/result.js';
import { checkFit } from './support/checkFit.js';
import {
    arithmetic,
    CHINCHILLA,
    estimatesOf,
    geometric,
    gridOfRuns,
    simulate,
    SQUARES,
    statusesOf,
} from './support/problems.js';

const truth = { E: 1.69, A: 406.4, alpha: 0.34, B: 410.7, beta: 0.28 };

const codes = (result: FitResult): string[] => result.warnings.map(({ code }) => code);

describe('too little', () => {
    it('no rows', async () => {
        const result = await checkFit(
            CHINCHILLA,
            { N: new Float64Array(0), D: new Float64Array(0) },
            new Float64Array(0),
        );
        expect(result.stopped).toEqual({ code: 'too-few-rows', message: 'There are no rows to fit the law to.' });
    });

    it('one row', async () => {
        const result = await checkFit(
            CHINCHILLA,
            { N: Float64Array.of(1e9), D: Float64Array.of(1e10) },
            Float64Array.of(2),
        );
        expect(result.stopped.message).toBe('One row cannot determine 5 parameters: add runs, or pin parameters.');
    });

    it('one row for one parameter is enough', async () => {
        const result = await checkFit('a * x', { x: Float64Array.of(4) }, Float64Array.of(2));
        expect(estimatesOf(result).a).toBeCloseTo(0.5, 12);
    });

    it('fewer configurations than parameters', async () => {
        const columns = {
            N: Float64Array.of(1e8, 1e8, 1e9, 1e9, 1e10),
            D: Float64Array.of(1e9, 1e9, 1e11, 1e11, 1e10),
        };
        const result = await checkFit(CHINCHILLA, columns, Float64Array.of(3, 3.01, 2.5, 2.51, 2.2));
        expect(codes(result)).toContain('fewer-configurations-than-parameters');
        expect(codes(result)).toContain('parameter-not-identified');
        expect(result.warnings[0].message).toContain('5 parameters are fitted to 3 distinct configurations');
    });

    it.each([2, 3, 4])('%d rows for five parameters', async (rows) => {
        const runs = { N: geometric(1e7, 1e9, rows), D: Float64Array.of(1e9, 3e11, 5e9, 2e10).slice(0, rows) };
        const result = await checkFit(CHINCHILLA, runs, Float64Array.of(4, 2.9, 2.8, 2.4).slice(0, rows));
        expect(codes(result)).toContain('fewer-configurations-than-parameters');
        expect(result.parameters.every(({ interval }) => interval === null)).toBe(true);
    });

    it('constant columns', async () => {
        const columns = { N: arithmetic(1e9, 0, 20), D: arithmetic(1e10, 0, 20) };
        const result = await checkFit(CHINCHILLA, columns, arithmetic(2, 0.01, 20));
        expect(new Set(Object.values(statusesOf(result)))).toEqual(new Set(['unidentified']));
        expect(result.parameters.every(({ interval }) => interval === null)).toBe(true);
    });

    it('a constant argument: its term cannot be told from the constant', async () => {
        const columns = { N: geometric(1e7, 1e10, 20), D: arithmetic(1e10, 0, 20) };
        const result = await checkFit(CHINCHILLA, columns, simulate(CHINCHILLA, columns, truth, { relative: 0.005 }));
        expect(statusesOf(result)).toEqual({
            E: 'unidentified',
            A: 'estimated',
            alpha: 'estimated',
            B: 'unidentified',
            beta: 'unidentified',
        });
    });

    it('runs on one ray of tokens per parameter', async () => {
        const N = geometric(1e7, 1e10, 40);
        const columns = { N, D: N.map((n) => 20 * n) };
        const result = await checkFit(CHINCHILLA, columns, simulate(CHINCHILLA, columns, truth, { relative: 0.005 }));
        expect(statusesOf(result)).toMatchObject({ A: 'unidentified', alpha: 'unidentified', B: 'unidentified' });
        const tied = await checkFit('E + A / (N * D)^alpha', columns, simulate(CHINCHILLA, columns, truth));
        expect(codes(tied)).not.toContain('parameter-not-identified');
    });

    it('two parameters that only occur as a product', async () => {
        const result = await checkFit('a * b * x', { x: arithmetic(1, 1, 20) }, arithmetic(3, 3, 20), {
            objective: SQUARES,
        });
        const warning = result.warnings.find(({ code }) => code === 'parameter-not-identified');
        expect(warning?.message).toBe(
            'The data do not determine a and b separately: pin one of them, vary the runs more, or use a law in fewer variables.',
        );
    });
});

describe('not computable', () => {
    it('a logarithm of negative data', async () => {
        const result = await checkFit('a + b * log(x)', { x: arithmetic(-5, 1, 20) }, arithmetic(1, 1, 20));
        expect(result.stopped.code).toBe('not-computable');
        expect(result.predicted).toHaveLength(0);
    });

    it('observations without a logarithm', async () => {
        const result = await checkFit('a + b * x', { x: arithmetic(0, 1, 20) }, arithmetic(-2, 1, 20));
        expect(result.stopped.message).toContain('3 of 20 observed values are not positive');
    });

    it('arguments whose squares overflow', async () => {
        const result = await checkFit('a + b * x', { x: arithmetic(1e300, 1e299, 12) }, arithmetic(1, 1, 12), {
            objective: SQUARES,
        });
        if (result.stopped.code === 'not-computable') expect(result.stopped.message).toContain('numbers beyond 1e150');
        else expect(estimatesOf(result).b / 1e-299).toBeCloseTo(1, 6);
    });

    it('numbers beyond reach', async () => {
        const x = geometric(1e300, 1e305, 20);
        const result = await checkFit(
            'a * x^b',
            { x },
            x.map((value) => value),
            { objective: SQUARES },
        );
        expect(['not-computable', 'converged', 'iteration-limit']).toContain(result.stopped.code);
    });

    it('a row of zeros beside a power', async () => {
        const columns = { x: arithmetic(0, 1, 30) };
        const exact = { E: 2, A: 0.3, a: 0.7 };
        const result = await checkFit('E + A * x^a', columns, simulate('E + A * x^a', columns, exact));
        expect(estimatesOf(result)).toEqual({
            E: expect.closeTo(2, 9),
            A: expect.closeTo(0.3, 9),
            a: expect.closeTo(0.7, 9),
        });
    });
});

describe('nothing to fit', () => {
    it('a law without parameters is evaluated', async () => {
        const columns = { N: arithmetic(1, 1, 5), D: arithmetic(2, 1, 5) };
        const result = await checkFit('6 * N * D', columns, arithmetic(12, 0, 5), { objective: SQUARES });
        expect(result.stopped.code).toBe('nothing-to-fit');
        expect([...result.predicted]).toEqual([12, 36, 72, 120, 180]);
        expect(result.warnings).toEqual([]);
    });

    it('so is one with all parameters pinned', async () => {
        const result = await checkFit('a * x', { x: arithmetic(1, 1, 3) }, Float64Array.of(3, 6, 10), {
            objective: SQUARES,
            specs: { a: { pinned: 3 } },
        });
        expect(result.parameters).toEqual([
            { name: 'a', estimate: 3, standardError: null, interval: null, status: 'pinned' },
        ]);
        expect(result.objective).toBe(1);
    });
});

describe('suspicious', () => {
    const runs = gridOfRuns();
    const observed = simulate(CHINCHILLA, runs, truth, { relative: 0.01 });

    it('a parameter at its bound', async () => {
        const result = await checkFit(CHINCHILLA, runs, observed, { specs: { alpha: { lower: 0, upper: 0.3 } } });
        expect(statusesOf(result).alpha).toBe('at-upper-bound');
        expect(codes(result)).toContain('parameter-at-bound');
    });

    it('an exponent whose interval includes 0', async () => {
        const flat = simulate('E + 0 * N', { N: runs.N }, { E: 2 }, { relative: 0.01 });
        const result = await checkFit('K * N^a', { N: runs.N }, flat, { bootstrap: { replicates: 200, seed: 1 } });
        expect(codes(result)).toContain('exponent-includes-zero');
    });

    it('a pinned parameter keeps its value and the others answer to it', async () => {
        const result = await checkFit(CHINCHILLA, runs, observed, { specs: { beta: { pinned: 0.3 } } });
        expect(result.parameters[4]).toEqual({
            name: 'beta',
            estimate: 0.3,
            standardError: null,
            interval: null,
            status: 'pinned',
        });
        expect([...result.draws!.values].filter((_, index) => index % 5 === 4)).toEqual(
            Array.from({ length: 20 }, () => 0.3),
        );
    });
});
