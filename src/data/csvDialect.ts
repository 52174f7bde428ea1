/** How a CSV file is written: its delimiter and its line ends. */
import Papa from 'papaparse';

export interface CsvDialect {
    readonly delimiter: string;
    readonly newline: '\n' | '\r';
}

const DELIMITERS = [',', ';', '\t', '|'];
/** Enough for ten rows of thousands of columns. */
const SAMPLE_LENGTH = 1 << 20;

export function detectDialect(text: string): CsvDialect {
    // In CRLF files the \r ends up in the last cell, where it is trimmed away like any blank.
    const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
    const sample = withoutComments(text.slice(0, SAMPLE_LENGTH), newline);
    const { meta } = Papa.parse(sample, {
        preview: 10,
        newline,
        skipEmptyLines: 'greedy',
        delimitersToGuess: DELIMITERS,
    });
    return { delimiter: meta.delimiter, newline };
}

/** Whether a line says nothing about runs: it starts with `#` or `//`. */
export function isComment(line: string): boolean {
    return line.startsWith('#') || line.startsWith('//');
}

function withoutComments(text: string, newline: string): string {
    return text
        .split(newline)
        .filter((line) => !isComment(line))
        .join(newline);
}
