/** A data table is one token, however many rows it has: rows are split, and their cells read, by the study. */
import { matchAt, type Matcher } from './matcher.js';

/** A line that begins with a bar, and the blank and comment lines before it. */
const ROW = /(?:[ \t]*(?:\/\/[^\r\n]*)?\r?\n)*[ \t]*\|[^\r\n]*/y;
/** A brace after the last bar of a row closes the block. */
const CLOSING_BRACE = /\|[ \t]*(\}[^|]*)$/;

export const matchTable: Matcher = (text, offset) => {
    let end = offset;
    for (let row = matchAt(ROW, text, end); row !== null; row = matchAt(ROW, text, end)) {
        end += row[0].length;
        const closing = CLOSING_BRACE.exec(row[0]);
        if (closing !== null) return [text.slice(offset, end - closing[1].length).trimEnd()];
    }
    return end === offset ? null : [text.slice(offset, end)];
};
