/** Values over groups of rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOf, valuesOf } from './tableOf.js';

const SWEEP = `
  | family | N  | lr   | loss |
  | dense  | 1M | 1e-3 | 3.0  |
  | dense  | 1M | 2e-3 | 2.5  |
  | dense  | 2M | 1e-3 | 2.0  |
  | moe    | 1M | 1e-3 | -    |
  | moe    | 1M | 4e-3 | 3.5  |
  |        | 1M | 4e-3 | 9.0  |
  | dense  | 1M | 3e-3 | 4.0  |`;

describe('values over groups', () => {
    const y = async (formula: string) => valuesOf(await tableOf(`runs r {${SWEEP}\n  y = ${formula}\n}`, 'r'), 'y');

    it('are those of the rows that share the columns', async () => {
        expect(await y('min(loss by family, N)')).toEqual([2.5, 2.5, 2, 3.5, 3.5, null, 2.5]);
        expect(await y('max(loss by family)')).toEqual([4, 4, 4, 3.5, 3.5, null, 4]);
        expect(await y('sum(loss by family)')).toEqual([11.5, 11.5, 11.5, 3.5, 3.5, null, 11.5]);
        expect(await y('mean(loss by N)')).toEqual([4.4, 4.4, 2, 4.4, 4.4, 4.4, 4.4]);
        expect(await y('median(loss by N)')).toEqual([3.5, 3.5, 2, 3.5, 3.5, 3.5, 3.5]);
        // numpy.std([3, 2.5, 3.5, 9, 4], ddof=1)
        expect(await y('std(loss by N)')).toEqual([
            2.63153947,
            2.63153947,
            null,
            2.63153947,
            2.63153947,
            2.63153947,
            2.63153947,
        ]);
    });

    it('leave missing values out', async () => {
        expect(await y('count(loss by family)')).toEqual([4, 4, 4, 1, 1, null, 4]);
        expect(await y('count(by family)')).toEqual([4, 4, 4, 2, 2, null, 4]);
        expect(await y('at_min(lr, loss by family)')).toEqual([1e-3, 1e-3, 1e-3, 4e-3, 4e-3, null, 1e-3]);
        expect(await y('at_max(lr, loss by family)')).toEqual([3e-3, 3e-3, 3e-3, 4e-3, 4e-3, null, 3e-3]);
    });

    it('stand in formulas, and in one another', async () => {
        expect(await y('mean(loss - min(loss by N) by family) * 1M / N')).toEqual([0.5, 0.5, 0.25, 1, 1, null, 0.5]);
        expect(await y('min(min(loss by N), 2.2)')).toEqual([2.2, 2.2, 2, 2.2, 2.2, 2.2, 2.2]);
    });

    it('decide which rows are kept, and see those that are not', async () => {
        const found = await tableOf(
            `runs r {${SWEEP}\n  where N == 1M\n  where loss <= 1.3 * min(loss by family)\n}`,
            'r',
        );
        expect([...found.table!.filtered]).toEqual([3, 0, 2, 1, 0, 1, 3]);
    });

    it('are at most the values, and at least', async () => {
        const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
        const row = fc.record({ group: fc.constantFrom('p', 'q', ''), x: fc.option(value) });
        await fc.assert(
            fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
                const cells = rows
                    .map(({ group, x }) => `  | ${group} | ${x === null ? '' : x.toFixed(3)} |`)
                    .join('\n');
                const text = `runs r {\n  | g | x |\n  | p | 1 |\n  | q | 1 |\n${cells}\n  lo = min(x by g)\n  m = mean(x by g)\n  hi = max(x by g)\n n = count(by g)\n}`;
                const found = await tableOf(text, 'r');
                const [g, x, lo, m, hi, n] = ['g', 'x', 'lo', 'm', 'hi', 'n'].map((name) => valuesOf(found, name));
                g.forEach((group, index) => {
                    const own = x.filter((each, at) => g[at] === group && each !== null) as number[];
                    const isIn = group !== '';
                    expect(lo[index]).toBe(isIn ? Math.min(...own) : null);
                    expect(hi[index]).toBe(isIn ? Math.max(...own) : null);
                    expect(n[index]).toBe(isIn ? g.filter((each) => each === group).length : null);
                    if (isIn) expect(m[index]).toBeCloseTo(own.reduce((a, b) => a + b, 0) / own.length, 5);
                });
            }),
            { numRuns: 50 },
        );
    });
});
