import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedLeastSquares } from '../../src/fit/boundedLeastSquares.js';

const ROWS = 6;

const coefficient = fc.double({ min: -3, max: 3, noNaN: true }).map((x) => Math.round(x * 100) / 100);
const column = fc.array(coefficient, { minLength: ROWS, maxLength: ROWS });
const bound = fc.constantFrom(-Infinity, -1, -0.5, 0);

describe('least squares within bounds', () => {
    it('meets the conditions of Karush, Kuhn and Tucker', () => {
        const problem = fc.record({
            columns: fc.array(column, { minLength: 1, maxLength: 4 }),
            target: column,
            lower: fc.array(bound, { minLength: 4, maxLength: 4 }),
            width: fc.array(fc.constantFrom(0.25, 1, Infinity), { minLength: 4, maxLength: 4 }),
        });
        fc.assert(
            fc.property(problem, ({ columns, target, lower, width }) => {
                const upper = lower.map((low, k) => (low === -Infinity ? 0.75 : low + width[k]));
                const solution = solve(columns, target, lower, upper);
                const rest = target.map((t, i) => t - columns.reduce((sum, c, k) => sum + solution[k] * c[i], 0));
                columns.forEach((c, k) => {
                    const pull = c.reduce((sum, x, i) => sum + x * rest[i], 0);
                    expect(solution[k]).toBeGreaterThanOrEqual(lower[k]);
                    expect(solution[k]).toBeLessThanOrEqual(upper[k]);
                    if (solution[k] > lower[k]) expect(pull).toBeGreaterThan(-1e-7);
                    if (solution[k] < upper[k]) expect(pull).toBeLessThan(1e-7);
                });
            }),
        );
    });

    it('is the unbounded optimum where that lies within the bounds, whatever is rounded', () => {
        for (let seed = 0; seed < 300; seed++) {
            const wave = (k: number, i: number): number => Math.sin(1 + seed * 0.7 + k * 2.3 + i * (1.1 + k));
            const columns = [0, 1, 2].map((k) => Array.from({ length: ROWS }, (_, i) => wave(k, i)));
            const target = columns[0].map((_, i) => columns.reduce((sum, c) => sum + (2 + Math.cos(seed)) * c[i], 0));
            const solution = solve(columns, target, [0, 0, 0], [Infinity, Infinity, Infinity]);
            expect([...solution]).toEqual(columns.map(() => expect.closeTo(2 + Math.cos(seed), 8)));
        }
    });

    it('is not the unbounded optimum cut off at the bounds', () => {
        // (x + y − 1)² + (x − 2)² is 0 at (2, −1); with x ≤ 1 the best y is 0.
        const columns = [
            [1, 1, 0, 0, 0, 0],
            [1, 0, 0, 0, 0, 0],
        ];
        expect([...solve(columns, [1, 2, 0, 0, 0, 0], [-Infinity, -Infinity], [1, Infinity])]).toEqual([
            expect.closeTo(1, 12),
            expect.closeTo(0, 12),
        ]);
    });
});

function solve(columns: number[][], target: number[], lower: number[], upper: number[]): Float64Array {
    return boundedLeastSquares(
        columns.map((values) => Float64Array.from(values)),
        Float64Array.from(target),
        { lower: lower.slice(0, columns.length), upper: upper.slice(0, columns.length) },
    );
}
