/** What an answer is compared with, each with its name beside it. */
import { DRAW_ORDER, type PanelDataset } from '../chart/config.js';
import type { Theme } from '../theme/theme.js';

export function rivalMarks(
    rivals: readonly { readonly label: string; readonly x: number; readonly y: number }[],
    theme: Theme,
): readonly PanelDataset[] {
    return rivals.map(({ label, x, y }) => ({
        type: 'scatter',
        role: 'target',
        yAxisID: 'y',
        label,
        directLabel: 'beside',
        data: [{ x, y }],
        order: DRAW_ORDER.target,
        pointStyle: 'triangle',
        pointRadius: 5,
        pointHoverRadius: 6,
        pointHitRadius: 6,
        pointBackgroundColor: theme.foreground,
        pointBorderColor: theme.background,
        pointBorderWidth: 1,
    }));
}
