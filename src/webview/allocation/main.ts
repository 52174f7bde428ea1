/** The Allocation panel. */
import type { AllocationFromPanel, AllocationView, BudgetView } from '../../protocol/allocationPanel.js';
import { registerCharts } from '../chart/register.js';
import { h, replaceKeepingFocus } from '../shell/dom.js';
import { figure, type Figure, type FigureContent } from '../shell/figure.js';
import { connectHost, runPanel } from '../shell/host.js';
import { emptyState, messageList } from '../shell/messages.js';
import { answerSection } from './answerSection.js';
import { alongFigure, planeFigure, sweepFigure } from './figures.js';
import { limitSlider } from './limitSlider.js';
import type { PlaneZoom } from './planeChart.js';
import { question } from './question.js';
import { restoredState, type AllocationState } from './state.js';

const NO_BUDGET =
    'No budget in this file yet: add `budget next { minimize law(N, D) subject to 6 * N * D <= 1e24 FLOP }`.';

registerCharts();
const host = connectHost<AllocationFromPanel, AllocationState>(restoredState);
const panel = document.getElementById('panel')!;

let view: AllocationView | undefined;
let zoom: PlaneZoom | null = null;
/** The line that the cursor stands on, where it is one of the plane's runs. */
let selected: { readonly uri: string; readonly line: number } | null = null;

const asked = question(chooseBudget, (line) => view && reveal(view.documentUri, line));
const limit = limitSlider({
    tryLimit: (budget, to) => host.post({ type: 'try-limit', budget, limit: to }),
    writeLimit: (budget, to) => host.post({ type: 'write-limit', budget, limit: to }),
});
const answer = h('section', { class: 'answer' });
const notes = h('div', { class: 'notes' });
const plane = figure(
    'plane',
    {
        pick: (role, row) => {
            const runs = current()?.plane?.runs;
            if (role === 'run' && runs) {
                reveal(runs.source, runs.lines[row]);
            }
        },
        zoomed: (x, y) => setZoom({ x, y }),
        reset: () => setZoom(null),
    },
    (asTable) => setTable('plane', asTable),
    host.post,
);
const along = figure('along', {}, (asTable) => setTable('along', asTable), host.post);
const sweep = figure('sweep', {}, (asTable) => setTable('sweep', asTable), host.post);
const columns = h(
    'div',
    { class: 'columns' },
    h('div', { class: 'facts' }, answer, notes),
    plane.element,
    along.element,
);
const content = [asked.element, limit.element, columns, sweep.element];

runPanel<AllocationView>(host.post, {
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
        const budget = current();
        const run = budget && selectedRun(budget);
        selected = line === null ? null : { uri, line };
        // Most moves of the cursor light no other point.
        if (budget && selectedRun(budget) !== run) {
            render();
        }
    },
    redraw: render,
});

function current(): BudgetView | undefined {
    return view?.budgets.find(({ name }) => name === host.state().budget) ?? view?.budgets[0];
}

function render(): void {
    const budget = current();
    if (!view) {
        return;
    }
    if (!budget) {
        panel.replaceChildren(emptyState(NO_BUDGET));
        return;
    }
    if (!content[0].isConnected) {
        panel.replaceChildren(...content);
    }
    asked.show(view, budget);
    limit.show(budget);
    replaceKeepingFocus(answer, ...answerSection(budget, (text) => host.post({ type: 'copy', text })));
    notes.replaceChildren(...(budget.messages.length > 0 ? [messageList(budget.messages)] : []));
    columns.hidden = !answer.hasChildNodes() && !notes.hasChildNodes();
    showFigure(plane, 'plane', planeFigure(budget, zoom, selectedRun(budget), reveal));
    showFigure(along, 'along', alongFigure(budget));
    showFigure(sweep, 'sweep', sweepFigure(budget));
}

function showFigure(shown: Figure, name: string, what: FigureContent | null): void {
    shown.show(what, host.state().tables.includes(name));
}

/** The index of the run whose line is selected. */
function selectedRun({ plane: shown }: BudgetView): number | null {
    const row = selected && shown?.runs?.source === selected.uri ? shown.runs.lines.indexOf(selected.line) : -1;
    return row < 0 ? null : row;
}

function chooseBudget(budget: string): void {
    host.setState({ budget });
    setZoom(null);
}

function setZoom(to: PlaneZoom | null): void {
    zoom = to;
    render();
}

function setTable(name: string, asTable: boolean): void {
    const others = host.state().tables.filter((other) => other !== name);
    host.setState({ tables: asTable ? [...others, name] : others });
    render();
}

function reveal(uri: string, line: number): void {
    host.post({ type: 'reveal', uri, line });
}
