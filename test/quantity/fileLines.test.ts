/** Lines of several files in one numbering. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineName, lineOfPlace, linesText, placeOfLine, type Sources } from '../../src/quantity/fileLines.js';

const TWO: Sources = [
    { uri: 'file:///d/a.csv', firstLine: 0 },
    { uri: 'file:///d/b%20c.csv', firstLine: 10 },
];

describe('lines of files', () => {
    it('are named with their file where there are several', () => {
        expect(lineName(TWO, 3)).toBe('a.csv:4');
        expect(linesText(TWO, [3, 10, 12])).toBe('a.csv:4, b c.csv:1, b c.csv:3');
        expect(linesText([TWO[0]], [3])).toBe('line 4');
        expect(linesText([TWO[0]], [3, 12])).toBe('lines 4, 13');
    });

    it('lead to places and back', () => {
        fc.assert(
            fc.property(
                fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 }),
                fc.nat(),
                (lengths, at) => {
                    let firstLine = 0;
                    const sources = lengths.map((length, index) => {
                        const source = { uri: `file:///${index}.csv`, firstLine };
                        firstLine += length;
                        return source;
                    });
                    const line = at % firstLine;
                    expect(lineOfPlace(sources, placeOfLine(sources, line))).toBe(line);
                },
            ),
        );
    });

    it('are none where the place is beyond the rows of its file, or in another file', () => {
        expect(lineOfPlace(TWO, { uri: TWO[0].uri, line: 10 })).toBeUndefined();
        expect(lineOfPlace(TWO, { uri: 'file:///d/c.csv', line: 1 })).toBeUndefined();
        expect(lineOfPlace(TWO, null)).toBeUndefined();
    });
});
