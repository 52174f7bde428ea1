/** Texts in conditions of formulas. */
import { describe, expect, it } from 'vitest';
import { checkDiagnostics } from '../../support/markers.js';
import { tableOf, valuesOf } from './tableOf.js';

const RUNS = `runs r {
  | family | total | active |
  | dense  | 10    | 10     |
  | moe    | 80    | 8      |
  |        | 5     | 5      |
  | moe    | 40    | -      |
`;

describe('texts in if', () => {
    const y = async (formula: string) => valuesOf(await tableOf(`${RUNS}  y = ${formula}\n}`, 'r'), 'y');

    it('decide between numbers, and a missing one decides nothing', async () => {
        expect(await y('if(family == "moe", active, total)')).toEqual([10, 8, null, null]);
        expect(await y('if("moe" != family, active, total) + 1')).toEqual([11, 81, null, 41]);
        expect(await y('if(family == "moe" and total > 50 or family == "dense", 1, 2)')).toEqual([1, 1, null, 2]);
    });

    it('may stand in values over rows, and in where', async () => {
        expect(await y('sum(if(family == "moe", total, 0) by family)')).toEqual([0, 120, null, 120]);
        const found = await tableOf(`${RUNS}  where if(family == "moe", active, total) > 8\n}`, 'r');
        expect([...found.table!.filtered]).toEqual([0, 2, 1, 1]);
        const grouped = await tableOf(
            `${RUNS}}\nruns g from r { } runs h from r for k in {1, 2} {\n  y = sum(if(family == "moe", total, 0)) * k\n}`,
            'h',
        );
        expect(valuesOf(grouped, 'y')).toEqual([120, 240]);
    });

    it('are compared with columns of texts', async () => {
        const { problems } = await tableOf(
            `${RUNS}  y = if(total == "moe", 1, 2)\n  z = if(family == 3, 1, 2)\n}`,
            'r',
        );
        const errors = problems.filter(({ severity }) => severity === 'error');
        expect(errors.map(({ message }) => message)).toEqual([
            '`total` is a column of numbers: compare it with a number, without quotes.',
            '`family` is a column of texts; numbers are needed here.',
        ]);
    });

    it('belong to runs', async () => {
        await checkDiagnostics(`
law f(N) = if(N == "a", 1, 2)
                   ^^^ error: In \`if\` a text can be compared in the columns and conditions of runs alone: make it a column there.
runs r from "a.csv" {
  y = if(a < "b", 1, 2)
             ^^^ error: A text can only be compared with a column, by \`==\` or \`!=\`.
}
`);
    });
});
