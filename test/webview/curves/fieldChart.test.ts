import { describe, expect, it } from 'vitest';
import { panelDataset, type DatasetRole } from '../../../src/webview/chart/config.js';
import { fieldChart } from '../../../src/webview/curves/fieldChart.js';
import { fieldCsv } from '../../../src/webview/curves/fieldCsv.js';
import { fitChart } from '../../../src/webview/curves/fitChart.js';
import { fieldPlace, selectedPoint, selectedRun } from '../../../src/webview/curves/fitPlaces.js';
import { rowText } from '../../../src/webview/curves/rowText.js';
import { rowsText } from '../../../src/webview/curves/shown.js';
import { levelColour, levelScale } from '../../../src/webview/theme/colourScale.js';
import { TABLE } from '../fixtures.js';
import { reducedFit } from '../reducedFixture.js';
import { testTheme } from '../theme/themes.js';

const fit = reducedFit();
const reduction = fit.reduction!;
const theme = testTheme();
const size = { width: 480, height: 420 };

function datasets(role: DatasetRole, selected: number | null = null) {
    return fieldChart(reduction, fit.points.sources, selected, size, theme)
        .data.datasets.map(panelDataset)
        .filter((dataset) => dataset.role === role);
}

describe('the picture of a method’s budgets', () => {
    it('colours runs and curve of each budget by its compute, what is not used muted', () => {
        const levels = levelScale([1e19, 1e22])!;
        const curves = datasets('curve');
        expect(curves.map(({ borderColor }) => borderColor).slice(0, 2)).toEqual(
            [1e19, 1e21].map((compute) => levelColour(levels, compute, theme)),
        );
        expect(curves.map(({ borderDash }) => borderDash!.length)).toEqual([0, 0, 2]);
        const [runs] = datasets('point');
        const { pointBackgroundColor, pointStyle } = runs as unknown as Record<string, readonly string[]>;
        expect(pointBackgroundColor[0]).toBe(curves[0].borderColor);
        expect(pointBackgroundColor[10]).toBe(curves[2].borderColor);
        expect([pointStyle[0], pointStyle[10], pointStyle[15]]).toEqual(['circle', 'crossRot', 'crossRot']);
        expect(runs.data).toHaveLength(16);
    });

    it('marks each minimum that is used, with its interval where one is known', () => {
        expect(datasets('minimum').map(({ data }) => data)).toEqual([
            [{ x: 2.8e8, y: reduction.rows[0].loss, row: 0, xMin: 2.5e8, xMax: 3.2e8 }],
            [{ x: 2.6e9, y: reduction.rows[1].loss, row: 1 }],
        ]);
    });

    it('rings the run that the cursor stands on', () => {
        expect(datasets('selection', 7)[0].data).toEqual([expect.objectContaining({ row: 7 })]);
    });

    it('says of a refused budget’s run why it is not used', () => {
        const { callbacks } = fieldChart(reduction, fit.points.sources, null, size, theme).options!.plugins!.tooltip!;
        const said = (row: number) => {
            const item = { dataset: datasets('point')[0], raw: datasets('point')[0].data[row] };
            return (callbacks!.label as (item: unknown) => string[])(item);
        };
        expect(said(10)).toContain('not used: The loss is lowest at the largest size.');
        expect(said(15)).toEqual(['N 1B\u00a0params', 'loss 3.1', 'not used: where loss < 3']);
        expect(said(0)[0]).toBe('C 1e19\u00a0FLOP');
    });

    it('is saved as CSV: runs, curves, minima', () => {
        const [header, ...rows] = fieldCsv(reduction.field, fit.points.sources).trimEnd().split('\r\n');
        expect(header).toBe('kind,line,C,N,loss,lower,upper,not_used');
        const count = (kind: string) => rows.filter((row) => row.startsWith(`${kind},`)).length;
        expect([count('run'), count('curve'), count('minimum')]).toEqual([16, 15, 2]);
    });
});

describe('lines of the editor', () => {
    const lineOf = (line: number) => ({ uri: TABLE, line });

    it('light the point of the budget that the run belongs to, and the run', () => {
        expect([1, 3, 8].map((line) => selectedPoint(fit, lineOf(line)))).toEqual([0, 0, 1]);
        expect([11, 99].map((line) => selectedPoint(fit, lineOf(line)))).toEqual([null, null]);
        expect([1, 8, 99].map((line) => selectedRun(fit, lineOf(line)))).toEqual([0, 7, 15]);
        expect(selectedRun(fit, { uri: 'file:///project/other.csv', line: 1 })).toBeNull();
    });

    it('are those of a run, or of the first run of a minimum', () => {
        expect(fieldPlace(fit, 'point', 7)).toEqual(lineOf(8));
        expect(fieldPlace(fit, 'minimum', 1)).toEqual(lineOf(6));
    });
});

describe('the chart of a fit to minima', () => {
    const options = { axis: fit.axes[0], xLog: true, yLog: true, selected: null, zoom: null, cut: null };
    const drawn = fitChart(fit, options, size, theme).data.datasets.map(panelDataset);

    it('bars the minima whose interval is known', () => {
        const [spread] = drawn.filter(({ role }) => role === 'spread');
        expect(spread.data).toEqual([{ x: 1e19, y: 2.8e8, yMin: 2.5e8, yMax: 3.2e8 }]);
    });

    it('says of a point that it stands for several runs', () => {
        const { title, lines } = rowText(fit, 0);
        expect(title).toMatch(/FLOP · 5 runs$/);
        expect(lines[1]).toBe('N at the minimum 280M [250M, 320M]');
        expect(rowText(fit, 1).lines[1]).toBe('N at the minimum 2.6B');
    });

    it('counts budgets, and the runs that tell nothing', () => {
        expect(rowsText(fit)).toBe('2 of 3 budgets fitted, 6 runs not used');
    });
});
