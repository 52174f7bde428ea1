/** Lines across a chart that say where something ends. */
import type { Theme } from '../theme/theme.js';

const DASH = [5, 4];

export function limitLine(limit: number, theme: Theme, scaleID: 'x' | 'y' = 'x') {
    return {
        type: 'line' as const,
        scaleID,
        value: limit,
        borderColor: theme.muted,
        borderWidth: theme.thin,
        borderDash: DASH,
        drawTime: 'beforeDatasetsDraw' as const,
    };
}

/** Of the width of a letter, about, to the size of its font. */
const LETTER = 0.55;

/** The same with what it means: written above its left end, or to the left of its upper one. */
export function namedLimitLine(limit: number, name: string, theme: Theme, scaleID: 'x' | 'y') {
    return {
        ...limitLine(limit, theme, scaleID),
        label: {
            display: true,
            content: name,
            position: scaleID === 'y' ? ('start' as const) : ('end' as const),
            ...(scaleID === 'y'
                ? { yAdjust: -theme.fontSize }
                : { xAdjust: (-name.length * theme.fontSize * LETTER) / 2 - theme.fontSize }),
            backgroundColor: 'transparent',
            color: theme.muted,
            font: { family: theme.fontFamily, size: theme.fontSize, weight: 'normal' as const },
            padding: 2,
        },
    };
}
