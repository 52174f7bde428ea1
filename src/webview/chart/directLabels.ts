/** Names written where the thing is, instead of a legend: behind a line's end, along a line, beside a mark. */
import { PointElement, type Chart } from 'chart.js';
import type { Theme } from '../theme/theme.js';
import { panelDataset, type PanelDataset, type PanelPlugin } from './config.js';
import { placeBoxes, spread, type Box } from './labels.js';

interface Pixel {
    readonly x: number;
    readonly y: number;
}

interface Shown {
    readonly dataset: PanelDataset;
    readonly text: string;
    /** Pixels of the dataset's points; of those within the axes where the name is not along the line. */
    readonly points: readonly Pixel[];
}

/** From the line's end to its name. */
const LEADER = 10;
const HALO = 5;
/** A line that ends this near to the right edge has its name in the margin, others where they end. */
const NEAR_EDGE = 0.15;
/** Pixels between the places tried along a line, and how many at most between two of its points. */
const STRIDE = 4;
const MOST_STRIDES = 1000;
/** Places tried for a name along a line, as shares of what is seen of it. */
const ALONG = [0.5, 0.35, 0.65, 0.22, 0.78, 0.12, 0.88];

/** A name behind a line's end, which lies at a share of the axis' length. */
export interface EndLabel {
    readonly text: string;
    readonly at: number;
}

/** Width to keep free right of axes that are `width` long for these names; measured by count, as no canvas is at hand. */
export function gutterWidth(labels: readonly EndLabel[], width: number, theme: Theme): number {
    const beyond = labels.map(({ text, at }) => {
        const inside = at < 1 - NEAR_EDGE ? (1 - at) * width : 0;
        return LEADER + 4 + text.length * theme.fontSize * 0.6 - inside;
    });
    return Math.max(0, ...beyond);
}

export function directLabels(theme: Theme): PanelPlugin {
    return {
        id: 'directLabels',
        afterDatasetsDraw(chart) {
            const { ctx } = chart;
            ctx.save();
            ctx.font = `${theme.fontSize}px ${theme.fontFamily}`;
            ctx.lineJoin = 'round';
            ctx.textBaseline = 'middle';
            ctx.textAlign = 'left';
            const shown = shownLabels(chart);
            const ends = drawEnds(chart, shown.filter(isPlaced('end')), theme);
            drawBoxes(chart, [...shown.filter(isPlaced('beside')), ...shown.filter(isPlaced('along'))], ends, theme);
            ctx.restore();
        },
    };
}

function isPlaced(place: PanelDataset['directLabel']): (shown: Shown) => boolean {
    return ({ dataset }) => dataset.directLabel === place;
}

function shownLabels(chart: Chart): readonly Shown[] {
    return chart.data.datasets.flatMap((plain, index) => {
        const dataset = panelDataset(plain);
        if (!dataset.directLabel || !dataset.label) {
            return [];
        }
        const meta = chart.getDatasetMeta(index);
        const { top, bottom } = meta.yScale ?? chart.chartArea;
        const { left, right } = chart.chartArea;
        const points = meta.data
            .filter((element) => element instanceof PointElement && !element.skip)
            .map(({ x, y }) => ({ x, y }))
            .filter(
                ({ x, y }) =>
                    dataset.directLabel === 'along' ||
                    (x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1),
            );
        return points.length > 0 ? [{ dataset, text: dataset.label, points }] : [];
    });
}

