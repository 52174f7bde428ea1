/** One pass over the rows of a CSV text. */
import type { CommaStyle } from './cell.js';
import { kindOfCells, type ColumnKind } from './columnReader.js';
import { CommaTally } from './commaTally.js';
import type { CsvRow } from './csvChunks.js';
import { isComment, type CsvDialect } from './csvDialect.js';
import { CsvLocator } from './csvLocator.js';
import { emptyTable, TableBuilder } from './tableBuilder.js';
import type { Table } from './table.js';

/** How cells are read: guessed from the first rows, then checked against all of them. */
export interface CellReading {
    readonly kinds: readonly ColumnKind[];
    readonly commas: CommaStyle;
}

/** Rows from which the first guess is made. */
const SAMPLE_ROWS = 1000;

export class CsvReading {
    private readonly locator: CsvLocator;
    private readonly commas = new CommaTally();
    private header: CsvRow | undefined;
    private builder: TableBuilder | undefined;

    constructor(
        readonly source: string,
        readonly dialect: CsvDialect,
        private readonly texts: ReadonlySet<string>,
        private cellReading?: CellReading,
    ) {
        this.locator = new CsvLocator(source, dialect);
    }

    take(rows: readonly CsvRow[]): void {
        const content = rows.filter((row) => this.isContent(row));
        content.forEach(({ cells }) => trimAll(cells));
        this.header ??= content.shift();
        if (!this.header) {
            return;
        }
        this.builder ??= this.begin(this.header, content.slice(0, SAMPLE_ROWS));
        for (const row of content) {
            this.add(row, this.builder);
        }
    }

    /** What all rows together say of the cells, where that differs from how they were read. */
    contradiction(): CellReading | undefined {
        if (!this.builder || !this.cellReading) {
            return undefined;
        }
        const { kinds, commas } = this.cellReading;
        const observed = { kinds: this.builder.observedKinds(), commas: this.commas.verdict() };
        const agrees = observed.commas === commas && observed.kinds.every((kind, index) => kind === kinds[index]);
        return agrees ? undefined : observed;
    }

    finish(): Table {
        if (!this.builder) {
            const message = 'The file is empty: its first row should name the columns.';
            return emptyTable({ severity: 'error', message, span: { line: 0, start: 0, end: 0 } });
        }
        const { ambiguous } = this.commas;
        if (ambiguous) {
            const message = `\`${ambiguous.cell}\` is read with the comma between thousands. If it is a decimal mark, write a point.`;
            this.builder.problems.add('ambiguous-comma', undefined, () => ({
                severity: 'warning',
                message,
                span: this.locator.cell(ambiguous.line, ambiguous.index),
            }));
        }
        return this.builder.finish();
    }

    private isContent({ cells, line }: CsvRow): boolean {
        const [first] = cells;
        if (cells.length === 1 && first.trim() === '') {
            return false;
        }
        return !(isComment(first) && this.source[this.locator.offsetOf(line)] !== '"');
    }

    private begin(header: CsvRow, sample: readonly CsvRow[]): TableBuilder {
        this.cellReading ??= this.guess(header, sample);
        const { kinds, commas } = this.cellReading;
        return new TableBuilder({ ...header, style: 'whole-text', texts: this.texts }, kinds, commas, this.locator);
    }

    private guess(header: CsvRow, sample: readonly CsvRow[]): CellReading {
        const tally = new CommaTally();
        sample.forEach((row) => this.tallyCommas(row, tally));
        const commas = tally.verdict();
        const kinds = header.cells.map((_, index) =>
            kindOfCells(
                sample.map(({ cells }) => cells[index] ?? ''),
                commas,
            ),
        );
        return { kinds, commas };
    }

    private add(row: CsvRow, builder: TableBuilder): void {
        this.tallyCommas(row, this.commas);
        builder.addRow(row.cells, row.line);
        if (row.fault) {
            const message =
                row.fault === 'unclosed-quote'
                    ? 'A quote that opens in this row is never closed, so the rest of the file is one cell. Close it with ".'
                    : 'A quote inside a quoted cell must be doubled: "".';
            const span = () => this.locator.row(row.line);
            builder.problems.add('malformed', undefined, () => ({ severity: 'error', message, span: span() }));
        }
    }

    /** Decimal commas are looked for in semicolon files only: there is no other reason for semicolons. */
    private tallyCommas({ cells, line }: CsvRow, tally: CommaTally): void {
        if (this.dialect.delimiter === ';') {
            cells.forEach((cell, index) => tally.add(cell, line, index));
        }
    }
}

function trimAll(cells: string[]): void {
    for (let index = 0; index < cells.length; index++) {
        cells[index] = trimmedCell(cells[index]);
    }
}

/** Without blanks around it, and without quotes that a blank before them (`1, "2"`) has kept from counting as such. */
function trimmedCell(cell: string): string {
    const text = cell.trim();
    const quoted = text.length > 1 && text.startsWith('"') && text.endsWith('"') && cell.startsWith(' ');
    return quoted ? text.slice(1, -1).replaceAll('""', '"') : text;
}
