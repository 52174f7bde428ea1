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

/** The same with what it means, written at its left end. */
export function namedLimitLine(limit: number, name: string, theme: Theme) {
    return {
        ...limitLine(limit, theme, 'y'),
        label: {
            display: true,
            content: name,
            position: 'start' as const,
            yAdjust: -theme.fontSize,
            backgroundColor: 'transparent',
            color: theme.muted,
            font: { family: theme.fontFamily, size: theme.fontSize, weight: 'normal' as const },
            padding: 2,
        },
    };
}
