import { describe, expect, it } from 'vitest';
import { answerRows, answerText, objectiveName } from '../../../src/webview/allocation/answer.js';
import { alongCsv, outcomesCsv, planeCsv, sweepCsv } from '../../../src/webview/allocation/allocationCsv.js';
import { alongChart } from '../../../src/webview/allocation/alongChart.js';
import { outcomesChart } from '../../../src/webview/allocation/outcomesChart.js';
import { planeChart } from '../../../src/webview/allocation/planeChart.js';
import { restoredState } from '../../../src/webview/allocation/state.js';
import { sweepChart } from '../../../src/webview/allocation/sweepChart.js';
import { panelDataset, type PanelChart } from '../../../src/webview/chart/config.js';
import { planeBudget, sweepBudget } from '../fixtures.js';
import { testTheme } from '../theme/themes.js';

const size = { width: 640, height: 480 };
const theme = testTheme();
const budget = planeBudget(1e24);
const plane = budget.plane!;

function datasets(chart: PanelChart) {
    return chart.data.datasets.map(panelDataset);
}

describe('plane', () => {
    const chart = planeChart(plane, { zoom: null, selected: 5, optimumText: 'N 96B, D 1.74T' }, size, theme);

    it('labels contours along them, and the optimum beside it', () => {
        const along = datasets(chart).filter(({ directLabel }) => directLabel === 'along');
        expect(along.length).toBeGreaterThanOrEqual(5 + plane.constraints.length);
        const [optimum] = datasets(chart).filter(({ directLabel }) => directLabel === 'beside');
        expect(optimum).toMatchObject({ label: 'N 96B, D 1.74T', data: [plane.optimum] });
    });

    it('marks what the optimum is compared with, by name', () => {
        const [, rival] = datasets(chart).filter(({ directLabel }) => directLabel === 'beside');
        const { label, x, y } = plane.rivals[0];
        expect(rival).toMatchObject({ role: 'target', label, data: [{ x, y }] });
    });

    it('draws what binds solid and what does not dashed', () => {
        const lines = plane.constraints.map(({ text }) => datasets(chart).find(({ label }) => label === text));
        expect(lines).toMatchObject([
            { borderColor: theme.accent, borderDash: [] },
            { borderColor: theme.muted, borderDash: [5, 4] },
        ]);
    });

    it('thickens the line just where it is flat', () => {
        const thick = datasets(chart).find(({ borderWidth }) => Number(borderWidth) > 4)!;
        const [{ from, to }] = plane.along!.flat!.stretches;
        expect(thick.data[0].x).toBe(from);
        expect(thick.data[thick.data.length - 1].x).toBe(to);
    });

    it('rings the selected run', () => {
        expect(datasets(chart)[0]).toMatchObject({ role: 'selection', data: [{ row: 5, x: plane.runs!.x[5] }] });
    });

    it('spans the grid on logarithmic axes', () => {
        expect(chart.options?.scales).toMatchObject({
            x: { type: 'logarithmic', min: plane.x[0], max: plane.x[59] },
            y: { type: 'logarithmic', min: plane.y[0], max: plane.y[59] },
        });
    });

    it('goes without runs, region, flat stretch or values', () => {
        const bare = {
            ...plane,
            runs: null,
            region: null,
            along: null,
            rivals: [],
            objective: plane.objective.map((row) => row.map(() => null)),
        };
        const shown = datasets(planeChart(bare, { zoom: null, selected: null, optimumText: '' }, size, theme));
        expect(shown.map(({ role }) => role)).toEqual(['mark', 'curve', 'curve']);
    });
});

describe('along the budget line', () => {
    const texts = { objective: 'surface', optimum: 'N 96B' };

    it('shades the flat stretch and marks the optimum', () => {
        const chart = alongChart(plane, plane.along!, texts, size, theme);
        const [{ from, to }] = plane.along!.flat!.stretches;
        expect(chart.options?.plugins?.annotation?.annotations).toMatchObject({ 'flat 0': { xMin: from, xMax: to } });
        expect(datasets(chart)[0].data[0].y).toBe(Math.min(...plane.along!.objective));
    });

    it('shades the stretches of two valleys', () => {
        const [own] = plane.along!.flat!.stretches;
        const stretches = [own, { from: own.from / 8, to: own.from / 4 }];
        const along = { ...plane.along!, flat: { stretches, text: '' } };
        expect(alongChart(plane, along, texts, size, theme).options?.plugins?.annotation?.annotations).toMatchObject({
            'flat 0': { xMin: own.from, xMax: own.to },
            'flat 1': { xMin: own.from / 8, xMax: own.from / 4 },
        });
    });
});

