/** A chart as a file: the same configuration, drawn once more off screen. */
import { BasicPlatform, Chart, type ChartItem } from 'chart.js';
import type { BuildChart } from '../chart/chartView.js';
import type { PanelChart, PanelPlugin, Size } from '../chart/config.js';
import type { Theme } from '../theme/theme.js';
import { SvgContext } from './svgContext.js';

const PNG_PIXEL_RATIO = 2;

/** PNG in base64, twice as fine as the screen, on the theme's background. */
export function drawPng(build: BuildChart, size: Size, theme: Theme): string {
    const canvas = document.createElement('canvas');
    canvas.width = size.width;
    canvas.height = size.height;
    const chart = new Chart(canvas, still(build(size, theme), theme, PNG_PIXEL_RATIO));
    const url = canvas.toDataURL('image/png');
    chart.destroy();
    return url.slice(url.indexOf(',') + 1);
}

/** An SVG document: shapes and texts, no picture within. */
export function drawSvg(build: BuildChart, size: Size, theme: Theme): string {
    const context = new SvgContext(size.width, size.height);
    const config = still(build(size, theme), theme, 1);
    // With `segment` options Chart.js strokes lines directly; else through Path2D, which svgcanvas cannot read.
    const datasets = config.data.datasets.map((dataset) => ({ ...dataset, segment: {} }));
    const chart = new Chart(context as unknown as ChartItem, {
        ...config,
        data: { datasets },
        platform: BasicPlatform,
    });
    const text = context.text();
    chart.destroy();
    return text;
}

/** Nothing to touch, and a background. */
function still(config: PanelChart, theme: Theme, devicePixelRatio: number): PanelChart {
    const { options } = config;
    return {
        ...config,
        options: {
            ...options,
            devicePixelRatio,
            events: [],
            plugins: { ...options?.plugins, tooltip: { enabled: false } },
        },
        plugins: [background(theme), ...(config.plugins ?? [])],
    };
}

function background(theme: Theme): PanelPlugin {
    return {
        id: 'background',
        beforeDraw({ ctx, width, height }) {
            ctx.save();
            ctx.fillStyle = theme.background;
            ctx.fillRect(0, 0, width, height);
            ctx.restore();
        },
    };
}
