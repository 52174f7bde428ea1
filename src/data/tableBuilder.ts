/** Assembles a table from a header and rows of cells, and says what is wrong with them. Shared by all readers. */
import { unknownUnitMessage } from '../quantity/parse.js';
import { plainNumber, type CommaStyle } from './cell.js';
import { ColumnReader, kindOf, type ColumnKind, type Complaint } from './columnReader.js';
import { GrowingArray } from './growingArray.js';
import { readHeading, type HeadingStyle } from './heading.js';
import { ProblemLog } from './problemLog.js';
import type { Column, LineSpan, Table, TableProblem } from './table.js';

/** Where things stand in the source text; asked only for what is reported. */
export interface Locator {
    row(line: number): LineSpan;
    cell(line: number, index: number): LineSpan;
}

export interface Header {
    readonly cells: readonly string[];
    readonly line: number;
    readonly style: HeadingStyle;
    /** The columns of texts, also where cells look like numbers. */
    readonly texts: ReadonlySet<string>;
}

/** A table without columns, and the reason. */
export function emptyTable(problem: Omit<TableProblem, 'code'>): Table {
    return { columns: [], rowCount: 0, lines: new Uint32Array(0), problems: [{ code: 'no-header', ...problem }] };
}

export class TableBuilder {
    readonly problems = new ProblemLog();
    private readonly readers: readonly ColumnReader[];
    private readonly names: readonly string[];
    private readonly areTexts: readonly boolean[];
    private readonly lines = new GrowingArray(Uint32Array);

    constructor(
        private readonly header: Header,
        kinds: readonly ColumnKind[],
        commas: CommaStyle,
        private readonly locator: Locator,
    ) {
        const headings = header.cells.map((cell) => readHeading(cell, header.style));
        this.areTexts = headings.map(({ name, isText }) => isText === true || header.texts.has(name));
        this.readers = headings.map((heading, index) => {
            return new ColumnReader(heading, this.areTexts[index] ? 'text' : kinds[index], commas);
        });
        this.names = uniqueNames(headings.map(({ name }) => name));
    }

    /** Takes the trimmed cells of the next row. Extra cells that are empty hold nothing and are not reported. */
    addRow(cells: readonly string[], line: number): void {
        const row = this.lines.length;
        this.lines.push(line);
        if (cells.length < this.readers.length) {
            this.reportTooFew(cells.length, row, line);
        } else if (cells.length > this.readers.length && cells.slice(this.readers.length).some((cell) => cell !== '')) {
            this.reportTooMany(cells.length, row, line);
        }
        for (let index = 0; index < this.readers.length; index++) {
            const complaint = this.readers[index].add(cells[index] ?? '');
            if (complaint && index < cells.length) {
                this.report(complaint, row, line, index);
            }
        }
    }

    /** The kinds that all rows together ask for. */
    observedKinds(): ColumnKind[] {
        return this.readers.map(({ counts }, index) => (this.areTexts[index] ? 'text' : kindOf(counts)));
    }

    finish(): Table {
        this.reportHeader();
        const columns = this.readers.flatMap((reader, index) => this.finishColumn(reader, index));
        return {
            columns,
            rowCount: this.lines.length,
            lines: this.lines.finish(),
            problems: this.problems.list(),
        };
    }

    private finishColumn(reader: ColumnReader, index: number): Column[] {
        const name = this.names[index];
        const span = () => this.locator.cell(this.header.line, index);
        if (reader.counts.present === 0 && this.lines.length > 0) {
            this.problems.forget('missing-value', name);
            if (reader.heading.name === '') {
                return []; // a delimiter at the end of every line
            }
            const message = `Column \`${name}\` has no values.`;
            this.problems.add('missing-value', name, () => ({ severity: 'information', message, span: span() }));
        }
        if (reader.heading.name === '') {
            const message = `This column has no name; it is called \`${name}\` here.`;
            this.problems.add('unnamed-column', name, () => ({ severity: 'information', message, span: span() }));
        } else if (reader.heading.name !== name) {
            const message = `A column \`${reader.heading.name}\` stands before this one, which is called \`${name}\` here. Rename one of them.`;
            this.problems.add('doubled-column', name, () => ({ severity: 'warning', message, span: span() }));
        }
        const { column, mixesUnits } = reader.finish(name);
        if (mixesUnits && column.kind === 'number') {
            const message = `Some numbers of \`${name}\` have a unit (${column.unit}) and some none: those are taken as they stand. Give all of them a unit, or name it in the header: \`${name} (${column.unit})\`.`;
            this.problems.add('mixed-units', name, () => ({ severity: 'warning', message, span: span() }));
        }
        return [column];
    }

    private reportHeader(): void {
        const { cells, line } = this.header;
        if (cells.every((cell) => plainNumber(cell) !== undefined)) {
            const message =
                'The first row names the columns, but this one holds only numbers. Put a row of names above it.';
            this.problems.add('no-header', undefined, () => ({
                severity: 'error',
                message,
                span: this.locator.row(line),
            }));
        }
        if (this.lines.length === 0) {
            const message = 'The table has a header but no rows.';
            this.problems.add('no-rows', undefined, () => ({
                severity: 'warning',
                message,
                span: this.locator.row(line),
            }));
        }
        this.readers.forEach(({ heading: { unknownUnit } }, index) => {
            if (unknownUnit !== undefined) {
                const message = unknownUnitMessage(unknownUnit);
                const span = () => this.locator.cell(line, index);
                this.problems.add('unknown-unit', this.names[index], () => ({
                    severity: 'warning',
                    message,
                    span: span(),
                }));
            }
        });
    }

    private report(complaint: Complaint, row: number, line: number, index: number): void {
        this.problems.add(complaint.code, this.names[index], () => ({
            severity: complaint.severity,
            message: complaint.message(),
            span: this.locator.cell(line, index),
            row,
        }));
    }

    private reportTooFew(count: number, row: number, line: number): void {
        const absent = this.names.slice(count).map((name) => `\`${name}\``);
        const listed = absent.length > 5 ? `${absent.slice(0, 5).join(', ')}, …` : absent.join(', ');
        const message = `${this.cellCount(count)}: nothing for ${listed}. A fit that needs it leaves this row out.`;
        this.problems.add('too-few-cells', undefined, () => ({
            severity: 'error',
            message,
            span: this.locator.row(line),
            row,
        }));
    }

    private reportTooMany(count: number, row: number, line: number): void {
        const message = `${this.cellCount(count)}: what stands after \`${this.names.at(-1)}\` belongs to no column.`;
        this.problems.add('too-many-cells', undefined, () => {
            const first = this.locator.cell(line, this.readers.length);
            const last = this.locator.cell(line, count - 1);
            const end = last.line === first.line ? last.end : first.end;
            return { severity: 'error', message, span: { ...first, end }, row };
        });
    }

    private cellCount(count: number): string {
        const columns = this.readers.length;
        return `This row has ${count} cell${count === 1 ? '' : 's'}, the table ${columns} column${columns === 1 ? '' : 's'}`;
    }
}

/** `column 3` for the unnamed; `loss (2)` for the second `loss`. */
function uniqueNames(names: readonly string[]): string[] {
    const taken = new Set<string>();
    return names.map((given, index) => {
        const wanted = given === '' ? `column ${index + 1}` : given;
        let name = wanted;
        for (let copy = 2; taken.has(name); copy++) {
            name = `${wanted} (${copy})`;
        }
        taken.add(name);
        return name;
    });
}
