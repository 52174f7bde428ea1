/** Formats a spec; only the lines that change are edited, so that the cursor and the fits beside it stay where they are. */
import type { LangiumDocument } from 'langium';
import type { Formatter } from 'langium/lsp';
import type { Position, Range, TextEdit } from 'vscode-languageserver';
import { formatSpec } from '../../language/format.js';
import { editBetween } from '../sequenceEdit.js';

export function createFormatter(): Formatter {
    return {
        formatDocument: (document) => formattingEdits(document),
        formatDocumentRange: (document, { range }) =>
            formattingEdits(document).filter((edit) => overlaps(edit.range, range)),
        formatDocumentOnType: () => [],
        formatOnTypeOptions: undefined,
    };
}

function formattingEdits({ textDocument }: LangiumDocument): TextEdit[] {
    const text = textDocument.getText();
    const before = text.split('\n');
    const after = formatSpec(text).split('\n');
    if (before.length === after.length) {
        return before.flatMap((line, index) =>
            line === after[index] ? [] : [replaceLines(before, index, index + 1, [after[index]])],
        );
    }
    const { start, end, growth } = editBetween(before, after);
    return start === end && growth === 0 ? [] : [replaceLines(before, start, end, after.slice(start, end + growth))];
}

/** Replaces whole lines, from `start` up to `end`; the last line of a text has no line break of its own behind it. */
function replaceLines(lines: readonly string[], start: number, end: number, newLines: readonly string[]): TextEdit {
    if (end < lines.length || start === 0) {
        const newText = newLines.map((line) => `${line}\n`).join('');
        const range = { start: { line: start, character: 0 }, end: { line: end, character: 0 } };
        return end < lines.length ? { range, newText } : { range, newText: newText.slice(0, -1) };
    }
    return {
        range: { start: endOf(lines, start - 1), end: endOf(lines, lines.length - 1) },
        newText: newLines.map((line) => `\n${line}`).join(''),
    };
}

function endOf(lines: readonly string[], line: number): Position {
    return { line, character: lines[line].length };
}

function overlaps(a: Range, b: Range): boolean {
    return a.start.line <= b.end.line && b.start.line <= a.end.line;
}
