/**
 * Reads the cells of one column, top to bottom. The rule for its kind, shared by all readers: a column is one of numbers when most
 * of its cells that are not missing are numbers, or when none of its cells holds anything, and one of dates when most are dates.
 */
import { sameDimension } from '../quantity/dimension.js';
import { parseQuantity, type Quantity } from '../quantity/parse.js';
import type { Unit } from '../quantity/units.js';
import { cellQuantity, isMissing, isNumber, plainNumber, withPoint, type CommaStyle } from './cell.js';
import { yearsOfDate } from './date.js';
import { GrowingArray } from './growingArray.js';
import type { Heading } from './heading.js';
import type { Column, TableProblem } from './table.js';

/** How cells are read; dates become numbers. */
export type ColumnKind = Column['kind'] | 'date';

export interface CellCounts {
    /** Cells that are not missing, and those of them that are numbers or dates. */
    present: number;
    numbers: number;
    dates: number;
}

export function kindOf({ present, numbers, dates }: CellCounts): ColumnKind {
    if (present === 0 || 2 * numbers > present) return 'number';
    return 2 * dates > present ? 'date' : 'text';
}

/** The kind of a column judged by some of its cells. */
export function kindOfCells(cells: Iterable<string>, commas: CommaStyle): ColumnKind {
    const counts: CellCounts = { present: 0, numbers: 0, dates: 0 };
    for (const cell of cells) count(cell, commas, counts);
    return kindOf(counts);
}

function count(cell: string, commas: CommaStyle, counts: CellCounts): void {
    if (isMissing(cell)) return;
    counts.present++;
    if (isNumber(cell, commas)) counts.numbers++;
    else if (yearsOfDate(cell) !== undefined) counts.dates++;
}

/** Why a cell cannot be used. The message is composed only where it is shown. */
export interface Complaint extends Pick<TableProblem, 'code' | 'severity'> {
    message(): string;
}

export class ColumnReader {
    readonly counts: CellCounts = { present: 0, numbers: 0, dates: 0 };
    private readonly values = new GrowingArray(Float64Array);
    private readonly texts: string[] = [];
    private unit: { readonly name: string; readonly unit: Unit } | undefined;
    private readonly factor: number;
    /** Numbers without a unit, and units beside cells that change the value. */
    private bare = 0;
    private scaled = 0;

    constructor(
        readonly heading: Heading,
        readonly kind: ColumnKind,
        private readonly commas: CommaStyle,
    ) {
        this.unit = heading.unit && heading.unitName ? { name: heading.unitName, unit: heading.unit } : undefined;
        this.factor = heading.unit?.factor ?? 1;
    }

    /** Takes the trimmed cell of the next row. */
    add(cell: string): Complaint | undefined {
        if (this.kind === 'text') {
            this.addText(cell);
            return undefined;
        }
        if (this.kind === 'date') return this.addDate(cell);
        const plain = plainNumber(cell);
        if (plain === undefined) {
            return this.addUnusual(cell);
        }
        this.addBare(plain);
        return undefined;
    }

    /** The column under the name it got, and whether it mixes numbers with and without a unit that matters. */
    finish(name: string): { readonly column: Column; readonly mixesUnits: boolean } {
        if (this.kind === 'text') {
            return { column: { kind: 'text', name, values: this.texts }, mixesUnits: false };
        }
        const column = { kind: 'number' as const, name, values: this.values.finish() };
        if (this.kind === 'date') return { column: { ...column, isDate: true }, mixesUnits: false };
        return {
            column: this.unit ? { ...column, unit: this.unit.name } : column,
            mixesUnits: this.bare > 0 && this.scaled > 0 && this.heading.unit === undefined,
        };
    }

    private addText(cell: string): void {
        this.texts.push(cell);
        count(cell, this.commas, this.counts);
    }

    private addDate(cell: string): Complaint | undefined {
        count(cell, this.commas, this.counts);
        const years = yearsOfDate(cell);
        this.push(years ?? NaN);
        if (years !== undefined) return undefined;
        if (isMissing(cell)) return missingValue(this.heading.name);
        const message = () =>
            `\`${cell}\` is no date. Column \`${this.heading.name}\` holds dates, such as 2024-03-01.`;
        return { code: 'not-a-date', severity: 'error', message };
    }

    private addUnusual(cell: string): Complaint | undefined {
        if (isMissing(cell)) {
            this.push(NaN);
            return missingValue(this.heading.name);
        }
        const quantity = cellQuantity(cell, this.commas);
        if (quantity) {
            return this.addQuantity(quantity);
        }
        this.push(NaN);
        if (yearsOfDate(cell) !== undefined) return this.complainOfDate(cell);
        this.counts.present++;
        const failure = parseQuantity(withPoint(cell, this.commas), 'cell');
        return failure.ok
            ? undefined
            : {
                  code: 'not-a-number',
                  severity: 'error',
                  message: () =>
                      `${failure.message} Column \`${this.heading.name}\` holds numbers; if it is one of texts, add \`in text\` to it.`,
              };
    }

    private complainOfDate(cell: string): Complaint {
        this.counts.present++;
        this.counts.dates++;
        const message = () => `\`${cell}\` is a date. Column \`${this.heading.name}\` holds numbers.`;
        return { code: 'not-a-number', severity: 'error', message };
    }

    private addQuantity(quantity: Quantity): Complaint | undefined {
        if (!quantity.unit || !quantity.unitName) {
            this.addBare(quantity.value);
            return undefined;
        }
        this.counts.present++;
        this.unit ??= { name: quantity.unitName, unit: quantity.unit };
        const expected = this.unit;
        if (!sameDimension(expected.unit.dimension, quantity.unit.dimension)) {
            this.push(NaN);
            const message = () =>
                `This cell is in ${quantity.unitName}, column \`${this.heading.name}\` in ${expected.name}.`;
            return { code: 'mixed-units', severity: 'error', message };
        }
        this.counts.numbers++;
        this.scaled += quantity.unit.factor === 1 ? 0 : 1;
        this.push(quantity.base);
        return undefined;
    }

    private addBare(value: number): void {
        this.counts.present++;
        this.counts.numbers++;
        this.bare++;
        this.push(value * this.factor);
    }

    private push(value: number): void {
        this.values.push(value);
    }
}

function missingValue(name: string): Complaint {
    const message = () => `No value for \`${name}\`: a fit that needs it leaves this row out.`;
    return { code: 'missing-value', severity: 'information', message };
}