/** Names in the margin, level with their lines' ends as far as there is room, with a leader from each end. Answers where they are. */
function drawEnds(chart: Chart, labels: readonly Shown[], theme: Theme): readonly Box[] {
    const { ctx, chartArea } = chart;
    const ends = labels.map(({ points }) => points[points.length - 1]);
    const gap = theme.fontSize + 3;
    const heights = spread(
        ends.map(({ y }) => y),
        gap,
        chartArea.top + gap / 2,
        chartArea.bottom - gap / 2,
    );
    return labels.map(({ dataset, text }, index) => {
        const end = ends[index];
        const isInside = end.x < chartArea.right - NEAR_EDGE * chartArea.width;
        const x = isInside ? end.x : chartArea.right;
        ctx.strokeStyle = String(dataset.borderColor);
        ctx.lineWidth = 1;
        ctx.setLineDash([]);
        ctx.beginPath();
        ctx.moveTo(end.x, end.y);
        ctx.lineTo(x + LEADER - 2, heights[index]);
        ctx.stroke();
        drawText(ctx, text, x + LEADER, heights[index], theme.foreground, theme);
        return {
            left: x + LEADER,
            top: heights[index] - theme.fontSize / 2,
            width: ctx.measureText(text).width,
            height: theme.fontSize,
        };
    });
}

function drawBoxes(chart: Chart, labels: readonly Shown[], taken: readonly Box[], theme: Theme): void {
    const { ctx, chartArea } = chart;
    const height = theme.fontSize + 2;
    const area = { left: chartArea.left, top: chartArea.top, width: chartArea.width, height: chartArea.height };
    const boxes = labels.map(({ dataset, text, points }) => {
        const width = ctx.measureText(text).width + 4;
        return dataset.directLabel === 'along'
            ? alongBoxes(points, area, width, height)
            : besideBoxes(points[points.length - 1], width, height);
    });
    const marks = labels.filter(isPlaced('beside')).map(({ points }) => aroundMark(points[points.length - 1]));
    placeBoxes(boxes, area, [...marks, ...taken]).forEach((box, index) => {
        if (box) {
            const colour = labels[index].dataset.labelColour ?? theme.foreground;
            if (labels[index].dataset.directLabel === 'along') {
                ctx.fillStyle = theme.background;
                ctx.fillRect(box.left, box.top, box.width, box.height);
            }
            drawText(ctx, labels[index].text, box.left + 2, box.top + box.height / 2, colour, theme);
        }
    });
}

function alongBoxes(points: readonly Pixel[], area: Box, width: number, height: number): readonly Box[] {
    const inside = evenlyAlong(points).filter(
        ({ x, y }) => x >= area.left && x <= area.left + area.width && y >= area.top && y <= area.top + area.height,
    );
    return ALONG.flatMap((share) => {
        const at = inside[Math.round(share * (inside.length - 1))];
        return at ? [{ left: at.x - width / 2, top: at.y - height / 2, width, height }] : [];
    });
}

/** Places at even distances along the line, however far its own points are from each other. */
function evenlyAlong(points: readonly Pixel[]): readonly Pixel[] {
    return points.slice(1).flatMap((to, index) => {
        const from = points[index];
        const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STRIDE);
        return Array.from({ length: Math.min(steps, MOST_STRIDES) }, (_, step) => ({
            x: from.x + ((to.x - from.x) * step) / steps,
            y: from.y + ((to.y - from.y) * step) / steps,
        }));
    });
}

const MARK_RADIUS = 7;

function aroundMark({ x, y }: Pixel): Box {
    const side = 2 * (MARK_RADIUS - 1);
    return { left: x - side / 2, top: y - side / 2, width: side, height: side };
}

/** Above and to the right, where falling lines are not; then around the mark. */
function besideBoxes({ x, y }: Pixel, width: number, height: number): readonly Box[] {
    const right = x + MARK_RADIUS;
    const left = x - MARK_RADIUS - width;
    const above = y - MARK_RADIUS - height;
    const below = y + MARK_RADIUS;
    return [
        { left: right, top: above, width, height },
        { left: right, top: y - height / 2, width, height },
        { left, top: y - height / 2, width, height },
        { left, top: above, width, height },
        { left: x - width / 2, top: above, width, height },
        { left: x - width / 2, top: below, width, height },
        { left: right, top: below, width, height },
        { left, top: below, width, height },
    ];
}

function drawText(
    ctx: CanvasRenderingContext2D,
    text: string,
    x: number,
    y: number,
    colour: string,
    theme: Theme,
): void {
    ctx.strokeStyle = theme.background;
    ctx.lineWidth = HALO;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y);
}
