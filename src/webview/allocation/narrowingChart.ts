/** The expected 95 % interval of a plan's target, run by run; other designs, all of their runs done, stand beside it. */
import type { NarrowedView, NarrowingView } from '../../protocol/planView.js';
import { formatInterval, formatQuantity } from '../../quantity/print.js';
import { formatSpread } from '../../quantity/spread.js';
import { DRAW_ORDER, type Datum, type PanelChart, type PanelDataset, type Size } from '../chart/config.js';
import { panelChart } from '../chart/panelChart.js';
import { paddedRange } from '../chart/range.js';
import { withAlpha, type Theme } from '../theme/theme.js';

/** Of the runs: what other designs bring stands so far from them and from one another, so that their names have room. */
const APART = 1 / 5;
const BAND_ALPHA = 0.16;

export function narrowingChart(narrowing: NarrowingView, target: string, size: Size, theme: Theme): PanelChart {
    const { steps, designs } = narrowing;
    const all = [...steps, ...designs];
    const ends = all.flatMap(({ lower, upper }) => [lower, upper]);
    const log = ends.every((end) => end > 0);
    const places = designPlaces(narrowing);
    const last = steps.length - 1;
    return panelChart(
        {
            datasets: [
                stepBars(narrowing, theme),
                ...places.map((x, index) => designBar(narrowing, index, x, theme)),
                ...places.map((x, index) => designName(narrowing, index, x)),
                ...band(steps, theme),
            ],
            x: {
                range: {
                    min: -0.4,
                    max: designs.length > 0 ? 2 * places.at(-1)! - (places.at(-2) ?? last) : last + 0.4,
                },
                log: false,
                title: 'runs done',
                label: (value) => stepLabel(value, steps.length),
            },
            strips: [{ id: 'y', weight: 1, log, range: paddedRange(ends, log)!, title: target }],
            describe: ({ role, label }, { row }) =>
                role === 'target'
                    ? { title: `${label} instead`, lines: intervalLines(designs[row!]) }
                    : { title: stepTitle(row!), lines: intervalLines(steps[row!]) },
        },
        size,
        theme,
    );
}

function stepLabel(value: number, steps: number): string {
    if (!Number.isInteger(value) || value < 0 || value >= steps) {
        return '';
    }
    return value === 0 ? 'now' : String(value);
}

export function stepTitle(step: number): string {
    return step === 0 ? 'now' : `after run ${step}`;
}

function intervalLines({ lower, upper, cost }: NarrowedView): readonly string[] {
    return [
        `${formatSpread([lower, upper])} ${formatInterval([lower, upper])}`,
        ...(cost === null ? [] : [`cost ${formatQuantity(cost)}`]),
    ];
}

function stepBars({ estimate, steps }: NarrowingView, theme: Theme): PanelDataset {
    const data = steps.map(({ lower, upper }, row) => ({ x: row, y: estimate, yMin: lower, yMax: upper, row }));
    return bars('mark', data, theme.accent, theme);
}

/** Where along the runs each of the other designs stands. */
function designPlaces({ steps, designs }: NarrowingView): readonly number[] {
    const last = steps.length - 1;
    const apart = Math.max(1, last * APART);
    return designs.map((_, index) => last + (index + 1) * apart);
}

function designBar({ estimate, designs }: NarrowingView, row: number, x: number, theme: Theme): PanelDataset {
    const { name, lower, upper } = designs[row];
    const bar = { x, y: estimate, yMin: lower, yMax: upper, row };
    return { ...bars('target', [bar], theme.muted, theme), label: name };
}

/** Beside the upper end, where it covers no bar. */
function designName({ designs }: NarrowingView, row: number, x: number): PanelDataset {
    const { name, upper } = designs[row];
    return {
        type: 'scatter',
        role: 'spread',
        yAxisID: 'y',
        label: name,
        directLabel: 'beside',
        data: [{ x, y: upper }],
        order: DRAW_ORDER.spread,
        pointRadius: 0,
        pointHitRadius: 0,
    };
}

function bars(role: 'mark' | 'target', data: Datum[], colour: string, theme: Theme): PanelDataset {
    return {
        type: 'scatterWithErrorBars',
        role,
        yAxisID: 'y',
        data,
        order: DRAW_ORDER[role],
        radius: 3.5,
        hoverRadius: 5,
        hitRadius: 8,
        backgroundColor: colour,
        borderWidth: 0,
        errorBarColor: colour,
        errorBarLineWidth: theme.thin,
        errorBarWhiskerColor: colour,
        errorBarWhiskerLineWidth: theme.thin,
        errorBarWhiskerSize: 10,
    };
}

function band(steps: readonly NarrowedView[], theme: Theme): readonly PanelDataset[] {
    const edge = {
        type: 'scatter' as const,
        role: 'band' as const,
        yAxisID: 'y',
        showLine: true,
        order: DRAW_ORDER.band,
        borderWidth: 0,
        pointRadius: 0,
        pointHitRadius: 0,
    };
    return [
        { ...edge, data: steps.map(({ lower }, x) => ({ x, y: lower })), fill: false },
        {
            ...edge,
            data: steps.map(({ upper }, x) => ({ x, y: upper })),
            fill: '-1',
            backgroundColor: withAlpha(theme.accent, BAND_ALPHA),
        },
    ];
}
