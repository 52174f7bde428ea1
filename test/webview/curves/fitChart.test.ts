import { describe, expect, it } from 'vitest';
import type { FitView } from '../../../src/protocol/fitView.js';
import { fitChart, type FitOptions } from '../../../src/webview/curves/fitChart.js';
import { fitCsv } from '../../../src/webview/curves/fitCsv.js';
import { panelDataset, type DatasetRole, type PanelDataset } from '../../../src/webview/chart/config.js';
import { fitView } from '../fixtures.js';
import { testTheme } from '../theme/themes.js';

const fit = fitView();
const theme = testTheme();
const size = { width: 480, height: 420 };

function chartOf(view: FitView, change: Partial<FitOptions> = {}) {
    const options = { axis: view.axes[0], xLog: true, yLog: true, selected: null, zoom: null, cut: null, ...change };
    return fitChart(view, options, size, theme);
}

function datasets(view: FitView, role: DatasetRole, change: Partial<FitOptions> = {}): readonly PanelDataset[] {
    return chartOf(view, change)
        .data.datasets.map(panelDataset)
        .filter((dataset) => dataset.role === role);
}

describe('the chart of a fit', () => {
    it('shows every run: fitted filled, held out hollow, excluded crossed', () => {
        const [runs] = datasets(fit, 'point');
        expect(runs.data).toHaveLength(fit.points.lines.length);
        const { pointStyle, pointBackgroundColor } = runs as unknown as Record<string, readonly string[]>;
        const heldOut = fit.points.state.indexOf('held-out');
        const excluded = fit.points.state.indexOf('excluded');
        expect(pointBackgroundColor[heldOut]).toBe(theme.background);
        expect(pointBackgroundColor[0]).not.toBe(theme.background);
        expect(pointStyle[excluded]).toBe('crossRot');
        expect(pointStyle[heldOut]).toBe('circle');
    });

    it('draws a band under each line and names each at its end', () => {
        expect(datasets(fit, 'curve').map(({ label, directLabel }) => [label, directLabel])).toEqual(
            ['70M', '250M', '1B', '4B', '16B'].map((text) => [`N = ${text}`, 'end']),
        );
        expect(datasets(fit, 'band').map(({ fill }) => fill)).toEqual(
            Array.from({ length: 5 }, () => [false, '-1']).flat(),
        );
    });

    it('keeps gaps of a curve as gaps', () => {
        const [curve] = fit.curves.compute;
        const holed = { ...curve, y: curve.y.map((y, index) => (index === 7 ? null : y)), lower: null, upper: null };
        const [line] = datasets({ ...fit, curves: { compute: [holed] } }, 'curve');
        expect(line.data.flatMap(({ y }, index) => (Number.isNaN(y) ? [index] : []))).toEqual([7]);
        expect(datasets({ ...fit, curves: { compute: [holed] } }, 'band')).toEqual([]);
    });

    it('marks a prediction with its interval', () => {
        const [{ y, lower, upper }] = fit.targets;
        expect(datasets(fit, 'target')[0].data).toEqual([
            { x: fit.targets[0].x.compute, y, row: 0, yMin: lower, yMax: upper },
        ]);
    });

    it('shows relative residuals in percent on the same x, of rows that the law judges', () => {
        const [residuals] = datasets(fit, 'residual');
        expect(residuals.data).toHaveLength(fit.points.state.filter((state) => state !== 'excluded').length);
        const { observed, predicted } = fit.points;
        expect(residuals.data[3].y).toBeCloseTo(100 * (observed[3]! / predicted[3]! - 1), 12);
        expect(Object.keys(chartOf(fit).options!.scales!)).toEqual(['x', 'residual', 'gap1', 'y']);
    });

    it('has no residual strip without predictions', () => {
        const none = fit.points.lines.map(() => null);
        const unfitted = { ...fit, points: { ...fit.points, predicted: none, lower: none, upper: none }, targets: [] };
        expect(Object.keys(chartOf(unfitted).options!.scales!)).toEqual(['x', 'y']);
        expect(datasets(unfitted, 'residual')).toEqual([]);
    });

    it('leaves out what has no place on the axes', () => {
        const observed = fit.points.observed.map((y, index) => (index === 0 ? null : index === 1 ? -1 : y));
        const odd = { ...fit, points: { ...fit.points, observed } };
        expect(datasets(odd, 'point')[0].data).toHaveLength(fit.points.lines.length - 2);
        expect(datasets(odd, 'point', { yLog: false })[0].data).toHaveLength(fit.points.lines.length - 1);
    });

    it('rings the selected row in both strips', () => {
        const rings = datasets(fit, 'selection', { selected: 4 });
        expect(rings.map(({ yAxisID, data }) => [yAxisID, data[0].row])).toEqual([
            ['y', 4],
            ['residual', 4],
        ]);
    });

    it('spans runs and predictions, or where the user has zoomed to', () => {
        const { min, max } = chartOf(fit).options!.scales!.x!;
        expect(Number(min)).toBeLessThan(Math.min(...fit.points.x.compute.map(Number)));
        expect(Number(max)).toBeGreaterThan(fit.targets[0].x.compute!);
        const zoom = { x: { min: 1e19, max: 1e20 }, y: { min: 2, max: 3 } };
        expect(chartOf(fit, { zoom }).options!.scales).toMatchObject({ x: zoom.x, y: zoom.y });
    });

    it('keeps room right of the axes for the longest name only', () => {
        const right = (view: FitView): number => {
            const { padding } = chartOf(view).options!.layout as { padding: { right: number } };
            return padding.right;
        };
        const plain = { ...fit, curves: { compute: [{ ...fit.curves.compute[0], label: '', level: null }] } };
        expect(right(fit)).toBeGreaterThan(right(plain) + 30);
    });

    it('marks where the rows that are fitted end', () => {
        const annotations = (cut: number | null) =>
            Object.keys(chartOf(fit, { cut }).options!.plugins!.annotation!.annotations!);
        expect(annotations(1e20)).toEqual(['zero', 'cut']);
        expect(annotations(null)).toEqual(['zero']);
    });

    it('is not lost for a view with nothing in it', () => {
        const points = {
            ...fit.points,
            lines: [],
            state: [],
            reason: [],
            x: {},
            observed: [],
            predicted: [],
            lower: [],
            upper: [],
            label: [],
        };
        const empty = { ...fit, points, curves: {}, targets: [] };
        expect(chartOf(empty).options!.scales).toMatchObject({ x: { min: 1, max: 10 } });
    });
});

describe('a fit as CSV', () => {
    it('has every run, curve point with band, and prediction', () => {
        const [header, ...rows] = fitCsv(fit, fit.axes[0]).trimEnd().split('\r\n');
        expect(header).toBe('kind,line,label,compute,N,D,observed,predicted,lower,upper,relative_residual,state');
        expect(rows.filter((row) => row.startsWith('run,'))).toHaveLength(fit.points.lines.length);
        expect(rows.filter((row) => row.startsWith('curve,'))).toHaveLength(5 * 61);
        expect(rows[rows.length - 1]).toMatch(/^prediction,32,"surface\(N = 70B, D = 1\.4T\)",5\.88e\+23,70000000000,/);
    });
});
