/** A fit in the panel: chart, details, and the pictures of what its options ask for. */
import type { FitView } from '../../protocol/fitView.js';
import type { Place } from '../shell/frame.js';
import { fieldFigure } from './fieldFigure.js';
import { fitChart } from './fitChart.js';
import { fitCsv } from './fitCsv.js';
import { fitDetails } from './fitDetails.js';
import type { FigureActions, PanelFigure } from './panelFigure.js';
import { placedRows, xValues } from './points.js';
import { rollingFigure } from './rollingFigure.js';
import { rowText } from './rowText.js';
import { runsTable } from './runsTable.js';
import { atCut } from './atCut.js';
import { fieldPlace, selectedPoint, selectedRun } from './fitPlaces.js';
import { figureTitle, type Focus, type Shown } from './shown.js';

export function fitFigure(
    shown: Shown<FitView>,
    focus: Focus,
    { lit, documentUri }: { readonly lit: Place | null; readonly documentUri: string },
    actions: FigureActions,
): PanelFigure {
    const { axis } = shown;
    const cut = shown.figure.rolling?.cuts[focus.cut ?? -1] ?? null;
    const fit = cut === null ? shown.figure : atCut(shown.figure, cut.cut);
    const selected = selectedPoint(fit, lit);
    const run = selectedRun(fit, lit);
    const isOnAxis = fit.rolling?.along === axis.key;
    const options = { ...shown, selected, zoom: focus.zoom, cut: isOnAxis ? (cut?.cut ?? null) : null };
    const placed = placedRows(fit.points, xValues(fit.points, axis.key), shown);
    return {
        main: {
            title: figureTitle(fit),
            description: `${fit.target} against ${axis.label}: ${placed.length} runs and the fitted law ${fit.law}.`,
            build: (size, theme) => fitChart(fit, options, size, theme),
            table: () => runsTable(fit, selected, actions.reveal),
            csv: () => fitCsv(fit, axis),
            fileNameParts: [fit.law, fit.runs, fit.group],
        },
        selected,
        lit: `${selected} ${run}`,
        rows: fit.points,
        placed,
        say: (row) => rowText(fit, row),
        placeOf: (role, row) => (role === 'target' ? { uri: documentUri, line: fit.targets[row].line } : null),
        field: fit.reduction && fieldFigure(fit, fit.reduction, run, actions.reveal),
        fieldPlaceOf: (role, row) => fieldPlace(fit, role, row),
        rolling: fit.rolling && rollingFigure(fit, fit.rolling, focus.cut),
        details: () => fitDetails(fit, focus, documentUri, actions),
        detailsBelow: false,
    };
}
