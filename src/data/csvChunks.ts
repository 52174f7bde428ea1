/** Splits a CSV text into rows of cells, some thousand at a time, with papaparse. */
import Papa from 'papaparse';
import type { CsvDialect } from './csvDialect.js';

/**
 * What long reading is given by its caller. `pause` is awaited every few milliseconds of work: it lets other work proceed,
 * reports progress (in characters), and throws when the reading was cancelled.
 */
export interface Patience {
    pause(done: number, total: number): Promise<void> | void;
}

export interface CsvRow {
    /** Zero-based line on which the row starts: rows with quoted line breaks span several. */
    readonly line: number;
    readonly cells: string[];
    /** What papaparse found wrong with the row's quotes. */
    readonly fault: 'unclosed-quote' | 'stray-quote' | undefined;
}

/** Characters per chunk: a few milliseconds of work. */
const CHUNK_LENGTH = 1 << 16;

/** Gives all rows, blank lines and comments included, to `take`, pausing after each chunk. */
export function readChunks(
    text: string,
    dialect: CsvDialect,
    take: (rows: CsvRow[]) => void,
    patience: Patience,
): Promise<void> {
    let line = 0;
    let offset = 0;
    return new Promise((resolve, reject) => {
        const chunk = ({ data, errors, meta }: Papa.ParseResult<string[]>, parser: Papa.Parser) => {
            const quoted = hasQuote(text, offset, meta.cursor);
            const faults = new Map(errors.map((error) => [error.row, error.code]));
            const rows = data.map((cells, index): CsvRow => {
                const row = { line, cells, fault: faultOf(faults.get(index)) };
                line += 1 + (quoted ? lineBreaksIn(cells, dialect.newline) : 0);
                return row;
            });
            offset = meta.cursor;
            // Papa resumes with an exception of ours on its stack, so all work of a chunk is done on our side of the pause.
            parser.pause();
            Promise.resolve()
                .then(() => take(rows))
                .then(() => patience.pause(offset, text.length))
                .then(() => parser.resume())
                .catch(reject);
        };
        Papa.parse<string[]>(text, { ...dialect, chunkSize: CHUNK_LENGTH, chunk, complete: () => resolve() });
    });
}

function hasQuote(text: string, from: number, to: number): boolean {
    return text.slice(from, to).includes('"');
}

function lineBreaksIn(cells: readonly string[], newline: string): number {
    let count = 0;
    for (const cell of cells) {
        for (let at = cell.indexOf(newline); at !== -1; at = cell.indexOf(newline, at + 1)) {
            count++;
        }
    }
    return count;
}

function faultOf(code: string | undefined): CsvRow['fault'] {
    if (code === undefined) {
        return undefined;
    }
    return code === 'MissingQuotes' ? 'unclosed-quote' : 'stray-quote';
}
