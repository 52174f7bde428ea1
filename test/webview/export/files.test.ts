import { describe, expect, it } from 'vitest';
import { csvText } from '../../../src/webview/export/csv.js';
import { fileName } from '../../../src/webview/export/fileName.js';

describe('csv', () => {
    it('quotes what needs it and writes numbers in full', () => {
        expect(
            csvText(
                ['a', 'b "x"'],
                [
                    [0.1 + 0.2, 'p, q'],
                    [null, Number.NaN],
                    [1e24, 'line\nbreak'],
                ],
            ),
        ).toBe('a,"b ""x"""\r\n0.30000000000000004,"p, q"\r\n,\r\n1e+24,"line\nbreak"\r\n');
    });
});

describe('file name', () => {
    it('joins what is shown, in letters that file systems take', () => {
        expect(fileName(['surface', 'my runs/2', null], 'svg')).toBe('surface-my-runs-2.svg');
        expect(fileName(['../../etc', '…'], 'csv')).toBe('etc.csv');
        expect(fileName([null], 'png')).toBe('chart.png');
    });
});
