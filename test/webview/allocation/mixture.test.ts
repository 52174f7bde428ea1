import { describe, expect, it } from 'vitest';
import { coverageCsv, sweepCsv } from '../../../src/webview/allocation/allocationCsv.js';
import { coverageChart } from '../../../src/webview/allocation/coverageChart.js';
import { sweepChart } from '../../../src/webview/allocation/sweepChart.js';
import { panelDataset, type PanelChart } from '../../../src/webview/chart/config.js';
import { mixtureView } from '../allocationFixtures.js';
import { sweepBudget } from '../fixtures.js';
import { testTheme } from '../theme/themes.js';

const size = { width: 640, height: 480 };
const theme = testTheme();
const { coverage } = mixtureView();

function datasets(chart: PanelChart) {
    return chart.data.datasets.map(panelDataset);
}

function annotations(chart: PanelChart) {
    return chart.options?.plugins?.annotation?.annotations;
}

function tooltip(chart: PanelChart, label: string, point: number): string[] {
    const dataset = chart.data.datasets.find((each) => each.label === label)!;
    const { title, label: lines } = chart.options!.plugins!.tooltip!.callbacks!;
    const item = { dataset, raw: dataset.data[point] } as never;
    return [title!.call({} as never, [item]), lines!.call({} as never, item)].flat() as string[];
}

describe('a mixture on its chart', () => {
    const chart = coverageChart(coverage, size, theme);

    it('stands out, with its intervals both ways, and with what is held out', () => {
        const [mixture, heldOut, bars] = datasets(chart);
        expect(mixture).toMatchObject({ label: 'mixture', directLabel: 'beside', data: [{ x: 9.8, y: 0.61 }] });
        expect(heldOut).toMatchObject({ label: 'held out', data: [{ x: 9.8, y: 0.58 }] });
        expect(bars.data).toEqual([{ x: 9.8, y: 0.61, xMin: 9.5, xMax: 10.1, yMin: 0.53, yMax: 0.68 }]);
    });

    it('stands above each configuration alone, told apart without colour, too', () => {
        const lines = datasets(chart).filter(({ role }) => role === 'point');
        expect(lines.map(({ label, directLabel }) => [label, directLabel])).toEqual([
            ['small', 'end'],
            ['large', 'end'],
        ]);
        expect(new Set(lines.map(({ borderDash }) => String(borderDash))).size).toBe(2);
    });

    it('says what no mixture exceeds, unless it is proven the best', () => {
        expect(annotations(chart)).toMatchObject({ limit: { value: 10 }, bound: { value: 0.62, scaleID: 'y' } });
        const proven = coverageChart({ ...coverage, bound: 0.61, limit: null }, size, theme);
        expect(annotations(proven)).toEqual({});
    });

    it('has its limit and its bound the other way round where the least cost of a share is sought', () => {
        const cheapest = coverageChart({ ...coverage, aim: 'cost', limit: 0.6, bound: 9.1 }, size, theme);
        expect(annotations(cheapest)).toMatchObject({
            limit: { value: 0.6, scaleID: 'y' },
            bound: { value: 9.1, scaleID: 'x' },
        });
        const proven = coverageChart({ ...coverage, aim: 'cost', limit: null, bound: 9.8 }, size, theme);
        expect(annotations(proven)).toEqual({});
    });

    it('names points in full where the mouse rests on them', () => {
        expect(tooltip(chart, 'mixture', 0)).toEqual([
            'mixture',
            'solved 0.610 [0.53, 0.68]',
            'mean cost 9.80 [9.5, 10.1]',
        ]);
        expect(tooltip(chart, 'best single', 0)[0]).toBe('best single: 5 of small');
        expect(tooltip(chart, 'large', 1)).toEqual(['3 of large', 'solved 0.5', 'mean cost 24']);
        expect(tooltip(chart, 'held out', 0)[0]).toBe('held out');
    });

    it('is a table of numbers in full', () => {
        expect(coverageCsv(coverage).trimEnd().split('\r\n')).toEqual([
            'of,samples,mean_cost,solved',
            'mixture,,9.8,0.61',
            'held out,,9.8,0.58',
            'best single: 5 of small,,5,0.49',
            'small,1,1,0.2',
            'small,2,2,0.34',
            'small,5,5,0.49',
            'large,1,8,0.4',
            'large,3,24,0.5',
            'large,9,72,0.6',
        ]);
    });
});

describe('a mixture along a range', () => {
    const sweep = sweepBudget().sweep!;
    const mixed = {
        ...sweep,
        variables: [],
        ratio: null,
        counts: [
            { name: 'k[small]', values: sweep.values.map((_, index) => index) },
            { name: 'k[large]', values: sweep.values.map((_, index) => (index === 3 ? null : 28 - index)) },
        ],
    };
    const chart = sweepChart(mixed, 'solved', size, theme);

    it('has its counts in a strip of their own, under the share that is solved', () => {
        expect(Object.keys(chart.options!.scales!)).toEqual(['x', 'counts', 'gap1', 'y']);
        expect(chart.options!.scales).toMatchObject({ y: { type: 'linear' }, counts: { type: 'linear' } });
        const lines = datasets(chart).filter(({ yAxisID }) => yAxisID === 'counts');
        expect(lines.map(({ label }) => label)).toEqual(['k[small]', 'k[large]']);
        expect(lines[1].data.map(({ y }) => Number.isNaN(y)).indexOf(true)).toBe(3);
        expect(tooltip(chart, 'k[small]', 2).slice(-2)).toEqual(['k[small] 2', 'k[large] 26']);
    });

    it('has a column for each count', () => {
        const [header, first] = sweepCsv(mixed, 'solved').split('\r\n');
        expect(header).toBe('C (FLOP),solved,solved lower,solved upper,k[small],k[large],status');
        expect(first).toMatch(/,0,28,optimal$/);
    });
});
