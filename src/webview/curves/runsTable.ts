/** The runs of a fit as a table: the accessible form of the chart. */
import type { FitView } from '../../protocol/fitView.js';
import { signedPercent } from '../shell/numberText.js';
import type { Place } from '../shell/frame.js';
import { relativeResidual } from './points.js';
import { rowsTable } from './rowsTable.js';
import { predictedText } from './rowText.js';

export function runsTable(fit: FitView, selected: number | null, reveal: (place: Place) => void): HTMLElement {
    const { points } = fit;
    return rowsTable(
        { caption: `Runs of ${fit.runs}`, rows: points, axes: fit.axes, target: fit.target, selected, reveal },
        [
            { title: 'Predicted', cell: (row) => predictedText(fit, row) },
            {
                title: 'Residual',
                cell: (row) => signedPercent(relativeResidual(points.observed[row], points.predicted[row])),
            },
        ],
    );
}
