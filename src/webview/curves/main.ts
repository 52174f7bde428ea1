/** The Curves panel. */
import type { CurvesFromPanel, CurvesView } from '../../protocol/curvesPanel.js';
import { chartView } from '../chart/chartView.js';
import type { DatasetRole } from '../chart/config.js';
import { ZOOM_HINT } from '../chart/interaction.js';
import { registerCharts } from '../chart/register.js';
import { exportButtons } from '../export/exportButtons.js';
import { h, replaceKeepingFocus } from '../shell/dom.js';
import { figure } from '../shell/figure.js';
import { createFrame } from '../shell/frame.js';
import { currentTheme } from '../theme/currentTheme.js';
import { comparisonFigure } from './comparisonFigure.js';
import { figureHeader } from './figureHeader.js';
import { fitFigure } from './fitFigure.js';
import type { PanelFigure } from './panelFigure.js';
import { neighbourAlongX } from './points.js';
import { isComparison, NO_FOCUS, shownFigure, type AnyShown, type Focus } from './shown.js';
import { restoredState, type CurvesState } from './state.js';
import { curvesToolbar } from './toolbar.js';
import { placeOfLine } from '../../quantity/fileLines.js';

const NO_FIGURE = 'No fit in this file yet: add `fit law to runs`.';
const NO_AXIS = 'This fit has no variable to be drawn against.';
/** The main chart's name in the state. */
const MAIN_FIGURE = 'main';

registerCharts();
const frame = createFrame<CurvesView, CurvesFromPanel, CurvesState>(restoredState);
let focus: Focus = NO_FOCUS;

const chart = chartView('main-chart', {
    pick,
    zoomed: (x, y) => focusOn({ zoom: { x, y } }),
    reset: () => focusOn({ zoom: null }),
    axis: (axis) => {
        const shown = current();
        if (shown && (axis === 'x' ? shown.canXLog : shown.canYLog)) {
            choose(axis === 'x' ? { xLog: !shown.xLog } : { yLog: !shown.yLog });
        }
    },
    step: (direction) => {
        const shown = currentFigure();
        if (shown) {
            selectRow(shown, neighbourAlongX(shown.placed, shown.selected, direction));
        }
    },
    open: () => {
        const selected = frame.selected();
        return selected && frame.reveal(selected);
    },
    leave: () => frame.select(null),
});
chart.element.title = ZOOM_HINT;
const header = figureHeader((id) => {
    focus = NO_FOCUS;
    frame.setState({ figure: id, axis: null });
});
const toolbar = curvesToolbar(
    {
        axis: (axis) => choose({ axis, xLog: null }),
        xLog: (xLog) => choose({ xLog }),
        yLog: (yLog) => choose({ yLog }),
        asTable: (asTable) => frame.showTable(MAIN_FIGURE, asTable),
        resetZoom: () => focusOn({ zoom: null }),
    },
    exportButtons(chart, () => currentFigure()?.main ?? null, frame.post),
);
const rows = h('div', { class: 'rows' });
const field = figure('field', { pick: revealRun }, frame);
const rolling = figure('rolling', { pick: (_role, cut) => focusOn({ cut: cut === focus.cut ? null : cut }) }, frame);
const details = h('aside', { class: 'details' });
const spoken = h('p', { class: 'hidden', 'aria-live': 'polite' });
const columns = h(
    'div',
    { class: 'columns' },
    h(
        'div',
        { class: 'charts' },
        h('section', { class: 'figure' }, chart.element, rows),
        field.element,
        rolling.element,
    ),
    details,
);

frame.run({
    nothingIn: (view) => (shownFigure(view, frame.state()) ? null : view.figures.length === 0 ? NO_FIGURE : NO_AXIS),
    content: [header.element, toolbar.element, columns, spoken],
    draw,
    lit: () => currentFigure()?.lit,
});

function current(): AnyShown | undefined {
    const view = frame.view();
    return view && shownFigure(view, frame.state());
}

function currentFigure(): PanelFigure | null {
    const view = frame.view();
    const shown = current();
    if (!view || !shown) {
        return null;
    }
    const actions = { reveal: frame.reveal, focus: focusOn };
    const lit = frame.selected();
    return isComparison(shown)
        ? comparisonFigure(shown, focus, lit, actions)
        : fitFigure(shown, focus, { lit, documentUri: view.documentUri }, actions);
}

function draw(view: CurvesView): void {
    const shown = current()!;
    const drawn = currentFigure()!;
    const { main, detailsBelow } = drawn;
    const asTable = frame.isTable(MAIN_FIGURE);
    header.show(view, shown.figure);
    toolbar.show(shown, asTable, focus.zoom !== null);
    chart.element.hidden = asTable;
    rows.hidden = !asTable;
    if (asTable) {
        chart.clear();
        replaceKeepingFocus(rows, main.table());
    } else {
        chart.draw(main.build, main.description, currentTheme());
        rows.replaceChildren();
    }
    field.show(drawn.field);
    rolling.show(drawn.rolling);
    columns.classList.toggle('below', detailsBelow);
    columns.classList.toggle('several', drawn.field !== null || drawn.rolling !== null);
    replaceKeepingFocus(details, ...drawn.details());
}

/** Another choice of what is drawn shows all of it. */
function choose(change: Partial<CurvesState>): void {
    focus = { ...focus, zoom: null };
    frame.setState(change);
}

function focusOn(change: Partial<Focus>): void {
    focus = { ...focus, ...change };
    frame.draw();
}

function selectRow({ rows: { sources, lines }, say }: PanelFigure, row: number | null): void {
    if (row !== null) {
        const { title, lines: texts } = say(row);
        spoken.textContent = [title, ...texts].join(', ');
        frame.select(placeOfLine(sources, lines[row]));
    }
}

function pick(role: DatasetRole, row: number): void {
    const shown = currentFigure();
    if (!shown) {
        return;
    }
    const place = shown.placeOf(role, row);
    if (place) {
        frame.reveal(place);
    } else {
        selectRow(shown, row);
        frame.reveal(placeOfLine(shown.rows.sources, shown.rows.lines[row]));
    }
}

function revealRun(role: DatasetRole, row: number): void {
    const place = currentFigure()?.fieldPlaceOf(role, row);
    if (place) {
        frame.select(place);
        frame.reveal(place);
    }
}
