/** Finds lines and cells of a CSV text again, to point at what is reported. */
import type { CsvDialect } from './csvDialect.js';
import type { LineSpan } from './table.js';
import type { Locator } from './tableBuilder.js';

export class CsvLocator implements Locator {
    private line = 0;
    private offset = 0;

    constructor(
        private readonly text: string,
        private readonly dialect: CsvDialect,
    ) {}

    /** Where a line starts. Cheap when asked for lines in rising order. */
    offsetOf(line: number): number {
        if (line < this.line) {
            this.line = 0;
            this.offset = 0;
        }
        while (this.line < line) {
            this.offset = this.text.indexOf(this.dialect.newline, this.offset) + 1;
            this.line++;
        }
        return this.offset;
    }

    row(line: number): LineSpan {
        const start = this.offsetOf(line);
        return { line, start: 0, end: this.text.slice(start, this.lineEnd(start)).trimEnd().length };
    }

    /** The cell without its quotes; a cell that runs over several lines is pointed at in its first one. */
    cell(line: number, index: number): LineSpan {
        let lineStart = this.offsetOf(line);
        let start = lineStart;
        let cellLine = line;
        for (let passed = 0; passed < index; passed++) {
            const end = this.cellEnd(start);
            for (let next = this.lineEnd(lineStart); next < end; next = this.lineEnd(lineStart)) {
                lineStart = next + 1;
                cellLine++;
            }
            start = end + 1;
        }
        // Where quotes are out of order a row has more cells than its line shows.
        start = Math.min(start, this.lineEnd(lineStart));
        const end = Math.min(this.cellEnd(start), this.lineEnd(lineStart));
        const raw = this.text.slice(start, end);
        const quotes = /^\s*"/.exec(raw)?.[0].length ?? raw.length - raw.trimStart().length;
        const length = raw.slice(quotes).replace(/"?\s*$/, '').length;
        return { line: cellLine, start: start - lineStart + quotes, end: start - lineStart + quotes + length };
    }

    /** Where the delimiter or line end after the cell at `start` stands. */
    private cellEnd(start: number): number {
        const { text, dialect } = this;
        let from = start;
        if (text[start] === '"') {
            from = text.indexOf('"', start + 1);
            while (from !== -1 && text[from + 1] === '"') {
                from = text.indexOf('"', from + 2);
            }
            if (from === -1) {
                return text.length;
            }
        }
        const delimiter = text.indexOf(dialect.delimiter, from);
        const lineEnd = this.lineEnd(from);
        return delimiter === -1 ? lineEnd : Math.min(delimiter, lineEnd);
    }

    private lineEnd(from: number): number {
        const end = this.text.indexOf(this.dialect.newline, from);
        return end === -1 ? this.text.length : end;
    }
}
