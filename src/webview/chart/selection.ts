/** What the cursor stands on in the editor, ringed. */
import { withAlpha, type Theme } from '../theme/theme.js';
import { DRAW_ORDER, type PanelDataset } from './config.js';

/** A ring around the points of this row, one for each dataset that has it. */
export function selectionDatasets(
    row: number | null,
    datasets: readonly PanelDataset[],
    theme: Theme,
): readonly PanelDataset[] {
    return datasets.flatMap(({ data, yAxisID }) => {
        const selected = data.filter((datum) => datum.row === row);
        if (row === null || selected.length === 0) {
            return [];
        }
        return [
            {
                type: 'scatter',
                role: 'selection',
                ...(yAxisID ? { yAxisID } : {}),
                data: selected,
                order: DRAW_ORDER.selection,
                pointRadius: 8,
                pointHoverRadius: 8,
                pointHitRadius: 0,
                backgroundColor: withAlpha(theme.foreground, 0.15),
                borderColor: theme.foreground,
                borderWidth: 2,
            },
        ];
    });
}
