import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftBetween } from '../../src/server/textShift.js';

const before = 'runs a {\n  | N | loss |\n  | 1 | 3 |\n  | 2 | 2 |\n}\npredict f(1)\n';

describe('shiftBetween', () => {
    it('keeps everything where the text is the same', () => {
        const shift = shiftBetween(before, before);
        expect(shift.line(3)).toBe(3);
    });

    it('moves what follows an inserted line, and keeps what precedes it', () => {
        const shift = shiftBetween(before, before.replace('  | 2 |', '  | 9 | 9 |\n  | 2 |'));
        expect(shift.line(1)).toBe(1);
        expect(shift.line(2)).toBe(2);
        expect(shift.line(3)).toBe(4);
        expect(shift.range(range(5, 8, 12))).toEqual(range(6, 8, 12));
    });

    it('has no place for a line that was edited', () => {
        const shift = shiftBetween(before, before.replace('| 2 | 2 |', '| 2 | 2.5 |'));
        expect(shift.line(2)).toBe(2);
        expect(shift.line(3)).toBeNull();
        expect(shift.line(4)).toBe(4);
    });

    it('moves what stands behind an edit on the same line', () => {
        const shift = shiftBetween('predict f(1)', 'predict  gg f(1)');
        expect(shift.range({ start: { line: 0, character: 10 }, end: { line: 0, character: 11 } })).toEqual(
            range(0, 14, 15),
        );
    });

    it('maps a line only onto a line with the same text', () => {
        const text = fc.array(fc.constantFrom('a', 'b', '', 'cc'), { minLength: 1, maxLength: 6 });
        fc.assert(
            fc.property(text, text, (old, now) => {
                const shift = shiftBetween(old.join('\n'), now.join('\n'));
                for (const [index, line] of old.entries()) {
                    const moved = shift.line(index);
                    if (moved !== null) expect(now[moved]).toBe(line);
                }
            }),
        );
    });
});

function range(line: number, from: number, to: number) {
    return { start: { line, character: from }, end: { line, character: to } };
}