describe('sweep', () => {
    const sweep = sweepBudget().sweep!;

    it('stacks objective, variables and ratio over one x', () => {
        const scales = sweepChart(sweep, 'surface', size, theme).options!.scales!;
        expect(Object.keys(scales)).toEqual(['x', 'y3', 'gap1', 'y2', 'gap2', 'y1', 'gap3', 'y']);
    });

    it('leaves a gap where a point has no answer', () => {
        const holed = {
            ...sweep,
            objective: { ...sweep.objective, estimate: sweep.objective.estimate.map((y, i) => (i === 3 ? null : y)) },
        };
        const line = datasets(sweepChart(holed, 'surface', size, theme)).find(({ role }) => role === 'mark')!;
        expect(line.data.map(({ y }) => Number.isNaN(y)).indexOf(true)).toBe(3);
    });

    it('shades the range of the data within the axis in every strip', () => {
        const boxes = sweepChart(sweep, 'surface', size, theme).options!.plugins!.annotation!.annotations!;
        expect(Object.keys(boxes)).toHaveLength(4);
        expect(Object.values(boxes)[0]).toMatchObject({ xMax: 3e21, display: true });
    });
});

describe('numbers to take along', () => {
    it('names the objective by its law', () => {
        expect(objectiveName(budget)).toBe('surface');
        expect(objectiveName({ ...budget, objective: null, goal: 'minimize 6*N*D + 2*N*T' })).toBe('6*N*D + 2*N*T');
    });

    it('copies the answers in full, tab-separated', () => {
        const lines = answerText(answerRows(budget)).trimEnd().split('\n');
        expect(lines[0]).toBe('quantity\toptimum\tlower\tupper\tunit');
        expect(lines.map((line) => line.split('\t')[0]).slice(1)).toEqual(['surface(N, D)', 'N', 'D', 'D/N']);
        expect(Number(lines[2].split('\t')[1])).toBe(budget.variables[0].estimate);
    });

    it('exports a row for every point of a figure', () => {
        const lines = (text: string): number => text.split('\r\n').length - 2;
        const { runs, region, constraints } = plane;
        const points = constraints.reduce((sum, { x }) => sum + x.length, 0);
        expect(lines(planeCsv(plane, 'loss'))).toBe(2 + region!.x.length + points + runs!.x.length + 60 * 60);
        expect(lines(alongCsv(plane, plane.along!, 'loss'))).toBe(81);
        expect(lines(sweepCsv(sweepBudget().sweep!, 'loss'))).toBe(29);
    });

    it('restores whatever was saved', () => {
        expect(restoredState(undefined)).toEqual({ documentUri: null, question: null, tables: [] });
        expect(restoredState({ documentUri: 'file:///a', question: 3, tables: ['sweep', 1] })).toEqual({
            documentUri: 'file:///a',
            question: null,
            tables: ['sweep'],
        });
    });
});

describe('what combinations cost and give', () => {
    const outcomes = {
        cost: 'k * m.price',
        limit: 10,
        labels: ['a, 1', 'a, 2', 'b, 1', 'b, 2'],
        x: [1, 2, 8, 16],
        y: [0.2, 0.36, 0.3, 0.5],
        isFeasible: [true, true, true, false],
        frontier: [0, 1, 3],
        best: 1,
    };
    const chart = outcomesChart(outcomes, 'solved', size, theme);

    it('steps along the frontier, marks the answer, and tells what is beyond the limit', () => {
        const [best, within, beyond, frontier] = datasets(chart);
        expect(best).toMatchObject({ label: 'a, 2', directLabel: 'beside', data: [{ x: 2, y: 0.36, row: 1 }] });
        expect(within.data.map(({ row }) => row)).toEqual([0, 1, 2]);
        expect(beyond).toMatchObject({ data: [{ row: 3 }], pointBackgroundColor: 'transparent' });
        expect(frontier).toMatchObject({ stepped: 'before', data: [{ row: 0 }, { row: 1 }, { row: 3 }] });
        expect(chart.options?.plugins?.annotation?.annotations).toMatchObject({ limit: { value: 10 } });
    });

    it('is a table of numbers in full', () => {
        expect(outcomesCsv(outcomes, 'solved').split(/\r?\n/).slice(0, 2)).toEqual([
            'choice,k * m.price,solved,meets_all_constraints',
            '"a, 1",1,0.2,yes',
        ]);
    });
});
