/** Run tables in CSV files: any of the usual delimiters, quotes, line ends and comments. */
import { readChunks, type Patience } from './csvChunks.js';
import { detectDialect } from './csvDialect.js';
import { CsvReading } from './csvReading.js';
import type { Table } from './table.js';

/**
 * Reads a whole CSV text. The first row that is no comment names the columns, whose names keep their text.
 * `texts` names columns whose cells are texts, also where they look like numbers. Lines are zero-based lines of the text; a byte-order mark at its start belongs to no cell.
 *
 * @throws only what `patience.pause` throws, when the reading was cancelled.
 */
export async function parseCsv(
    text: string,
    patience: Patience,
    texts: ReadonlySet<string> = new Set(),
): Promise<Table> {
    const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
    const dialect = detectDialect(source);
    const first = await readWith(new CsvReading(source, dialect, texts), patience);
    const contradicted = first.contradiction();
    const reading = contradicted
        ? await readWith(new CsvReading(source, dialect, texts, contradicted), patience)
        : first;
    return reading.finish();
}

async function readWith(reading: CsvReading, patience: Patience): Promise<CsvReading> {
    await readChunks(reading.source, reading.dialect, (rows) => reading.take(rows), patience);
    return reading;
}
