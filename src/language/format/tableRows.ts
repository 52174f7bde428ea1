/** Inline tables in even columns: numbers to the right, the rest to the left. Rows keep their cells, whatever their number. */
import { parseQuantity } from '../../quantity/parse.js';

/** A row with its last bar, and perhaps a comment after it; `\|` is a bar in a cell. */
const ROW = /^\s*\|((?:(?:\\\||[^|])*\|)+)\s*(\/\/.*)?$/;
/** Of the line under the header. A cell of one dash is a missing value, so that not all cells may be one. */
const SEPARATOR = /^:?-+:?$/;

/** A row of the table; the line under the header is one of dashes. */
type Line = { readonly cells: readonly string[]; readonly comment: string } | { readonly verbatim: string };

/** The lines of a table; the first stands where the table begins. */
export function formatTable(text: string): string[] {
    const lines = text.split(/\r?\n/).map(readLine);
    const rows = lines.flatMap((line) => ('cells' in line ? [line.cells] : []));
    const separator = rows.slice(1, 2).find(isSeparator);
    const widths: number[] = [];
    for (const row of rows) {
        row.forEach((cell, column) => {
            const width = row === separator ? 3 : [...cell].length;
            widths[column] = Math.max(widths[column] ?? 0, width);
        });
    }
    return lines.map((line) => {
        if ('verbatim' in line) return line.verbatim;
        const fit = line.cells === separator ? stretch : pad;
        const cells = line.cells.map((cell, column) => fit(cell, widths[column]));
        return `| ${cells.join(' | ')} |${line.comment}`;
    });
}

function isSeparator(cells: readonly string[]): boolean {
    return cells.every((cell) => SEPARATOR.test(cell)) && cells.some((cell) => cell !== '-');
}

function readLine(text: string): Line {
    const match = ROW.exec(text);
    if (match === null) return { verbatim: text.trim() };
    const cells = [...match[1].matchAll(/((?:\\\||[^|])*)\|/g)].map((cell) => cell[1].trim());
    return { cells, comment: match[2] === undefined ? '' : `  ${match[2].trimEnd()}` };
}

function pad(cell: string, width: number): string {
    const blanks = ' '.repeat(width - [...cell].length);
    return parseQuantity(cell, 'cell').ok ? blanks + cell : cell + blanks;
}

/** `:-:` at the width of its column; what stands at the ends says how Markdown aligns it. */
function stretch(separator: string, width: number): string {
    const left = separator.startsWith(':') ? ':' : '-';
    const right = separator.endsWith(':') ? ':' : '-';
    return left + '-'.repeat(Math.max(0, width - 2)) + right;
}
