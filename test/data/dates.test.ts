/** Dates in cells. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yearsOfDate } from '../../src/data/date.js';
import { parseCsv } from '../../src/data/parseCsv.js';
import { parseInlineTable } from '../../src/data/parseInlineTable.js';
import { estimatesOf, studyOf } from '../study/studyOf.js';

describe('a date', () => {
    it('is the year and how much of it has passed', () => {
        expect(yearsOfDate('2024-01-01')).toBe(2024);
        expect(yearsOfDate('2024-03')).toBe(2024 + 60 / 366);
        expect(yearsOfDate('2024-03-01')).toBe(2024 + 60 / 366);
        expect(yearsOfDate('2023-03-01')).toBe(2023 + 59 / 365);
        expect(yearsOfDate('2024-12-31T12:00Z')).toBe(2024 + 365.5 / 366);
        expect(yearsOfDate('2024-03-01 00:00')).toBe(2024 + 60 / 366);
        expect(yearsOfDate('2025-01-01T01:00:00+02:00')).toBeCloseTo(2024 + (366 - 1 / 24) / 366, 12);
        expect(yearsOfDate('0024-01-01')).toBe(24);
    });

    it('is on the calendar', () => {
        for (const text of [
            '2023-02-29',
            '2024-13',
            '2024-00-10',
            '2024-04-31',
            '2024-1-1',
            '20240101',
            '2024',
            '2024-01-01T25:00',
        ])
            expect(yearsOfDate(text), text).toBeUndefined();
        expect(yearsOfDate('2024-02-29')).toBe(2024 + 59 / 366);
        expect(yearsOfDate('1900-02-29')).toBeUndefined();
    });

    it('is later than those before it, and in its own year', () => {
        const day = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true });
        fc.assert(
            fc.property(day, (date) => {
                const text = date.toISOString().slice(0, 10);
                const next = new Date(Date.parse(text) + 864e5).toISOString().slice(0, 10);
                const years = yearsOfDate(text)!;
                expect(Math.floor(years)).toBe(Number(text.slice(0, 4)));
                expect((yearsOfDate(next)! - years) * 365.5).toBeCloseTo(1, 1);
            }),
        );
    });
});

describe('a column of dates', () => {
    const TABLE = '| day | x |\n| 2024-01-01 | 1 |\n| - | 2 |\n| 2024-07-02 | 3 |\n| 2023.5 | 4 |';

    it('is one of numbers, in tables and files', async () => {
        const csv = TABLE.replace(/^\| | \|$/gm, '').replaceAll(' | ', ',');
        for (const table of [parseInlineTable(TABLE), await parseCsv(csv, { pause: () => undefined })]) {
            expect(table.columns[0]).toMatchObject({ kind: 'number', isDate: true });
            expect([...table.columns[0].values]).toEqual([2024, NaN, 2024.5, NaN]);
            expect(table.problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
                'information missing-value',
                'error not-a-date',
            ]);
            expect(table.problems[1].message).toBe(
                '`2023.5` is no date. Column `day` holds dates, such as 2024-03-01.',
            );
        }
    });

    it('is told from one of numbers in which a date stands, and from texts', () => {
        const numbers = parseInlineTable('| x |\n| 1 |\n| 2 |\n| 2024-03-01 |');
        expect(numbers.problems).toMatchObject([
            { code: 'not-a-number', message: '`2024-03-01` is a date. Column `x` holds numbers.' },
        ]);
        expect(parseInlineTable('| x |\n| a |\n| b |\n| 2024-03-01 |').columns[0].kind).toBe('text');
    });

    it('is what a law over time is fitted to', async () => {
        // Xiao et al. 2024 (arXiv:2412.04315): density grows as exp(0.007 t), t in days, and doubles in 99 days.
        const days = [0, 60, 150, 290, 365, 500, 640, 731];
        const rows = days.map((day) => {
            const date = new Date(Date.UTC(2023, 0, 1) + day * 864e5).toISOString().slice(0, 10);
            return `  | ${date} | ${Math.exp(0.007 * day - 3).toPrecision(12)} |`;
        });
        const report = await studyOf(
            `runs models {\n  | released | density |\n${rows.join('\n')}\n}\n` +
                'law growth(released) = exp(A * (released - 2023) + B)\n' +
                'fit growth to models predicting density { objective squares of log  bootstrap 0 }\n',
        );
        expect(report.diagnostics).toEqual([]);
        const doubling = (Math.LN2 / estimatesOf(report).A) * 365.25;
        // 2024 is a day longer than 2023, so that a day is not the same part of both years.
        expect(doubling).toBeGreaterThan(98.7);
        expect(doubling).toBeLessThan(99.3);
        expect(report.runs[0].columns[0]).toMatchObject({ isDate: true, range: [2023, 2025] });
    });
});
