/** The Curves panel. */
import type { CurvesFromPanel, CurvesView } from '../../protocol/curvesPanel.js';
import { chartView, type BuildChart } from '../chart/chartView.js';
import type { DatasetRole } from '../chart/config.js';
import { ZOOM_HINT } from '../chart/interaction.js';
import { registerCharts } from '../chart/register.js';
import { exportButtons } from '../export/exportButtons.js';
import { h, replaceKeepingFocus } from '../shell/dom.js';
import { connectHost, runPanel } from '../shell/host.js';
import { emptyState } from '../shell/messages.js';
import { currentTheme } from '../theme/currentTheme.js';
import { curvesChart, type CurvesOptions } from './curvesChart.js';
import { curvesCsv } from './curvesCsv.js';
import { fitDetails } from './details.js';
import { fitHeader } from './fitHeader.js';
import { neighbourAlongX, placedRows } from './points.js';
import { rowText } from './rowText.js';
import { runsTable } from './runsTable.js';
import { chartDescription, shownFit, type Shown } from './shown.js';
import { restoredState, type CurvesState } from './state.js';
import { curvesToolbar } from './toolbar.js';

const NO_FIT = 'No fit in this file yet: add `fit law to runs`.';
const NO_AXIS = 'This fit has no variable to be drawn against.';

registerCharts();
const host = connectHost<CurvesFromPanel, CurvesState>(restoredState);
const panel = document.getElementById('panel')!;

let view: CurvesView | undefined;
/** The line that is lit, in the file of the shown runs. */
let selectedLine: { readonly uri: string; readonly line: number } | null = null;
let zoom: CurvesOptions['zoom'] = null;

const chart = chartView('curves-chart', {
    pick,
    zoomed: (x, y) => {
        zoom = { x, y };
        render();
    },
    reset: resetZoom,
    axis: (axis) => {
        const shown = current();
        if (shown && (axis === 'x' ? shown.canXLog : shown.canYLog)) {
            choose(axis === 'x' ? { xLog: !shown.xLog } : { yLog: !shown.yLog });
        }
    },
    step,
    open: () => selectedLine && host.post({ type: 'reveal', ...selectedLine }),
    leave: () => {
        selectedLine = null;
        render();
    },
});
chart.element.title = ZOOM_HINT;
const header = fitHeader((fitId) => choose({ fitId }));
const toolbar = curvesToolbar(
    {
        axis: (axis) => choose({ axis, xLog: null }),
        xLog: (xLog) => choose({ xLog }),
        yLog: (yLog) => choose({ yLog }),
        asTable: (asTable) => choose({ asTable }),
        resetZoom,
    },
    exportButtons(chart, exported, host.post),
);
const rows = h('div', { class: 'rows' });
const details = h('aside', { class: 'details' });
const spoken = h('p', { class: 'hidden', 'aria-live': 'polite' });
const content = [
    header.element,
    toolbar.element,
    h('div', { class: 'columns' }, h('section', { class: 'figure' }, chart.element, rows), details),
    spoken,
];

runPanel<CurvesView>(host.post, {
    show(next) {
        view = next;
        host.setState({ documentUri: next.documentUri });
        render();
    },
    showEmpty(message) {
        view = undefined;
        panel.replaceChildren(emptyState(message));
    },
    select(uri, line) {
        const before = current();
        const row = before && selectedRow(before);
        selectedLine = line === null ? null : { uri, line };
        // Most moves of the cursor light no other point.
        if (before && selectedRow(before) !== row) {
            render();
        }
    },
    redraw: render,
});

function render(): void {
    if (!view) {
        return;
    }
    const shown = current();
    if (!shown) {
        panel.replaceChildren(emptyState(view.fits.length === 0 ? NO_FIT : NO_AXIS));
        return;
    }
    if (!content[0].isConnected) {
        panel.replaceChildren(...content);
    }
    const { fit } = shown;
    const { asTable } = host.state();
    header.show(view, shown);
    toolbar.show(shown, asTable, zoom !== null);
    chart.element.hidden = asTable;
    rows.hidden = !asTable;
    if (asTable) {
        chart.clear();
        replaceKeepingFocus(
            rows,
            runsTable(fit, selectedRow(shown), (line) => reveal(fit.points.source, line)),
        );
    } else {
        chart.draw(buildChart(shown), chartDescription(shown), currentTheme());
        rows.replaceChildren();
    }
    const uri = view.documentUri;
    replaceKeepingFocus(details, ...fitDetails(fit, (line) => reveal(uri, line)));
}

function current(): Shown | undefined {
    return view && shownFit(view, host.state());
}

function buildChart(shown: Shown): BuildChart {
    const options = { ...shown, selected: selectedRow(shown), zoom };
    return (size, theme) => curvesChart(shown.fit, options, size, theme);
}

function exported() {
    const shown = current();
    if (!shown) {
        return null;
    }
    const { fit, axis } = shown;
    return {
        nameParts: [fit.law, fit.runs, fit.group],
        build: buildChart(shown),
        csv: () => curvesCsv(fit, axis),
    };
}

/** Another choice of what is drawn shows all of it. */
function choose(change: Partial<CurvesState>): void {
    host.setState(change);
    zoom = null;
    render();
}

function resetZoom(): void {
    zoom = null;
    render();
}

function selectedRow({ fit }: Shown): number | null {
    const row = selectedLine?.uri === fit.points.source ? fit.points.lines.indexOf(selectedLine.line) : -1;
    return row < 0 ? null : row;
}

function step(direction: 1 | -1): void {
    const shown = current();
    if (shown) {
        const placed = placedRows(shown.fit.points, shown.axis.key, shown.xLog, shown.yLog);
        selectRow(shown, neighbourAlongX(placed, selectedRow(shown), direction));
    }
}

function selectRow({ fit }: Shown, row: number | null): void {
    if (row !== null) {
        const { title, lines } = rowText(fit, row);
        spoken.textContent = [title, ...lines].join(', ');
        selectedLine = { uri: fit.points.source, line: fit.points.lines[row] };
        render();
    }
}

function pick(role: DatasetRole, row: number): void {
    const shown = current();
    if (!shown || !view) {
        return;
    }
    if (role === 'target') {
        reveal(view.documentUri, shown.fit.targets[row].line);
    } else {
        selectRow(shown, row);
        reveal(shown.fit.points.source, shown.fit.points.lines[row]);
    }
}

function reveal(uri: string, line: number): void {
    host.post({ type: 'reveal', uri, line });
}
