/** The runs as a table: the accessible form of the chart. */
import type { FitView } from '../../protocol/curvesPanel.js';
import { formatQuantity } from '../../quantity/print.js';
import { lineButton } from '../shell/controls.js';
import { nameWithUnit, signedPercent } from '../shell/numberText.js';
import { scrolling, table, type Column } from '../shell/table.js';
import { relativeResidual, xValues } from './points.js';
import { predictedText, stateText } from './rowText.js';
import type { Reveal } from './details.js';

export function runsTable(fit: FitView, selected: number | null, reveal: Reveal): HTMLElement {
    const { points } = fit;
    const hasLabels = points.label.some((label) => label !== null);
    const columns: Column[] = [
        { title: 'Line', kind: 'number' },
        ...(hasLabels ? [{ title: 'Run', kind: 'text' as const }] : []),
        ...fit.axes.map(({ label, unit }) => ({ title: nameWithUnit(label, unit), kind: 'number' as const })),
        { title: fit.target, kind: 'number' },
        { title: 'Predicted', kind: 'number' },
        { title: 'Residual', kind: 'number' },
        { title: 'State', kind: 'text' },
    ];
    const rows = points.lines.map((line, row) => [
        lineButton(line, 'Show this row in the editor', () => reveal(line)),
        ...(hasLabels ? [points.label[row] ?? ''] : []),
        ...fit.axes.map(({ key }) => formatQuantity(xValues(points, key)[row])),
        formatQuantity(points.observed[row]),
        predictedText(fit, row),
        signedPercent(relativeResidual(points, row)),
        stateText(fit, row),
    ]);
    return scrolling('Runs', table(`Runs of ${fit.runs}`, columns, rows, selected));
}
