/**
 * Where a place of an older text stands in a newer one, so that results of the text before the last edit stay beside the
 * statements they belong to. Texts are compared by their common beginning and end, first by lines, then within the one
 * line that differs; what lies between was edited.
 */
import type { Range } from '../study/report.js';
import { editBetween, growthAt } from './sequenceEdit.js';

export interface TextShift {
    /** The line's new number; null when it was edited. */
    line(line: number): number | null;
    /** The range's new place; null when something in it was edited. */
    range(range: Range): Range | null;
}

export function shiftBetween(before: string, after: string): TextShift {
    const older = before.split('\n');
    const newer = after.split('\n');
    const edit = editBetween(older, newer);
    const isWithinOneLine = edit.end - edit.start === 1 && edit.growth === 0;
    return {
        line(line) {
            const growth = growthAt(edit, line, line + 1);
            return growth === null ? null : line + growth;
        },
        range(range) {
            const growth = growthAt(edit, range.start.line, range.end.line + 1);
            if (growth !== null) return moveRange(range, growth, 0);
            const isOnThatLine = isWithinOneLine && range.start.line === edit.start && range.end.line === edit.start;
            if (!isOnThatLine) return null;
            const lineEdit = editBetween(older[edit.start], newer[edit.start]);
            const lineGrowth = growthAt(lineEdit, range.start.character, range.end.character);
            return lineGrowth === null ? null : moveRange(range, 0, lineGrowth);
        },
    };
}

function moveRange({ start, end }: Range, lines: number, characters: number): Range {
    return {
        start: { line: start.line + lines, character: start.character + characters },
        end: { line: end.line + lines, character: end.character + characters },
    };
}
