/** Rows of a table without their bars, as they are pasted from a CSV file or a sheet: a line of names, then lines of as many values. */
import { parseQuantity } from '../quantity/parse.js';
import { formatTable } from './format/tableRows.js';
import { lastUpTo } from './tokenMap.js';

export interface PastedTable {
    /** Offsets in the text, end exclusive. */
    readonly start: number;
    readonly end: number;
    /** The names first. */
    readonly rows: readonly (readonly string[])[];
}

/** How the lines of a table may be divided; the first that divides the line and its neighbours alike counts. */
const SEPARATORS = [/\t/, /,/, /;/, /[ ]+/];
const QUOTED = /"(?:[^"]|"")*"/g;
/** A header, whatever its units; no formula, no condition. */
const NAME = /^[A-Za-z_][\w ()%./-]*$/;
/** What makes a line part of a block instead of a row. */
const SIGNS = /[={}<>|]/;

/** The tables of a text that are pasted, by an offset in them. Lines are looked at once, however many offsets are asked for. */
export class PastedTables {
    private readonly lines: readonly string[];
    private readonly starts: readonly number[];
    private readonly lineOfStart: ReadonlyMap<number, number>;
    private readonly judged = new Map<number, PastedTable | undefined>();

    constructor(text: string) {
        this.lines = text.split('\n');
        let next = 0;
        this.starts = this.lines.map((line) => {
            const start = next;
            next += line.length + 1;
            return start;
        });
        this.lineOfStart = new Map(this.starts.map((start, line) => [start, line]));
    }

    /** Whether an offset lies in one that was found already. */
    holds(offset: number): boolean {
        return this.judged.get(this.lineAt(offset)) !== undefined;
    }

    at(offset: number): PastedTable | undefined {
        const line = this.lineAt(offset);
        if (!this.judged.has(line)) SEPARATORS.forEach((separator) => this.judge(line, separator));
        return this.judged.get(line);
    }

    private lineAt(offset: number): number {
        return this.lineOfStart.get(lastUpTo(this.starts, offset)) ?? 0;
    }

    /** Of the lines around one that are divided as it is. */
    private judge(line: number, separator: RegExp): void {
        const cellsAt = (index: number): string[] => cellsOf(this.lines[index] ?? '', separator);
        const count = cellsAt(line).length;
        if (count < 2 || this.judged.get(line) !== undefined) return;
        let [first, last] = [line, line];
        while (cellsAt(first - 1).length === count) first--;
        while (cellsAt(last + 1).length === count) last++;
        const rows = Array.from({ length: last - first + 1 }, (_, index) => cellsAt(first + index));
        const start = this.starts[first] + indentOf(this.lines[first]).length;
        const end = this.starts[last] + this.lines[last].trimEnd().length;
        const table = isTable(rows) ? { start, end, rows } : undefined;
        for (let each = first; each <= last; each++) {
            if (this.judged.get(each) === undefined) this.judged.set(each, table);
        }
    }
}

/** The table as the language writes it, each line after the first with an indent. */
export function withBars({ rows }: PastedTable, indent: string): string {
    const bars = rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|') || '-').join(' | ')} |`);
    return formatTable(bars.join('\n')).join(`\n${indent}`);
}

export function indentOf(line: string): string {
    return /^[ \t]*/.exec(line)![0];
}

/** None of what is no row. */
function cellsOf(line: string, separator: RegExp): string[] {
    const quoted: string[] = [];
    const plain = line
        .trim()
        .replace(QUOTED, (text) => `\0${quoted.push(text.slice(1, -1).replaceAll('""', '"')) - 1}\0`);
    if (SIGNS.test(plain)) return [];
    const cells = plain.split(separator).map((cell) => cell.trim());
    return cells.map((cell) => cell.replace(/\0(\d+)\0/g, (_, index: string) => quoted[Number(index)]));
}

function isTable([header, ...rows]: readonly (readonly string[])[]): boolean {
    const isNumber = (cell: string): boolean => parseQuantity(cell, 'cell').ok;
    return rows.length > 0 && header.every((cell) => NAME.test(cell)) && rows.every((row) => row.some(isNumber));
}
