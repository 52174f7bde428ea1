/** The runs done so far, on a plane. */
import type { PlacedRunsView } from '../../protocol/planeView.js';
import { DRAW_ORDER, type PanelDataset } from '../chart/config.js';
import { withAlpha, type Theme } from '../theme/theme.js';

export function runMarks(runs: PlacedRunsView | null, theme: Theme, radius = 2): readonly PanelDataset[] {
    if (!runs) {
        return [];
    }
    return [
        {
            type: 'scatter',
            role: 'run',
            yAxisID: 'y',
            data: runs.x.map((x, row) => ({ x, y: runs.y[row], row })),
            order: DRAW_ORDER.run,
            pointRadius: radius,
            pointHoverRadius: radius + 2,
            pointHitRadius: 5,
            pointBackgroundColor: withAlpha(theme.foreground, 0.65),
            pointBorderWidth: 0,
        },
    ];
}
