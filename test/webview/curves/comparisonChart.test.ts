import { describe, expect, it } from 'vitest';
import { panelDataset, type DatasetRole, type PanelChart } from '../../../src/webview/chart/config.js';
import { comparedText, crossingText } from '../../../src/webview/curves/comparedText.js';
import { comparisonChart, type ComparisonOptions } from '../../../src/webview/curves/comparisonChart.js';
import { comparisonCsv } from '../../../src/webview/curves/comparisonCsv.js';
import { BAND_ALPHA } from '../../../src/webview/curves/curveDatasets.js';
import { lawLooks } from '../../../src/webview/curves/lawLooks.js';
import { criterionText, errorText } from '../../../src/webview/curves/scoreText.js';
import { figureTitle, rowsText, shownFigure } from '../../../src/webview/curves/shown.js';
import { restoredState } from '../../../src/webview/curves/state.js';
import { comparisonView, CROSSING } from '../comparisonFixture.js';
import { withAlpha } from '../../../src/webview/theme/theme.js';
import { curvesView } from '../fixtures.js';
import { testTheme } from '../theme/themes.js';

const view = comparisonView();
const theme = testTheme();
const size = { width: 480, height: 420 };

function chartOf(change: Partial<ComparisonOptions> = {}, shown = view) {
    const options = { axis: view.axes[0], xLog: true, yLog: true, selected: null, zoom: null, law: null, ...change };
    return comparisonChart(shown, options, size, theme);
}

function datasets(role: DatasetRole, change: Partial<ComparisonOptions> = {}, shown = view) {
    return chartOf(change, shown)
        .data.datasets.map(panelDataset)
        .filter((dataset) => dataset.role === role);
}

/** What is written above the axes. */
function headings({ plugins = [] }: PanelChart): string[] {
    const written: string[] = [];
    const ctx = { save: () => undefined, restore: () => undefined, fillText: (text: string) => written.push(text) };
    const scales = { y: { left: 0, top: 0 }, residual: { left: 0, top: 0 } };
    const plugin = plugins.find(({ id }) => id === 'headings')!;
    (plugin.afterDraw as (chart: unknown) => void)({ ctx, scales });
    return written;
}

describe('the chart of a comparison', () => {
    it('draws every law in a colour and a dash of its own, and names it at its end', () => {
        const curves = datasets('curve');
        expect(curves.map(({ label, directLabel }) => [label, directLabel])).toEqual([
            ['full', 'end'],
            ['shifted', 'end'],
            ['compute alone', 'end'],
        ]);
        const looks = curves.map(({ borderColor, borderDash }) => [borderColor, String(borderDash)]);
        expect(new Set(looks.map(([colour]) => colour)).size).toBe(3);
        expect(new Set(looks.map(([, dash]) => dash)).size).toBe(3);
    });

    it('says above the axis what the curves are', () => {
        expect(headings(chartOf())).toEqual([
            'loss · full, shifted at the best N and D for each compute',
            'residual of shifted',
        ]);
        expect(headings(chartOf({ axis: view.axes[1] }))[0]).toBe('loss');
    });

    it('marks a crossing by its laws, its bar leaving the chart where its end was not found', () => {
        const [mark] = datasets('crossing');
        expect([mark.label, mark.directLabel]).toEqual(['full × shifted', 'beside']);
        const [{ x, xMin, xMax }] = mark.data;
        const { max } = chartOf().options!.scales!.x!;
        expect([x, xMin]).toEqual([CROSSING, 2e19]);
        expect(xMax).toBeGreaterThan(Number(max));
        expect(Number.isFinite(xMax)).toBe(true);
    });

    it('shows crossings beyond the runs, too', () => {
        const [crossing] = view.crossings.compute;
        const far = { ...view, crossings: { compute: [{ ...crossing, at: 2e22 }] } };
        expect(Number(chartOf({}, far).options!.scales!.x!.max)).toBeGreaterThan(2e22);
    });

    it('lights one law before the others', () => {
        const width = (law: string | null, index: number) => Number(datasets('curve', { law })[index].borderWidth);
        expect(width('full', 0)).toBeGreaterThan(width('full', 1));
        expect(width(null, 0)).toBe(width(null, 1));
        const [full, shifted] = lawLooks(view, 'full', theme);
        expect(full.colour).toBe(lawLooks(view, null, theme)[0].colour);
        expect(shifted.colour).toMatch(/^rgba/);
    });

    it('judges the best law by its residuals, or the one that is lit', () => {
        const firstResidual = (law: string | null) => datasets('residual', { law })[0].data[0].y;
        const { observed } = view.rows;
        expect(firstResidual(null)).toBeCloseTo(100 * (observed[0]! / view.laws[1].predicted[0]! - 1), 9);
        expect(firstResidual('full')).toBeCloseTo(100 * (observed[0]! / view.laws[0].predicted[0]! - 1), 9);
    });

    it('shows how sure the judged law is, and no other', () => {
        const filled = (change: Partial<ComparisonOptions>) =>
            datasets('band', change).flatMap(({ backgroundColor }) => backgroundColor ?? []);
        const [full, shifted] = lawLooks(view, null, theme).map(({ colour }) => withAlpha(colour, BAND_ALPHA));
        expect(filled({})).toEqual([shifted]);
        expect(filled({ law: 'full' })).toEqual([full]);
        expect(filled({ axis: view.axes[1] })).toEqual([]);
    });

    it('sets each law’s predictions against what was observed', () => {
        const change = { axis: view.axes[1] };
        const points = datasets('point', change);
        // The one that is judged lies on top: Chart.js draws the first of an order last.
        expect(points.map(({ label }) => label)).toEqual(['shifted', 'full', 'compute alone']);
        expect(points[0].data[0]).toMatchObject({ x: view.laws[1].predicted[0], y: view.rows.observed[0] });
        const [identity] = datasets('curve', change);
        expect(identity.data.every(({ x, y }) => x === y)).toBe(true);
        expect(datasets('crossing', change)).toEqual([]);
    });

    it('rings the selected row in both strips', () => {
        expect(datasets('selection', { selected: 4 }).map(({ yAxisID, data }) => [yAxisID, data[0].row])).toEqual([
            ['y', 4],
            ['residual', 4],
        ]);
    });

    it('draws a law that is no function of the quantity by its points alone', () => {
        const [, ...others] = view.laws;
        const shown = { ...view, laws: [{ ...view.laws[0], curves: {} }, ...others] };
        expect(datasets('curve', {}, shown).map(({ label }) => label)).toEqual(['shifted', 'compute alone']);
    });
});

