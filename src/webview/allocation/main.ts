/** The Allocation panel. */
import type { AllocationFromPanel, AllocationView, BudgetView } from '../../protocol/allocationPanel.js';
import { registerCharts } from '../chart/register.js';
import { h, replaceKeepingFocus } from '../shell/dom.js';
import { figure } from '../shell/figure.js';
import { createFrame } from '../shell/frame.js';
import { messageList } from '../shell/messages.js';
import { answerSection } from './answerSection.js';
import { choiceSection } from './choiceSection.js';
import { decisionSection } from './decisionSection.js';
import { alongFigure, outcomesFigure, planeFigure, sweepFigure } from './figures.js';
import { limitSlider } from './limitSlider.js';
import type { PlaneZoom } from './planeChart.js';
import { question } from './question.js';
import { restoredState, type AllocationState } from './state.js';
import { lineOfPlace, placeOfLine } from '../../quantity/fileLines.js';

const NO_BUDGET =
    'No budget in this file yet: add `budget next { minimize law(N, D) subject to 6 * N * D <= 1e24 FLOP }`.';

registerCharts();
const frame = createFrame<AllocationView, AllocationFromPanel, AllocationState>(restoredState);
let zoom: PlaneZoom | null = null;

const asked = question(chooseBudget, (line) => {
    const view = frame.view();
    return view && frame.reveal({ uri: view.documentUri, line });
});
const limit = limitSlider({
    tryLimit: (budget, to) => frame.post({ type: 'try-limit', budget, limit: to }),
    writeLimit: (budget, to) => frame.post({ type: 'write-limit', budget, limit: to }),
});
const answer = h('section', { class: 'answer' });
const decision = h('section', { class: 'decision' });
const notes = h('div', { class: 'notes' });
const plane = figure(
    'plane',
    {
        pick: (role, row) => {
            const runs = current(frame.view())?.plane?.runs;
            if (role === 'run' && runs) {
                frame.reveal(placeOfLine(runs.sources, runs.lines[row]));
            }
        },
        zoomed: (x, y) => setZoom({ x, y }),
        reset: () => setZoom(null),
    },
    frame,
);
const along = figure('along', {}, frame);
const choice = h('section', { class: 'choice' });
const outcomes = figure('outcomes', {}, frame);
const sweep = figure('sweep', {}, frame);
const columns = h(
    'div',
    { class: 'columns' },
    h('div', { class: 'facts' }, answer, choice, decision, notes),
    plane.element,
    outcomes.element,
    along.element,
);

frame.run({
    nothingIn: (view) => (current(view) ? null : NO_BUDGET),
    content: [asked.element, limit.element, columns, sweep.element],
    draw: (view) => draw(view, current(view)!),
    lit: (view) => {
        const budget = current(view);
        return budget && selectedRun(budget);
    },
});

function current(view: AllocationView | undefined): BudgetView | undefined {
    return view?.budgets.find(({ name }) => name === frame.state().budget) ?? view?.budgets[0];
}

function draw(view: AllocationView, budget: BudgetView): void {
    asked.show(view, budget);
    limit.show(budget);
    replaceKeepingFocus(answer, ...answerSection(budget, (text) => frame.post({ type: 'copy', text })));
    choice.replaceChildren(...choiceSection(budget));
    replaceKeepingFocus(decision, ...decisionSection(budget));
    notes.replaceChildren(...(budget.messages.length > 0 ? [messageList(budget.messages)] : []));
    columns.hidden = !answer.hasChildNodes() && !notes.hasChildNodes();
    plane.show(planeFigure(budget, zoom, selectedRun(budget), frame.reveal));
    along.show(alongFigure(budget));
    outcomes.show(outcomesFigure(budget));
    sweep.show(sweepFigure(budget));
}

/** The index of the run whose line is selected. */
function selectedRun({ plane: shown }: BudgetView): number | null {
    const selected = frame.selected();
    const runs = shown?.runs;
    const line = runs && lineOfPlace(runs.sources, selected);
    const row = line === undefined || line === null ? -1 : runs!.lines.indexOf(line);
    return row < 0 ? null : row;
}

function chooseBudget(budget: string): void {
    zoom = null;
    frame.setState({ budget });
}

function setZoom(to: PlaneZoom | null): void {
    zoom = to;
    frame.draw();
}
