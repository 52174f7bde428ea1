/** Tables written in a spec: Markdown rows, the first of which names the columns. */
import type { ColumnKind } from './columnReader.js';
import type { LineSpan, Table } from './table.js';
import { emptyTable, TableBuilder, type Locator } from './tableBuilder.js';

/**
 * Reads the text of one table: lines that start with `|`, blank lines and `//` comments between them, an optional
 * `| --- |` line under the header, `\|` for a bar inside a cell, and perhaps a comment after a row's last bar.
 *
 * `texts` names columns whose cells are texts, as `answer (text)` in the header does. Lines are counted from the text's first line, which starts at `startColumn` of its own line.
 */
export function parseInlineTable(text: string, startColumn = 0, texts: ReadonlySet<string> = new Set()): Table {
    const lines = text.split(/\r\n|\r|\n/);
    const locator = locatorOf(lines, startColumn);
    const rows = readRows(lines);
    if (rows.length === 0) {
        const message = 'A table starts with a row that names its columns: | N | D | loss |';
        return emptyTable({ severity: 'error', message, span: locator.row(0) });
    }
    const [header, ...rest] = rows;
    const data = rest.length > 0 && isSeparator(rest[0].cells) ? rest.slice(1) : rest;
    const build = (kinds: readonly ColumnKind[]) => {
        const builder = new TableBuilder({ ...header, style: 'name-only', texts }, kinds, 'grouping', locator);
        data.forEach(({ cells, line }) => builder.addRow(cells, line));
        return builder;
    };
    let builder = build(header.cells.map(() => 'number'));
    const observed = builder.observedKinds();
    if (observed.some((kind) => kind !== 'number')) {
        builder = build(observed);
    }
    reportStrayLines(lines, builder, locator);
    return builder.finish();
}

interface Row {
    readonly cells: readonly string[];
    readonly line: number;
}

function readRows(lines: readonly string[]): Row[] {
    const rows: Row[] = [];
    lines.forEach((text, line) => {
        if (text.trimStart().startsWith('|')) {
            rows.push({ cells: splitRow(text).map((cell) => cell.text), line });
        }
    });
    return rows;
}

/** A cell of one dash is a missing value, so that not all cells may be one. */
function isSeparator(cells: readonly string[]): boolean {
    return cells.every((cell) => /^:?-+:?$/.test(cell)) && cells.some((cell) => cell !== '-');
}

function reportStrayLines(lines: readonly string[], builder: TableBuilder, locator: Locator): void {
    lines.forEach((text, line) => {
        const trimmed = text.trim();
        if (trimmed !== '' && !trimmed.startsWith('|') && !trimmed.startsWith('//')) {
            const message =
                'This line stands inside a table: start it with | to make it a row, or with // to make it a comment.';
            builder.problems.add('malformed', undefined, () => ({
                severity: 'error',
                message,
                span: locator.row(line),
            }));
        }
    });
}

interface CellText {
    readonly text: string;
    /** Of the trimmed text, in characters of the line. */
    readonly start: number;
    readonly end: number;
}

/** The cells between the bars of a line. A missing last bar is forgiven. */
function splitRow(line: string): CellText[] {
    const cells: CellText[] = [];
    let from = line.indexOf('|') + 1;
    for (;;) {
        const bar = nextBar(line, from);
        const cell = trimmedCell(line, from, bar === -1 ? line.length : bar);
        const afterLastBar = bar === -1 && (cell.text === '' || cell.text.startsWith('//'));
        if (afterLastBar || cell.text.startsWith('//')) {
            return cells;
        }
        cells.push(cell);
        if (bar === -1) {
            return cells;
        }
        from = bar + 1;
    }
}

function nextBar(line: string, from: number): number {
    let bar = line.indexOf('|', from);
    while (bar > 0 && line[bar - 1] === '\\') {
        bar = line.indexOf('|', bar + 1);
    }
    return bar;
}

function trimmedCell(line: string, from: number, to: number): CellText {
    const raw = line.slice(from, to);
    const text = raw.trim();
    const start = text === '' ? from : from + raw.indexOf(text);
    const end = text === '' ? to : start + text.length;
    return { text: text.includes('\\|') ? text.replaceAll('\\|', '|') : text, start, end };
}

function locatorOf(lines: readonly string[], startColumn: number): Locator {
    const span = (line: number, start: number, end: number): LineSpan => {
        const shift = line === 0 ? startColumn : 0;
        return { line, start: start + shift, end: end + shift };
    };
    return {
        row(line) {
            const length = lines[line].trimEnd().length;
            return span(line, Math.min(length, lines[line].search(/\S|$/)), length);
        },
        cell(line, index) {
            const cell = splitRow(lines[line])[index];
            return span(line, cell.start, cell.end);
        },
    };
}
