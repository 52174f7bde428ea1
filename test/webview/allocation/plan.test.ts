import { describe, expect, it } from 'vitest';
import { narrowingChart, stepTitle } from '../../../src/webview/allocation/narrowingChart.js';
import { narrowingCsv, plannedCsv } from '../../../src/webview/allocation/planCsv.js';
import { plannedChart } from '../../../src/webview/allocation/plannedChart.js';
import { questionNamed, questionsOf } from '../../../src/webview/allocation/questions.js';
import { selectedRun } from '../../../src/webview/allocation/selectedRun.js';
import { panelDataset, type PanelChart } from '../../../src/webview/chart/config.js';
import { planView } from '../allocationFixtures.js';
import { allocationView, TABLE } from '../fixtures.js';
import { testTheme } from '../theme/themes.js';

const size = { width: 640, height: 480 };
const theme = testTheme();
const plan = planView();
const [plane, narrowing] = [plan.plane!, plan.narrowing!];

function datasets(chart: PanelChart) {
    return chart.data.datasets.map(panelDataset);
}

describe('planned runs on their plane', () => {
    const chart = plannedChart(plane, 1, size, theme);

    it('are numbered in their order, with one label for those in one place', () => {
        const marks = datasets(chart).filter(({ role }) => role === 'mark');
        expect(marks.map(({ label }) => label)).toEqual(['1', '2, 3']);
        expect(marks[1].data).toMatchObject([
            { x: 80e6, y: 20e9, row: 1 },
            { x: 80e6, y: 20.1e9, row: 2 },
        ]);
    });

    it('stand beside those done, of which the selected one is ringed', () => {
        const [ring] = datasets(chart);
        expect(ring).toMatchObject({ role: 'selection', data: [{ x: 160e6, y: 2.4e9, row: 1 }] });
        const done = datasets(chart).find(({ role }) => role === 'run')!;
        expect(done.data).toHaveLength(2);
    });

    it('end at dashed limits', () => {
        const limit = datasets(chart).find(({ label }) => label === plane.limits[0].text)!;
        expect(limit).toMatchObject({ directLabel: 'along', borderDash: [5, 4] });
    });

    it('are shown without any runs done', () => {
        const alone = plannedChart({ ...plane, runs: null }, null, size, theme);
        expect(datasets(alone).filter(({ role }) => role === 'run')).toEqual([]);
        expect(Number(alone.options!.scales!.x!.min)).toBeLessThan(80e6);
    });

    it('are a table of numbers in full', () => {
        const lines = plannedCsv(plane).trimEnd().split('\r\n');
        expect(lines[0]).toBe('kind,of,N,D');
        expect(lines.map((line) => line.split(',')[0]).slice(1)).toEqual([
            ...['planned', 'planned', 'planned'],
            ...['run', 'run'],
            ...['limit', 'limit'],
        ]);
    });

    it('know the run whose line the cursor stands on', () => {
        expect(selectedRun(plane.runs, { uri: TABLE, line: 2 })).toBe(1);
        expect(selectedRun(plane.runs, { uri: TABLE, line: 9 })).toBeNull();
        expect(selectedRun(plane.runs, null)).toBeNull();
        expect(selectedRun(null, { uri: TABLE, line: 2 })).toBeNull();
    });
});

describe('the interval that becomes narrower', () => {
    const chart = narrowingChart(narrowing, 'next.N', size, theme);

    it('has a bar now and after each run, and for other designs one each beside them', () => {
        const [steps, rays] = datasets(chart);
        expect(steps.data.map(({ x, yMin, yMax }) => [x, yMin, yMax])).toEqual([
            [0, 7e9, 50e9],
            [1, 10e9, 32e9],
            [2, 12.4e9, 25.5e9],
            [3, 13e9, 24.1e9],
        ]);
        expect(rays).toMatchObject({ role: 'target', label: 'rays', data: [{ x: 4, yMin: 7.2e9, yMax: 47e9 }] });
    });

    it('counts the runs on its axis, and nothing where the other designs stand', () => {
        const { callback } = chart.options!.scales!.x!.ticks as { callback: (...values: unknown[]) => string };
        const built = [0, 1, 3, 4, 0.5].map((value) => ({ value, major: true }));
        expect(built.map(({ value }, index) => callback(value, index, built))).toEqual(['now', '1', '3', '', '']);
        expect([stepTitle(0), stepTitle(2)]).toEqual(['now', 'after run 2']);
    });

    it('is logarithmic where all of it is positive', () => {
        expect(chart.options!.scales!.y!.type).toBe('logarithmic');
        const steps = [{ lower: -1, upper: 2, cost: null }, ...narrowing.steps];
        expect(narrowingChart({ ...narrowing, steps }, 't', size, theme).options!.scales!.y!.type).toBe('linear');
    });

    it('is a table of numbers in full', () => {
        const lines = narrowingCsv(narrowing).trimEnd().split('\r\n');
        expect(lines[0]).toBe('design,runs,estimate,lower,upper,cost');
        expect(lines[1]).toBe('plan,0,17000000000,7000000000,50000000000,0');
        expect(lines.at(-1)).toMatch(/^rays,3,/);
    });
});

describe('what the panel can show', () => {
    const view = { ...allocationView(), plans: [{ ...plan, line: 15 }] };

    it('is budgets and plans in the order of the text', () => {
        expect(questionsOf(view).map(({ kind, of }) => `${kind} ${of.name}`)).toEqual([
            'budget next',
            'plan together',
            'budget frontier',
        ]);
    });

    it('is the one that was chosen as long as there is one of its name', () => {
        expect(questionNamed(view, 'together')?.kind).toBe('plan');
        expect(questionNamed(view, 'gone')?.of.name).toBe('next');
        expect(questionNamed({ ...view, budgets: [], plans: [] }, null)).toBeUndefined();
    });
});
