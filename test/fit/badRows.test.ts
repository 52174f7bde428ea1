/** Rows that no fit can use, and rows that tell the same thing more than once. */
import { describe, expect, it } from 'vitest';
import type { FitResult } from '../../src/fit/result.js';
import { checkFit } from './support/checkFit.js';
import { arithmetic, CHINCHILLA, estimatesOf, gridOfRuns, simulate, SQUARES, statusesOf } from './support/problems.js';

const truth = { E: 1.69, A: 406.4, alpha: 0.34, B: 410.7, beta: 0.28 };

describe('rows that cannot be used', () => {
    const x = arithmetic(1, 1, 12);
    const y = x.map((at) => 3 + 2 * at);
    const withRow = (column: Float64Array, value: number): Float64Array =>
        column.map((old, i) => (i === 4 ? value : old));

    it.each([NaN, Infinity, -Infinity])('%d among the arguments or the observations', async (value) => {
        for (const [columns, target] of [
            [{ x: withRow(x, value) }, y],
            [{ x }, withRow(y, value)],
        ] as const) {
            const result = await checkFit('a + b * x', columns, target, { objective: SQUARES });
            expect(result.stopped.message).toBe('1 of 12 rows hold a value that is not a number.');
        }
    });

    it.each([0, -1, NaN, Infinity])('a weight or a standard error of %d', async (value) => {
        const ones = new Float64Array(12).fill(1);
        const weighted = await checkFit('a + b * x', { x }, y, { weights: withRow(ones, value) });
        expect(weighted.stopped.message).toBe(
            '1 of 12 weights are not positive numbers: filter these rows, or correct them.',
        );
        const measured = await checkFit('a + b * x', { x }, y, { errors: withRow(ones, value) });
        expect(measured.stopped.message).toMatch(/^1 of 12 standard errors are not positive numbers/);
    });

    it('observations whose squares overflow', async () => {
        const result = await checkFit('a + b * x', { x }, withRow(y, 1e300), { objective: SQUARES });
        expect(result.stopped.message).toMatch(/^1 of 12 observed values are beyond 1e150/);
        const ofLog = await checkFit('a * x^b', { x }, withRow(y, 1e300));
        expect(ofLog.stopped.code).toBe('converged');
    });

    it('a negative size under a power', async () => {
        const runs = gridOfRuns(4);
        const target = simulate(CHINCHILLA, runs, truth, { relative: 0.01 });
        const result = await checkFit(CHINCHILLA, { ...runs, N: withRow(runs.N, -1e8) }, target);
        expect(result.stopped.code).toBe('not-computable');
        expect(result.stopped.message).toContain('powers of negative numbers');
    });
});

describe('rows that tell the same', () => {
    const runs = gridOfRuns(5);
    const observed = simulate(CHINCHILLA, runs, truth, { relative: 0.01 });
    const thrice = (column: Float64Array): Float64Array => Float64Array.from([...column, ...column, ...column]);

    it('count as often as they stand there', async () => {
        const once = await checkFit(CHINCHILLA, runs, observed);
        const copies = { N: thrice(runs.N), D: thrice(runs.D) };
        const result = await checkFit(CHINCHILLA, copies, thrice(observed));
        expect(result.objective! / once.objective!).toBeCloseTo(3, 9);
        const weighted = await checkFit(CHINCHILLA, runs, observed, { weights: new Float64Array(25).fill(3) });
        for (const [name, estimate] of Object.entries(estimatesOf(once))) {
            expect(estimatesOf(result)[name] / estimate).toBeCloseTo(1, 5);
            expect(estimatesOf(weighted)[name] / estimate).toBeCloseTo(1, 5);
        }
    });

    it('all observations alike', async () => {
        const result = await checkFit(CHINCHILLA, runs, arithmetic(2, 0, 25));
        expect([...result.predicted]).toEqual(Array.from({ length: 25 }, () => expect.closeTo(2, 9)));
        expect(statusesOf(result)).toMatchObject({ alpha: 'unidentified', beta: 'unidentified' });
    });

    it('all observations 0', async () => {
        for (const kind of ['squares', 'lad'] as const) {
            const objective = { kind, ofLog: false };
            const result = await checkFit('a + b * N', { N: runs.N }, new Float64Array(25), { objective });
            expect(Object.values(estimatesOf(result)).map(Math.abs)).toEqual([0, 0]);
        }
    });

    it.each(['bootstrap', 'profile', 'standard'] as const)(
        'clusters of one row, of two, of all: %s',
        async (intervals) => {
            const clustered = (clusterOf: (row: number) => number): Promise<FitResult> =>
                checkFit(CHINCHILLA, runs, observed, {
                    intervals,
                    clusters: Uint32Array.from(observed, (_, i) => clusterOf(i)),
                });
            const own = await clustered((row) => row + 7);
            expect(own.parameters.every(({ interval }) => interval !== null)).toBe(true);
            await clustered((row) => row % 2);
            // Nothing is known of how runs of another cluster would differ.
            const all = await clustered(() => 3);
            expect(all.objective).toBe(own.objective);
            expect(all.parameters.every(({ interval }) => interval === null)).toBe(true);
        },
    );
});
