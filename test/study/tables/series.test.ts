/** Values along a run. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOf, valuesOf } from './tableOf.js';

/** Not in order; run b has no loss at step 100, the last row no run. */
const LOG = `
  | run | step | loss |
  | a   | 100  | 4.0  |
  | a   | 0    | 5.0  |
  | a   | 300  | 3.0  |
  | b   | 0    | 6.0  |
  | b   | 100  | -    |
  | b   | 200  | 4.5  |
  |     | 200  | 4.5  |`;

describe('functions of a series', () => {
    const table = (column: string) => tableOf(`runs log {${LOG}\n  series along step by run\n  ${column}\n}`, 'log');

    it('see the rows of a run in the order of its steps', async () => {
        expect(valuesOf(await table('y = previous(loss)'), 'y')).toEqual([5, null, 4, null, 6, null, null]);
        expect(valuesOf(await table('y = first(loss)'), 'y')).toEqual([5, 5, 5, 6, 6, 6, null]);
        expect(valuesOf(await table('y = last(loss)'), 'y')).toEqual([3, 3, 3, 4.5, 4.5, 4.5, null]);
        expect(valuesOf(await table('y = cumsum(loss)'), 'y')).toEqual([9, 5, 12, 6, null, 10.5, null]);
    });

    it('smooth by the steps between the rows', async () => {
        // NumPy: s += -expm1(-dstep / 100) * (x - s) from s = x of the first row.
        const expected = [4.36787944, 5, 3.18512235, 6, null, 4.70300292, null];
        expect(valuesOf(await table('y = smooth(loss, 100)'), 'y')).toEqual(expected);
    });

    it('take formulas, and stand in formulas and in one another', async () => {
        expect(valuesOf(await table('y = previous(previous(loss) - loss) + step'), 'y')).toEqual([
            null,
            null,
            301,
            null,
            null,
            null,
            null,
        ]);
    });

    it('decide which rows are kept, and see those that are not', async () => {
        const found = await tableOf(
            `runs log {${LOG}\n  series along step by run\n  y = first(loss)\n  where step > first(step)\n}`,
            'log',
        );
        expect(valuesOf(found, 'y')[0]).toBe(5);
        expect([...found.table!.filtered]).toEqual([0, 2, 0, 2, 0, 0, 1]);
    });

    it('are of one run where no column tells runs apart', async () => {
        const found = await tableOf(
            'runs log {\n | step | x |\n | 2 | 20 |\n | 1 | 10 |\n series along step\n y = cumsum(x)\n}',
            'log',
        );
        expect(valuesOf(found, 'y')).toEqual([30, 10]);
    });

    it('use columns that are defined, whatever stands first', async () => {
        const files = { 'log.csv': 'Step,Loss\n1,5\n2,4\n' };
        const text = 'runs log from "log.csv" {\n series along t\n t = "Step" * 2\n y = previous("Loss")\n}';
        expect(valuesOf(await tableOf(text, 'log', files), 'y')).toEqual([null, 5]);
    });

    it('smooth to the value of the last row for a short span, to the first for a long one', async () => {
        await fc.assert(
            fc.asyncProperty(
                fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 2, maxLength: 5 }),
                async (x) => {
                    const rows = x.map((value, step) => `  | ${step} | ${value.toFixed(6)} |`).join('\n');
                    const text = `runs r {\n  | t | x |\n${rows}\n  series along t\n  s = smooth(x, 1e-3)\n  l = smooth(x, 1e12)\n}`;
                    const found = await tableOf(text, 'r');
                    const [s, l] = [valuesOf(found, 's'), valuesOf(found, 'l')] as number[][];
                    x.forEach((value, row) => {
                        expect(s[row]).toBeCloseTo(value, 5);
                        expect(l[row]).toBeCloseTo(x[0], 5);
                    });
                },
            ),
            { numRuns: 20 },
        );
    });
});

describe('the rows of a series', () => {
    const said = async (text: string) =>
        (await tableOf(text, 'r')).problems
            .filter(({ severity }) => severity !== 'information')
            .map(({ severity, code, message, range }) => `${range.start.line + 1} ${severity} ${code}: ${message}`);

    it('that have no place are told', async () => {
        const text = `runs r {${LOG.replace('| b   | 200', '| b   | 100')}\n  series along step by run\n}`;
        expect(await said(text)).toEqual([
            '10 warning series-order: 1 row (line 9): `step` or `run` is missing, so that what is computed along a run is missing there.',
            '10 warning series-order: 1 row (line 8): a row above of the same `run` has the same `step`. They follow one another as in the text.',
        ]);
    });

    it('have columns that are there, and steps that are numbers', async () => {
        expect(await said(`runs r {${LOG}\n  series along run by stepp\n  y = previous(loss)\n}`)).toEqual([
            '10 error not-a-number-column: `run` is a column of texts; numbers are needed here.',
            '10 error unknown-column: `r` has no column `stepp`. Did you mean `step`? Its columns are run, step, loss.',
        ]);
    });
});
