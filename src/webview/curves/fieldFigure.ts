/** What a method saw of the runs, as a figure under the fit's own chart. */
import type { FitView } from '../../protocol/fitView.js';
import type { FieldView, ReductionView } from '../../protocol/reductionView.js';
import { formatQuantity } from '../../quantity/print.js';
import { lineButton } from '../shell/controls.js';
import type { FigureContent } from '../shell/figure.js';
import type { Place } from '../shell/frame.js';
import { nameWithUnit } from '../shell/numberText.js';
import { scrolling, table } from '../shell/table.js';
import { fieldChart } from './fieldChart.js';
import { fieldCsv } from './fieldCsv.js';
import { fieldRuns } from './fieldRuns.js';
import { lineName, placeOfLine, type Sources } from '../../quantity/fileLines.js';

export function fieldFigure(
    { law, runs, points }: FitView,
    reduction: ReductionView,
    selected: number | null,
    reveal: (place: Place) => void,
): FigureContent {
    const { field, method } = reduction;
    const title = method === 'isoflop' ? `Loss against ${field.x.label} at each budget` : 'The envelope of the runs';
    return {
        title,
        description: `${title}: ${fieldRuns(field).length} runs of ${runs}.`,
        build: (size, theme) => fieldChart(reduction, points.sources, selected, size, theme),
        table: () => fieldTable(field, points.sources, selected, (at) => reveal(placeOfLine(points.sources, at))),
        csv: () => fieldCsv(field, points.sources),
        fileNameParts: [law, runs, method],
    };
}

function fieldTable(
    field: FieldView,
    sources: Sources,
    selected: number | null,
    reveal: (line: number) => void,
): HTMLElement {
    const { x, y, level } = field;
    const rows = fieldRuns(field).map((run) => [
        lineButton(lineName(sources, run.line), 'Show this run in the editor', () => reveal(run.line)),
        run.group === null ? '' : formatQuantity(field.groups[run.group].level),
        formatQuantity(run.x),
        formatQuantity(run.y),
        run.reason ?? '',
    ]);
    const columns = [
        { title: 'Line', kind: 'number' as const },
        { title: nameWithUnit(level.label, level.unit), kind: 'number' as const },
        { title: nameWithUnit(x.label, x.unit), kind: 'number' as const },
        { title: y, kind: 'number' as const },
        { title: 'Not used', kind: 'text' as const },
    ];
    return scrolling('Runs', table('Runs by group', columns, rows, selected));
}
