/** A comparison in the panel: its chart, and below it how the laws stand. */
import type { ComparisonView } from '../../protocol/comparisonView.js';
import { formatQuantity } from '../../quantity/print.js';
import { h } from '../shell/dom.js';
import type { Place } from '../shell/frame.js';
import { messageList } from '../shell/messages.js';
import { comparedText } from './comparedText.js';
import { comparisonChart, placedRuns } from './comparisonChart.js';
import { comparisonCsv } from './comparisonCsv.js';
import { judgedLaw } from './lawLooks.js';
import type { FigureActions, PanelFigure } from './panelFigure.js';
import { parameterTable } from './parameterTable.js';
import { rowAt } from './points.js';
import { rowsTable } from './rowsTable.js';
import { figureTitle, type Focus, type Shown } from './shown.js';
import { standingsTable } from './standingsTable.js';

export function comparisonFigure(
    shown: Shown<ComparisonView>,
    { zoom, law }: Focus,
    lit: Place | null,
    actions: FigureActions,
): PanelFigure {
    const { figure: view, axis } = shown;
    const selected = rowAt(view.rows, lit);
    const names = view.laws.map(({ name }) => name);
    return {
        main: {
            title: figureTitle(view),
            description: `${view.target} against ${axis.label}: the runs and the laws ${names.join(', ')}.`,
            build: (size, theme) => comparisonChart(view, { ...shown, selected, zoom, law }, size, theme),
            table: () => comparedRuns(view, selected, actions),
            csv: () => comparisonCsv(view, axis),
            fileNameParts: ['compare', ...names, view.runs],
        },
        selected,
        lit: String(selected),
        rows: view.rows,
        placed: placedRuns(view, law, axis, shown),
        say: (row) => comparedText(view, row),
        placeOf: () => null,
        field: null,
        rolling: null,
        fieldPlaceOf: () => null,
        details: () => comparisonDetails(view, law, actions),
        detailsBelow: true,
    };
}

function comparisonDetails(view: ComparisonView, lit: string | null, { focus }: FigureActions): readonly HTMLElement[] {
    const { name, formula, parameters } = judgedLaw(view, lit);
    const notes = view.notes.map((text) => ({ severity: 'information' as const, text }));
    return [
        standingsTable(view, lit, (law) => focus({ law })),
        ...(notes.length > 0 ? [messageList(notes)] : []),
        h('h2', {}, `Parameters of ${name}`),
        h('code', { class: 'formula' }, formula),
        parameterTable(name, parameters),
    ];
}

function comparedRuns(view: ComparisonView, selected: number | null, { reveal }: FigureActions): HTMLElement {
    const { rows, axes, target, laws } = view;
    return rowsTable(
        { caption: `Runs of ${view.runs}, and what each law predicts`, rows, axes, target, selected, reveal },
        laws.map(({ name, predicted }) => ({ title: name, cell: (row) => formatQuantity(predicted[row]) })),
    );
}
