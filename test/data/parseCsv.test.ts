import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../src/data/parseCsv.js';
import type { Table } from '../../src/data/table.js';
import { sharedData } from '../support/sharedData.js';

const patience = { pause: () => {} };
const read = (text: string) => parseCsv(text, patience);
const valuesOf = (table: Table, name: string) => [...table.columns.find((column) => column.name === name)!.values];
const placesOf = (table: Table) =>
    table.problems.map(({ code, span }) => `${code} ${span.line}:${span.start}-${span.end}`);

describe('parseCsv', () => {
    it('reads quotes, line breaks in quotes, CRLF, a byte-order mark, comments and blank lines, and keeps the lines', async () => {
        const table = await read(
            '\uFEFF# by hand\r\n"N","note, ""long""",loss\r\n70M,"two\r\nlines",3\r\n\r\n// later\r\n1e9,x,2.5\r\n',
        );
        expect(table.problems).toEqual([]);
        expect(table.columns.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
            'N: number',
            'note, "long": text',
            'loss: number',
        ]);
        expect(valuesOf(table, 'N')).toEqual([70e6, 1e9]);
        expect(valuesOf(table, 'note, "long"')).toEqual(['two\r\nlines', 'x']);
        expect([...table.lines]).toEqual([2, 6]);
    });

    it.each([',', ';', '\t', '|'])('finds the delimiter %j', async (delimiter) => {
        const table = await read(['N', 'D', 'loss'].join(delimiter) + '\n' + ['1', '2', '3.5'].join(delimiter) + '\n');
        expect(table.columns.map(({ name }) => name)).toEqual(['N', 'D', 'loss']);
        expect(valuesOf(table, 'loss')).toEqual([3.5]);
    });

    it('reads a single column, and old line ends', async () => {
        expect(valuesOf(await read('loss\n3\n2\n'), 'loss')).toEqual([3, 2]);
        expect(valuesOf(await read('N,loss\r1,3\r2,2\r'), 'loss')).toEqual([3, 2]);
    });

    it('takes a quoted heading that starts like a comment for what it is', async () => {
        expect((await read('"# of GPUs",loss\n8,3\n')).columns.map(({ name }) => name)).toEqual(['# of GPUs', 'loss']);
    });

    it('keeps header texts as names, with the unit read from them', async () => {
        const table = await read('Training FLOP,"C (PFLOP-days)"\n1e20,2\n');
        expect(table.columns).toMatchObject([
            { name: 'Training FLOP' },
            { name: 'C (PFLOP-days)', unit: 'PFLOP-days' },
        ]);
        expect(valuesOf(table, 'C (PFLOP-days)')).toEqual([2 * 8.64e19]);
    });

    describe('commas inside numbers', () => {
        it('are decimal marks in a semicolon file that cannot be read otherwise', async () => {
            const table = await read('N;loss\n1;3,5\n2;3,125\n');
            expect(table.problems).toEqual([]);
            expect(valuesOf(table, 'loss')).toEqual([3.5, 3.125]);
        });

        it('are decimal marks even where this shows only late in the file', async () => {
            const rows = Array.from({ length: 20_000 }, (_, row) => `${row};3,125`);
            const table = await read(`N;loss\n${rows.join('\n')}\n7;3,5\n`);
            expect(new Set(valuesOf(table, 'loss'))).toEqual(new Set([3.125, 3.5]));
        });

        it('stand between thousands otherwise, which is said where nothing proves it', async () => {
            const table = await read('N;loss\n1,234;3\n');
            expect(valuesOf(table, 'N')).toEqual([1234]);
            expect(placesOf(table)).toEqual(['ambiguous-comma 1:0-5']);
            expect((await read('N;D\n1,234;1,234,567\n')).problems).toEqual([]);
            expect(valuesOf(await read('N,loss\n"1,234",3\n'), 'N')).toEqual([1234]);
        });
    });

    it('reports ragged rows at their real line, and ignores empty cells at the end', async () => {
        const table = await read('name,N,loss\n"a\nb",1,2\n3\n"x ""y""",5,6,7\n9,10,11,\n');
        expect(placesOf(table)).toEqual(['too-few-cells 3:0-1', 'too-many-cells 4:14-15']);
        expect([...table.lines]).toEqual([1, 3, 4, 5]);
        expect((await read('N,loss,\n1,2,\n')).columns.map(({ name }) => name)).toEqual(['N', 'loss']);
    });

    it('points at bad cells inside quotes and after line breaks', async () => {
        const table = await read('name,N\n"a\nb", "1x"\nc,2\nd,3\n');
        expect(placesOf(table)).toEqual(['not-a-number 2:5-7']);
    });

    it('says that a quote is never closed, instead of losing the rest', async () => {
        const table = await read('name,N\n"a,1\nb,2\n');
        expect(table.problems.map(({ code }) => code)).toContain('malformed');
    });

    it('decides the kind of a column by all of its cells, not by the first ones', async () => {
        const numbersFirst = Array.from({ length: 5000 }, (_, row) => `${row},${row}`);
        const textLater = Array.from({ length: 6000 }, (_, row) => `v${row},${row}`);
        const table = await read(`tag,N\n${[...numbersFirst, ...textLater].join('\n')}`);
        expect(table.columns.map(({ kind }) => kind)).toEqual(['text', 'number']);
        expect(valuesOf(table, 'tag').slice(4999, 5001)).toEqual(['4999', 'v0']);
        expect(table.problems).toEqual([]);
        const numbersLater = await read(`tag,N\n${[...textLater, ...numbersFirst, ...numbersFirst].join('\n')}`);
        expect(numbersLater.columns[0].kind).toBe('number');
        expect(numbersLater.problems.at(-1)!.message).toContain('5,900 more cells that are not numbers in `tag`');
    });

    it('says once that a column is empty', async () => {
        const table = await read(`N,note\n${'1,\n'.repeat(500)}`);
        expect(table.problems.map(({ message }) => message)).toEqual(['Column `note` has no values.']);
    });

    it('reads files with thousands of columns', async () => {
        const names = Array.from({ length: 3000 }, (_, index) => `c${index}`);
        const table = await read(`${names.join(',')}\n${names.map((_, index) => index).join(',')}\n`);
        expect(table.columns).toHaveLength(3000);
        expect(valuesOf(table, 'c2999')).toEqual([2999]);
    });

    it('pauses as it goes, and stops when that throws', async () => {
        const text = `N,loss\n${'1,2\n'.repeat(50_000)}`;
        const progress: number[] = [];
        await parseCsv(text, { pause: (done, total) => void progress.push(done / total) });
        expect(progress.length).toBeGreaterThan(3);
        expect(progress.at(-1)).toBe(1);
        const cancelled = parseCsv(text, {
            pause: (done) => (done > 1e5 ? Promise.reject(new Error('cancelled')) : undefined),
        });
        await expect(cancelled).rejects.toThrow('cancelled');
    });

    it('is empty for an empty text', async () => {
        expect(await read('')).toMatchObject({ rowCount: 0, problems: [{ code: 'no-header' }] });
        expect(await read('# nothing\n\n')).toMatchObject({ rowCount: 0, problems: [{ code: 'no-header' }] });
        expect(await read('N,loss\n')).toMatchObject({ rowCount: 0, problems: [{ code: 'no-rows' }] });
    });

    it('reads the 245 Chinchilla points', async (ctx) => {
        const path = sharedData('chinchilla-epoch/chinchilla_245.csv');
        if (!path) {
            return ctx.skip('the shared data sets are not here');
        }
        const table = await read(await readFile(path, 'utf8'));
        expect(table.rowCount).toBe(245);
        expect(table.columns.every(({ kind }) => kind === 'number')).toBe(true);
        expect(table.problems).toEqual([]);
    });
});

