/** The frame that every chart of the panels has: one x, strips stacked above it, the editor's look. */
import { directLabels, gutterWidth, type EndLabel } from './directLabels.js';
import { headings } from './headings.js';
import type { PanelChart, PanelDataset, PanelPlugin, Size } from './config.js';
import { HEADING_HEIGHT, stackedScales, xScale, type AxisSpec, type StripSpec } from './scales.js';
import { tooltipOptions, type DescribePoint } from './tooltip.js';
import type { Theme } from '../theme/theme.js';

type Plugins = NonNullable<NonNullable<PanelChart['options']>['plugins']>;
export type Annotations = NonNullable<NonNullable<Plugins['annotation']>['annotations']>;

export interface ChartSpec {
    readonly datasets: readonly PanelDataset[];
    readonly x: AxisSpec;
    /** The topmost first. */
    readonly strips: readonly StripSpec[];
    /** What the tooltip says of a point. */
    readonly describe: DescribePoint;
    readonly annotations?: Annotations;
    readonly plugins?: readonly PanelPlugin[];
}

const RIGHT_EDGE = 14;
const LEFT_EDGE = 2;
/** Pixels that the y axis takes, about. */
const LEFT_AXIS = 40;

export function panelChart(spec: ChartSpec, size: Size, theme: Theme): PanelChart {
    return {
        type: 'scatter',
        data: { datasets: [...spec.datasets] },
        options: {
            animation: false,
            responsive: false,
            parsing: false,
            layout: {
                padding: {
                    top: HEADING_HEIGHT,
                    right: Math.max(
                        RIGHT_EDGE,
                        gutterWidth(endLabels(spec), size.width - LEFT_AXIS - RIGHT_EDGE, theme),
                    ),
                    left: LEFT_EDGE,
                },
            },
            interaction: { mode: 'nearest', intersect: true },
            scales: { x: xScale(spec.x, size, theme), ...stackedScales(spec.strips, size, theme) },
            plugins: {
                tooltip: tooltipOptions(theme, spec.describe),
                annotation: { annotations: spec.annotations ?? {} },
            },
        },
        plugins: [headings(spec.strips, theme), directLabels(theme), ...(spec.plugins ?? [])],
    };
}

function endLabels({ datasets, x: { range, log } }: ChartSpec): readonly EndLabel[] {
    const scaled = (value: number): number => (log ? Math.log(value) : value);
    const [from, to] = [scaled(range.min), scaled(range.max)];
    return datasets.flatMap(({ directLabel, label = '', data }) => {
        const end = data.at(-1);
        return directLabel === 'end' && end !== undefined
            ? [{ text: label, at: (scaled(end.x) - from) / (to - from) }]
            : [];
    });
}
