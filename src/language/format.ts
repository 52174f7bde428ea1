/**
 * The formatter. It changes blanks alone: line breaks, comments and every token stay. A statement with a syntax error is left as it
 * is, so that nothing is ever lost.
 */
import { alignColumns, alignComments } from './format/alignment.js';
import { formatLines, type Line } from './format/lines.js';
import { readSource } from './format/source.js';

/** The text in its usual form; formatting that again changes nothing. */
export function formatSpec(text: string): string {
    const lines = alignComments(alignColumns(formatLines(text, readSource(text))));
    const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
    const written = withoutBlankRuns(lines).map(({ indent, code }) => (code === '' ? '' : indent + code));
    return written.length === 0 ? '' : written.join(lineBreak) + lineBreak;
}

/** One blank line at most between others, none at the ends. */
function withoutBlankRuns(lines: readonly Line[]): Line[] {
    const isBlank = (line: Line | undefined) => line === undefined || (line.code === '' && !line.isVerbatim);
    const single = lines.filter((line, index) => !isBlank(line) || !isBlank(lines[index - 1]));
    return isBlank(single.at(-1)) ? single.slice(0, -1) : single;
}
