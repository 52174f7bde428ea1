/** The mark that the eye should find first: the answer, with what it is written beside it. */
import { DRAW_ORDER, type Datum, type PanelDataset } from '../chart/config.js';
import type { Theme } from '../theme/theme.js';

/** In pixels. */
const RADIUS = 6;

export function answerMark(data: Datum[], label: string, theme: Theme, radius = RADIUS): PanelDataset {
    return {
        type: 'scatter',
        role: 'mark',
        yAxisID: 'y',
        label,
        directLabel: 'beside',
        data,
        order: DRAW_ORDER.mark,
        pointStyle: 'rectRot',
        pointRadius: radius,
        pointHoverRadius: radius + 1,
        pointHitRadius: RADIUS,
        pointBackgroundColor: theme.highlight,
        pointBorderColor: theme.background,
        pointBorderWidth: 1,
    };
}