describe('a table written as CSV', () => {
    const text = fc.string({
        unit: fc.constantFrom('a', 'B', '7', ' ', ',', ';', '"', '\n', '\t', '|', '#', 'é'),
        maxLength: 6,
    });
    const label = text.map((chars) => `x${chars}x`);
    const number = fc
        .oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer())
        .map((value) => value + 0);
    const row = fc.tuple(label, number, number);
    const style = fc.record({
        delimiter: fc.constantFrom(',', ';', '\t', '|'),
        newline: fc.constantFrom('\n', '\r\n'),
        quoteAll: fc.boolean(),
        lastNewline: fc.boolean(),
        mark: fc.constantFrom('', '\uFEFF'),
    });

    it('is read back unchanged, each row at its line', async () => {
        await fc.assert(
            fc.asyncProperty(
                fc.array(row, { minLength: 1, maxLength: 20 }),
                style,
                async (rows, { delimiter, newline, quoteAll, lastNewline, mark }) => {
                    const quote = (cell: string) =>
                        quoteAll || /[",;\t|\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
                    const records = [['label', 'N', 'loss'], ...rows].map((cells) =>
                        cells.map((cell) => quote(String(cell))).join(delimiter),
                    );
                    const table = await read(mark + records.join(newline) + (lastNewline ? newline : ''));
                    expect(table.problems).toEqual([]);
                    expect(valuesOf(table, 'label')).toEqual(rows.map(([cell]) => cell));
                    expect(valuesOf(table, 'N')).toEqual(rows.map(([, cell]) => cell));
                    expect(valuesOf(table, 'loss')).toEqual(rows.map(([, , cell]) => cell));
                    let line = 0;
                    const lines = records.map((record) => {
                        const start = line;
                        line += record.split('\n').length;
                        return start;
                    });
                    expect([...table.lines]).toEqual(lines.slice(1));
                },
            ),
            { numRuns: 300 },
        );
    });

    it('never makes reading throw, whatever the text', async () => {
        const pieces = fc.constantFrom(
            ',',
            ';',
            '"',
            '\n',
            '\r\n',
            'N',
            '1',
            '1,5',
            '-',
            '#',
            '//',
            ' ',
            'x',
            'tokens',
        );
        await fc.assert(
            fc.asyncProperty(fc.array(pieces, { maxLength: 40 }), async (parts) => {
                const source = parts.join('');
                const lines = source.split('\n');
                for (const { span } of (await read(source)).problems) {
                    expect(0 <= span.start && span.start <= span.end && span.end <= lines[span.line].length).toBe(true);
                }
            }),
            { numRuns: 500, examples: [[['"', '"', '-', '\r\n', '"', ',']]] },
        );
    });
});
