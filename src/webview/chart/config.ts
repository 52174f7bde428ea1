/** The kind of chart configuration that both panels draw. */
import type { ChartConfiguration, ChartDataset, Plugin } from 'chart.js';
import type {} from 'chartjs-chart-error-bars';
import type {} from 'chartjs-plugin-annotation';
import type {} from 'chartjs-plugin-zoom';

export interface Datum {
    readonly x: number;
    readonly y: number;
    /** Index of the row or entry that the point stands for. */
    readonly row?: number;
    /** Ends of error bars. */
    readonly xMin?: number;
    readonly xMax?: number;
    readonly yMin?: number;
    readonly yMax?: number;
}

export type PanelChartKind = 'scatter' | 'scatterWithErrorBars';
export type PanelChart = ChartConfiguration<PanelChartKind, Datum[]>;
export type PanelPlugin = Plugin;

export type PanelDataset = ChartDataset<PanelChartKind, Datum[]> & {
    /** What the points are, for selection and tooltips. */
    readonly role: DatasetRole;
    /** Write `label` on the chart: in the margin behind the line's end, along the line, or beside the point. */
    readonly directLabel?: 'end' | 'along' | 'beside';
    /** Of the label; the foreground without it. */
    readonly labelColour?: string;
    /** Of points with error bars, which Chart.js does not read from `pointRadius` and its like. */
    readonly radius?: number;
    readonly hoverRadius?: number;
    readonly hitRadius?: number;
};

/** A dataset as Chart.js hands it back, which is the one it was given. */
export function panelDataset(dataset: object): PanelDataset {
    return dataset as PanelDataset;
}

export type DatasetRole =
    | 'band'
    | 'curve'
    | 'point'
    | 'residual'
    | 'spread'
    | 'target'
    | 'crossing'
    | 'minimum'
    | 'selection'
    | 'mark'
    | 'run';

export interface Size {
    readonly width: number;
    readonly height: number;
}

/** What is drawn over what: the lower number lies on top. */
export const DRAW_ORDER: Readonly<Record<DatasetRole, number>> = {
    selection: 0,
    mark: 10,
    target: 10,
    crossing: 10,
    minimum: 10,
    point: 20,
    residual: 20,
    run: 25,
    spread: 28,
    curve: 30,
    band: 40,
};
