/** The name of each y axis, written flat above it: it costs no width and needs no turned head. */
import type { PanelPlugin } from './config.js';
import type { StripSpec } from './scales.js';
import type { Theme } from '../theme/theme.js';

const ABOVE_AXIS = 10;

export function headings(strips: readonly StripSpec[], theme: Theme): PanelPlugin {
    return {
        id: 'headings',
        afterDraw({ ctx, scales }) {
            ctx.save();
            ctx.font = `${theme.fontSize}px ${theme.fontFamily}`;
            ctx.textBaseline = 'alphabetic';
            ctx.textAlign = 'left';
            ctx.fillStyle = theme.foreground;
            for (const strip of strips) {
                ctx.fillText(strip.title, scales[strip.id].left + 2, scales[strip.id].top - ABOVE_AXIS);
            }
            ctx.restore();
        },
    };
}