describe('what is said in a comparison', () => {
    it('of a run: what each law makes of it', () => {
        const { title, lines } = comparedText(view, 11);
        expect(title).toBe('run-12 · line 13');
        expect(lines[0]).toBe('compute 6·N·D 6e18\u00a0FLOP');
        expect(lines.slice(2).map((line) => line.split(' ')[0])).toEqual(['full', 'shifted', 'compute']);
        expect(lines[2]).toMatch(/^full 3\.\d+ \([+−][\d.]+\u00a0%\)$/);
    });

    it('of a crossing: where, how sure, and who predicts less beyond', () => {
        expect(crossingText(view.crossings.compute[0], view.axes[0])).toEqual({
            title: 'full and shifted cross',
            lines: [
                'at compute 6·N·D 1e20\u00a0FLOP',
                '95 % interval 2e19 to beyond what was searched',
                expect.stringMatching(/^both predict 2\.\d+; full predicts less beyond$/),
            ],
        });
    });

    it('of scores: errors of logarithms in percent, each difference with its standard error', () => {
        const [full, best] = view.laws;
        expect(errorText(best.error, 'log')).toEqual({ value: '0.431\u00a0%', difference: null });
        expect(errorText(full.error, 'log').difference).toBe('+0.08 ± 0.04\u00a0%');
        expect(errorText(full.error, 'absolute')).toEqual({ value: '0.0051', difference: '+0.0008 ± 0.0004' });
        expect(criterionText(best.aicc).value).toBe('−1283.4');
        expect(criterionText(full.aicc).difference).toBe('+430 ± 45');
        expect(criterionText(full.bic)).toEqual({ value: '–', difference: null });
    });
});

describe('a comparison in the panel', () => {
    it('can be chosen among the fits', () => {
        const both = { ...curvesView(), figures: [...curvesView().figures, view] };
        expect(shownFigure(both, restoredState({ figure: view.id }))).toMatchObject({
            figure: { kind: 'comparison' },
            axis: { key: 'compute' },
            canYLog: true,
        });
        expect(figureTitle(view)).toBe('compare full, shifted on chinchilla');
        expect(rowsText(view)).toBe('96 rows fitted, 12 held out, 2 excluded');
    });

    it('is saved as CSV: runs with every law, curves, crossings', () => {
        const [header, ...rows] = comparisonCsv(view, view.axes[0]).trimEnd().split('\r\n');
        expect(header).toBe('kind,line,label,law,compute,lower,upper,observed,predicted,state');
        const ofKind = (kind: string): readonly string[] => rows.filter((row) => row.startsWith(`${kind},`));
        expect(ofKind('run')).toHaveLength(3 * view.rows.lines.length);
        expect(ofKind('curve')).toHaveLength(3 * 61);
        expect(ofKind('curve').every((row) => /^curve,,,[^,]+,[\de+.]+,[\d.]+,[\d.]+,,[\d.]+,$/.test(row))).toBe(true);
        expect(ofKind('crossing')).toEqual([
            expect.stringMatching(/^crossing,,,full × shifted,100000000000000000000,20000000000000000000,,,2\.\d+,$/),
        ]);
        expect(rows.every((row) => row.split(',').length === header.split(',').length)).toBe(true);
    });
});
