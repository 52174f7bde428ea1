/** What can be done with a chart on screen: pick a point, zoom, pan. */
import type { Chart } from 'chart.js';
import zoomPlugin from 'chartjs-plugin-zoom';
import type { Theme } from '../theme/theme.js';
import { withAlpha } from '../theme/theme.js';
import { panelDataset, type Datum, type DatasetRole, type PanelChart } from './config.js';
import type { Range } from './range.js';

export interface ChartHandlers {
    /** A point was clicked. */
    readonly pick?: (role: DatasetRole, row: number) => void;
    /** The user has zoomed or panned to here; without it the chart cannot be zoomed. */
    readonly zoomed?: (x: Range, y: Range) => void;
    /** A double click: show everything again. */
    readonly reset?: () => void;
    /** An axis was clicked. */
    readonly axis?: (axis: 'x' | 'y') => void;
    /** Arrow keys, Enter and Escape, while the chart has the focus. */
    readonly step?: (direction: 1 | -1) => void;
    readonly open?: () => void;
    readonly leave?: () => void;
}

/** Said in the chart's tooltip and description, since a gesture cannot be seen. */
export const ZOOM_HINT = 'Drag to zoom, Shift-drag to pan, Ctrl-wheel to zoom, double-click to show all.';

const X = 'x';
const Y = 'y';

/** The chart with its points pickable, and zoomable in x and in the main y: other strips keep their range. */
export function withInteraction(config: PanelChart, handlers: ChartHandlers, theme: Theme): PanelChart {
    const { options } = config;
    return {
        ...config,
        options: {
            ...options,
            onClick: (_event, elements, chart) => {
                const picked = pickedPoint(chart, elements[0]);
                if (picked) {
                    handlers.pick?.(picked.role, picked.row);
                }
            },
            onHover: (_event, elements, chart) => {
                chart.canvas.style.cursor = handlers.pick && pickedPoint(chart, elements[0]) ? 'pointer' : 'default';
            },
            plugins: { ...options?.plugins, zoom: zoomOptions(config, handlers, theme) },
        },
        plugins: [...(config.plugins ?? []), zoomPlugin],
    };
}

export function rangeOf(chart: Chart, scale: string): Range {
    const { min, max } = chart.scales[scale];
    return { min, max };
}

function pickedPoint(
    chart: Chart,
    element: { readonly datasetIndex: number; readonly index: number } | undefined,
): { role: DatasetRole; row: number } | undefined {
    if (!element) {
        return undefined;
    }
    const dataset = panelDataset(chart.data.datasets[element.datasetIndex]);
    const { row }: Datum = dataset.data[element.index];
    return row === undefined ? undefined : { role: dataset.role, row };
}

function zoomOptions(config: PanelChart, { zoomed }: ChartHandlers, theme: Theme) {
    const settled = ({ chart }: { chart: Chart }): void => zoomed?.(rangeOf(chart, X), rangeOf(chart, Y));
    const enabled = zoomed !== undefined;
    return {
        limits: fixedLimits(config),
        pan: { enabled, mode: 'xy' as const, modifierKey: 'shift' as const, onPanComplete: settled },
        zoom: {
            mode: 'xy' as const,
            // A bare wheel must go on scrolling the panel.
            wheel: { enabled, modifierKey: 'ctrl' as const },
            pinch: { enabled },
            drag: {
                enabled,
                threshold: 6,
                backgroundColor: withAlpha(theme.accent, 0.15),
                borderColor: theme.accent,
                borderWidth: 1,
            },
            onZoomComplete: settled,
        },
    };
}

function fixedLimits(config: PanelChart): Record<string, { min: number; max: number; minRange: number }> {
    const scales = Object.entries(config.options?.scales ?? {});
    return Object.fromEntries(
        scales.flatMap(([id, scale]) => {
            const [min, max] = [Number(scale?.min), Number(scale?.max)];
            return id !== X && id !== Y && max > min ? [[id, { min, max, minRange: max - min }]] : [];
        }),
    );
}
