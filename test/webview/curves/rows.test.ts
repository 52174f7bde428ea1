import { describe, expect, it } from 'vitest';
import { neighbourAlongX, placedRows, relativeResidual, rowAt, xValues } from '../../../src/webview/curves/points.js';
import { rowText, targetText } from '../../../src/webview/curves/rowText.js';
import { figureTitle, rowsText, shownFigure } from '../../../src/webview/curves/shown.js';
import { restoredState } from '../../../src/webview/curves/state.js';
import { signedPercent } from '../../../src/webview/shell/numberText.js';
import { curvesView, fitView } from '../fixtures.js';

const fit = fitView();

describe('what is said of a row', () => {
    it('is its line, values, prediction with interval and residual', () => {
        const { title, lines } = rowText(fit, 11);
        expect(title).toBe('run-12 · line 13');
        expect(lines[0]).toBe('compute 6e18\u00a0FLOP');
        expect(lines[4]).toMatch(/^predicted 3\.\d+ \[3\.\d+, 3\.\d+\]$/);
        expect(lines[5]).toMatch(/^residual [+−]\d/);
    });

    it('says why it is left out', () => {
        const excluded = fit.points.state.indexOf('excluded');
        expect(rowText(fit, excluded).lines).toContain('excluded: where loss < 4.5');
    });

    it('never shows a number that is none', () => {
        const none = fit.points.lines.map(() => null);
        const bare = { ...fit, points: { ...fit.points, predicted: none, x: {}, observed: none } };
        expect(rowText(bare, 0).lines.join()).not.toMatch(/NaN|undefined|null/);
        expect(relativeResidual(null, 3)).toBeNull();
        expect(relativeResidual(3, 0)).toBeNull();
    });

    it('gives a prediction with its interval', () => {
        expect(targetText(fit, fit.targets[0]).lines[0]).toMatch(/^loss 1\.974 \[1\.930, 2\.015\]$/);
    });

    it('writes shares with a sign', () => {
        expect([0.00524, -0.012, 0, null].map(signedPercent)).toEqual(['+0.52\u00a0%', '−1.2\u00a0%', '0\u00a0%', '–']);
    });
});

describe('the keys', () => {
    const placed = placedRows(fit.points, xValues(fit.points, 'N'), { xLog: true, yLog: true });

    it('walk along x, from the first to the last', () => {
        const walked: number[] = [];
        for (
            let row = neighbourAlongX(placed, null, 1)!;
            !walked.includes(row);
            row = neighbourAlongX(placed, row, 1)!
        ) {
            walked.push(row);
        }
        expect(walked).toHaveLength(placed.length);
        const x = walked.map((row) => fit.points.x.N[row]!);
        expect(x).toEqual([...x].sort((a, b) => a - b));
    });

    it('start from the other end backwards, and stay put without points', () => {
        expect(neighbourAlongX(placed, null, -1)).toBe(
            placed.find(({ x }) => x === Math.max(...placed.map((p) => p.x)))!.row,
        );
        expect(neighbourAlongX([], null, 1)).toBeNull();
    });
});

describe('the row at a line', () => {
    it('is none in another file, or on another line', () => {
        const { sources, lines } = fit.points;
        const [{ uri: source }] = sources;
        expect(rowAt(fit.points, { uri: source, line: lines[5] })).toBe(5);
        expect(rowAt(fit.points, { uri: 'file:///project/other.csv', line: lines[5] })).toBeNull();
        expect(rowAt(fit.points, { uri: source, line: 99_999 })).toBeNull();
        expect(rowAt(fit.points, null)).toBeNull();
    });
});

describe('what is shown', () => {
    const view = curvesView();

    it('is the first fit on logarithmic axes until something is chosen', () => {
        expect(shownFigure(view, restoredState(null))).toMatchObject({
            figure: { id: fit.id },
            axis: { key: 'compute' },
            xLog: true,
            yLog: true,
        });
        const state = restoredState({ axis: 'D', xLog: false, figure: 'gone' });
        expect(shownFigure(view, state)).toMatchObject({ axis: { key: 'D' }, xLog: false, yLog: true });
    });

    it('is linear where a value is not positive', () => {
        const zero = { ...fit, points: { ...fit.points, observed: fit.points.observed.map(() => 0) } };
        expect(shownFigure({ ...view, figures: [zero] }, restoredState({ yLog: true }))).toMatchObject({
            yLog: false,
            canYLog: false,
        });
    });

    it('is nothing without figures', () => {
        expect(shownFigure({ ...view, figures: [] }, restoredState(undefined))).toBeUndefined();
    });

    it('accounts for every row', () => {
        expect(rowsText(fit)).toBe('96 rows fitted, 12 held out, 2 excluded');
        expect(rowsText({ ...fit, fittedRows: 1, points: { ...fit.points, total: 5000 } })).toBe(
            '1 row fitted, 12 held out, 2 excluded, 110 of 5000 shown',
        );
        expect(figureTitle({ ...fit, group: 'code' })).toBe('surface to chinchilla · code');
    });
});
