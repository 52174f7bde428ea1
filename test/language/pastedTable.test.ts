/** Tables without their bars, as they come from a CSV file or a sheet. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PastedTables, withBars } from '../../src/language/pastedTable.js';
import { checkDiagnostics } from '../support/markers.js';

const NAME = fc.stringMatching(/^[A-Za-z_]\w{0,6}$/);
const WORD = fc.stringMatching(/^[a-z]{1,5}$/);
const NUMBER = fc.double({ noNaN: true, noDefaultInfinity: true }).map(String);

/** A header and rows of a word and some numbers. */
const TABLE = fc.integer({ min: 1, max: 4 }).chain((numbers) =>
    fc.tuple(
        fc.array(NAME, { minLength: numbers + 1, maxLength: numbers + 1 }),
        fc.array(
            fc.tuple(WORD, fc.array(NUMBER, { minLength: numbers, maxLength: numbers })).map(([a, b]) => [a, ...b]),
            { minLength: 1, maxLength: 6 },
        ),
    ),
);

function block(rows: readonly (readonly string[])[], separator: string): string {
    return `runs r {\n  where x > 1\n${rows.map((row) => `  ${row.join(separator)}\n`).join('')}}\n`;
}

describe('a pasted table', () => {
    it('is found from any of its lines, whatever divides its cells', () => {
        fc.assert(
            fc.property(TABLE, fc.constantFrom(',', ', ', '\t', ';', '  '), ([header, rows], separator) => {
                const cells = [header, ...rows];
                const text = block(cells, separator);
                for (const [index, row] of cells.entries()) {
                    const offset = text.indexOf(`  ${row.join(separator)}\n`) + 2;
                    const found = new PastedTables(text).at(offset);
                    expect(found?.rows, `line ${index}`).toEqual(cells);
                    expect(text.slice(found!.start, found!.end)).toBe(
                        cells.map((each) => each.join(separator)).join('\n  '),
                    );
                }
            }),
        );
    });

    it('keeps quoted cells whole, and writes missing ones as `-`', () => {
        const text = 'runs r {\nModel,N,loss\n"a, ""b""",1e9,\n"c | d",2e9,2.5\n}\n';
        const table = new PastedTables(text).at(text.indexOf('1e9'));
        expect(withBars(table!, '  ').split('\n')).toEqual([
            '| Model  | N   | loss |',
            '  | a, "b" | 1e9 | -    |',
            '  | c \\| d | 2e9 |  2.5 |',
        ]);
    });

    it('is one mistake, and nothing but a table is taken for one', async () => {
        await checkDiagnostics(`
runs comma {
  lr, step
  ^^^^^^^^ error: The rows of a table stand between bars, as in \`| lr | step |\`.
  short, 200
  long, 500
}
runs entries {
  N in params
  loss
  where N > 1e9 and
                ^^^ error: A value is missing after \`and\`.
}
`);
    });
});
