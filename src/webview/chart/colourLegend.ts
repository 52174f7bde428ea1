/** What the colours of points and curves say: a short bar at the top right, its ends named. */
import { colourAt, type LevelScale } from '../theme/colourScale.js';
import type { Theme } from '../theme/theme.js';
import type { PanelPlugin } from './config.js';
import { formatQuantity } from '../../quantity/print.js';

const BAR = { width: 72, height: 7 };
const SPACE = 6;
/** Strips that the bar is drawn in; enough to look even. */
const STEPS = 24;
const ABOVE_AREA = 16;

export function colourLegend(label: string, scale: LevelScale, theme: Theme): PanelPlugin {
    return {
        id: 'colourLegend',
        afterDraw({ ctx, chartArea }) {
            const y = chartArea.top - ABOVE_AREA;
            let x = chartArea.right;
            ctx.save();
            ctx.font = `${theme.fontSize}px ${theme.fontFamily}`;
            ctx.textBaseline = 'alphabetic';
            ctx.textAlign = 'right';
            ctx.fillStyle = theme.muted;
            ctx.fillText(endText(scale.max), x, y + BAR.height);
            x -= ctx.measureText(endText(scale.max)).width + SPACE + BAR.width;
            drawBar(ctx, x, y, theme);
            ctx.fillStyle = theme.muted;
            ctx.fillText(`${label}  ${endText(scale.min)}`, x - SPACE, y + BAR.height);
            ctx.restore();
        },
    };
}

/** The ends of a colour scale need no more than two digits. */
function endText(value: number): string {
    return formatQuantity(value, 2);
}

function drawBar(ctx: CanvasRenderingContext2D, left: number, top: number, theme: Theme): void {
    const step = BAR.width / STEPS;
    for (let index = 0; index < STEPS; index++) {
        ctx.fillStyle = colourAt(index / (STEPS - 1), theme);
        // Strips overlap by half a pixel: no seams between them.
        ctx.fillRect(left + index * step, top, step + (index < STEPS - 1 ? 0.5 : 0), BAR.height);
    }
}
