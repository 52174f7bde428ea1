import { expect, test } from 'vitest';
import { columnForFile, type OpenGroup } from '../../src/extension/panels/column.js';

const SPEC = 'file:///surface.scaling';
const CSV = 'file:///runs.csv';

function group(column: number, files: readonly string[] = [], front = files.at(-1)): OpenGroup {
    return { column, files, front };
}

test('a file in front of a column stays there', () => {
    expect(columnForFile(SPEC, [group(1, [CSV]), group(2, [SPEC]), group(3)], 3)).toBe(2);
});

test('a file in front goes before the same file behind', () => {
    expect(columnForFile(SPEC, [group(1, [SPEC, CSV]), group(2, [SPEC]), group(3)], 3)).toBe(2);
});

test('a file behind another comes forward in its column', () => {
    expect(columnForFile(CSV, [group(1, [SPEC]), group(2, [CSV, SPEC]), group(3)], 3)).toBe(2);
});

test('a file that is not open, or only behind the panel, opens in the first other column', () => {
    expect(columnForFile(CSV, [group(1), group(2, [SPEC])], 1)).toBe(2);
    expect(columnForFile(CSV, [group(1, [CSV], undefined), group(2, [SPEC])], 1)).toBe(2);
});

test('without another column there is none to reuse', () => {
    expect(columnForFile(CSV, [group(1, [CSV], undefined)], 1)).toBeUndefined();
});
