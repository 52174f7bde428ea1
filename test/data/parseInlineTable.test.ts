import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInlineTable } from '../../src/data/parseInlineTable.js';
import type { Table } from '../../src/data/table.js';

const valuesOf = (table: Table, name: string) => [...table.columns.find((column) => column.name === name)!.values];
const placesOf = (table: Table) =>
    table.problems.map(({ code, span }) => `${code} ${span.line}:${span.start}-${span.end}`);

describe('parseInlineTable', () => {
    it('reads rows, suffixes, the Markdown separator, comments and blank lines', () => {
        const table = parseInlineTable(
            [
                '| N    | D    | loss  |',
                '  | --- | :--: | ---: |',
                '| 70M  | 1.4B | 3.562 | // best of 3 | seeds',
                '',
                '  // later',
                '| 160M | 3.2B | 3.118',
            ].join('\n'),
        );
        expect(table.problems).toEqual([]);
        expect(valuesOf(table, 'N')).toEqual([70e6, 160e6]);
        expect(valuesOf(table, 'loss')).toEqual([3.562, 3.118]);
        expect([...table.lines]).toEqual([2, 5]);
    });

    it('keeps text columns, with bars escaped', () => {
        const table = parseInlineTable('| model | N |\n| a \\| b | 1 |\n| 7B-chat | 2 |');
        expect(valuesOf(table, 'model')).toEqual(['a | b', '7B-chat']);
        expect(table.columns.map(({ kind }) => kind)).toEqual(['text', 'number']);
    });

    it('keeps numbers as texts where the header or the block says so', () => {
        const table = parseInlineTable(
            '| answer (text) | other | n |\n| 12 | 1e3 | 1 |\n| a/2 | 2 | 2 |',
            0,
            new Set(['other']),
        );
        expect(valuesOf(table, 'answer')).toEqual(['12', 'a/2']);
        expect(valuesOf(table, 'other')).toEqual(['1e3', '2']);
        expect(valuesOf(table, 'n')).toEqual([1, 2]);
        expect(table.problems).toEqual([]);
    });

    it('takes units from the header or beside the cells, and converts to base terms', () => {
        const table = parseInlineTable('| N (params) | C [PFLOP-days] | D |\n| 70M | 2 | 1.4B tokens |');
        expect(table.columns.map(({ name }) => name)).toEqual(['N', 'C', 'D']);
        expect(table.columns).toMatchObject([{ unit: 'params' }, { unit: 'PFLOP-days' }, { unit: 'tokens' }]);
        expect(valuesOf(table, 'C')).toEqual([2 * 8.64e19]);
    });

    it('points at exactly the cell that is wrong, the first line being offset', () => {
        const table = parseInlineTable(
            '| N | loss |\n| 70b | 3.1 |\n| 1 | 3.x |\n| 2 | 2.9 |\n| 3 | 2.8 |\n| 4 | 2.7 |',
            4,
        );
        expect(placesOf(table)).toEqual(['not-a-number 1:2-5', 'not-a-number 2:6-9']);
        expect(table.problems[0]).toMatchObject({ row: 0, column: 'N', severity: 'error' });
        expect(valuesOf(table, 'loss')).toEqual([3.1, NaN, 2.9, 2.8, 2.7]);
        expect(placesOf(parseInlineTable('|  | N | N |\n| 1 | 2 | 3 |', 4))).toEqual([
            'unnamed-column 0:5-7',
            'doubled-column 0:13-14',
        ]);
    });

    it('reports too few and too many cells, and keeps the rows', () => {
        const table = parseInlineTable('| N | loss |\n| 1 |\n| 2 | 3 | 4 | 5 |');
        expect(placesOf(table)).toEqual(['too-few-cells 1:0-5', 'too-many-cells 2:10-15']);
        expect(table.problems[0].message).toContain('nothing for `loss`');
        expect(valuesOf(table, 'loss')).toEqual([NaN, 3]);
    });

    it('keeps rows with missing values, and says so quietly', () => {
        const cells = ['', '-', 'NA', 'NaN', 'null', '?', 'n/a'];
        const table = parseInlineTable(`| N | loss |\n${cells.map((cell) => `| 1 | ${cell} |`).join('\n')}\n| 1 | 2 |`);
        expect(table.rowCount).toBe(cells.length + 1);
        expect(table.problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(
            cells.map(() => 'missing-value information'),
        );
    });

    it('refuses to mix dimensions, and warns where a unit is on some cells only', () => {
        expect(placesOf(parseInlineTable('| D |\n| 1 tokens |\n| 1 FLOP |\n| 3 tokens |'))).toEqual([
            'mixed-units 2:2-8',
        ]);
        const some = parseInlineTable('| C |\n| 1 PFLOP-days |\n| 2e20 |');
        expect(placesOf(some)).toEqual(['mixed-units 0:2-3']);
        expect(valuesOf(some, 'C')).toEqual([8.64e19, 2e20]);
    });

    it('says what is missing in a table that is only begun', () => {
        expect(placesOf(parseInlineTable('| N | loss |'))).toEqual(['no-rows 0:0-12']);
        expect(placesOf(parseInlineTable(''))).toEqual(['no-header 0:0-0']);
        expect(placesOf(parseInlineTable('| N |\n| 1 |\nloss\n| 2 |'))).toEqual(['malformed 2:0-4']);
        expect(placesOf(parseInlineTable('| 1 | 2 |\n| 3 | 4 |'))).toEqual(['no-header 0:0-9']);
    });

    it('suggests the unit that was probably meant in a header', () => {
        expect(parseInlineTable('| D (tokns) |\n| 1 |').problems[0]).toMatchObject({
            code: 'unknown-unit',
            span: { start: 2, end: 11 },
        });
    });

    it('lists some of very many problems, and counts the rest', () => {
        const table = parseInlineTable(`| N | loss |\n${'| 1 | |\n'.repeat(5000)}| 1 | 2 |`);
        expect(table.problems).toHaveLength(101);
        expect(table.problems.at(-1)!.message).toContain('4,900 more missing values in `loss`');
    });

    it('never throws, and places every problem inside the text', () => {
        const pieces = fc.constantFrom(
            '|',
            '\n',
            ' ',
            '\\|',
            '70M',
            '-',
            '---',
            '//',
            'x',
            'tokens',
            '1,2',
            '1.4B tokens',
            '(params)',
        );
        fc.assert(
            fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
                const text = parts.join('');
                const lines = text.split('\n');
                for (const { span } of parseInlineTable(text).problems) {
                    expect(0 <= span.start && span.start <= span.end && span.end <= lines[span.line].length).toBe(true);
                }
            }),
        );
    });
});
