/** All that the panel shows of a budget. */
import type { BudgetView } from '../../protocol/allocationPanel.js';
import { placeOfLine } from '../../quantity/fileLines.js';
import { h, replaceKeepingFocus } from '../shell/dom.js';
import { figure } from '../shell/figure.js';
import { messageList } from '../shell/messages.js';
import { answerSection } from './answerSection.js';
import { choiceSection } from './choiceSection.js';
import { decisionSection } from './decisionSection.js';
import { alongFigure, coverageFigure, outcomesFigure, planeFigure, sweepFigure } from './figures.js';
import { limitSlider } from './limitSlider.js';
import { mixtureSection } from './mixtureSection.js';
import type { PanelPart, PartFrame } from './panelPart.js';
import type { PlaneZoom } from './planeChart.js';
import { selectedRun } from './selectedRun.js';

export function budgetPart(frame: PartFrame): PanelPart<BudgetView> {
    let shown: BudgetView | null = null;
    let zoom: PlaneZoom | null = null;
    const setZoom = (to: PlaneZoom | null): void => {
        zoom = to;
        frame.draw();
    };
    const limit = limitSlider({
        tryLimit: (budget, to) => frame.post({ type: 'try-limit', budget, limit: to }),
        writeLimit: (budget, to) => frame.post({ type: 'write-limit', budget, limit: to }),
    });
    const answer = h('section', { class: 'answer' });
    const choice = h('section', { class: 'choice' });
    const mixture = h('section', { class: 'mixture' });
    const decision = h('section', { class: 'decision' });
    const notes = h('div', { class: 'notes' });
    const plane = figure(
        'plane',
        {
            pick: (role, row) => {
                const runs = shown?.plane?.runs;
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
    const outcomes = figure('outcomes', {}, frame);
    const coverage = figure('coverage', {}, frame);
    const sweep = figure('sweep', {}, frame);
    const columns = h(
        'div',
        { class: 'columns' },
        h('div', { class: 'facts' }, answer, choice, mixture, decision, notes),
        plane.element,
        outcomes.element,
        coverage.element,
        along.element,
    );
    const element = h('div', { class: 'part' }, limit.element, columns, sweep.element);
    const lit = ({ plane: of }: BudgetView): number | null => selectedRun(of?.runs, frame.selected());

    const showSections = (budget: BudgetView): void => {
        limit.show(budget);
        replaceKeepingFocus(answer, ...answerSection(budget, (text) => frame.post({ type: 'copy', text })));
        choice.replaceChildren(...choiceSection(budget));
        mixture.replaceChildren(...mixtureSection(budget));
        replaceKeepingFocus(decision, ...decisionSection(budget));
        notes.replaceChildren(...(budget.messages.length > 0 ? [messageList(budget.messages)] : []));
        columns.hidden = !answer.hasChildNodes() && !notes.hasChildNodes();
    };
    return {
        element,
        lit,
        show(budget) {
            if (budget?.name !== shown?.name) {
                zoom = null;
            }
            shown = budget;
            element.hidden = budget === null;
            if (budget) {
                showSections(budget);
            }
            plane.show(budget && planeFigure(budget, zoom, lit(budget), frame.reveal));
            along.show(budget && alongFigure(budget));
            outcomes.show(budget && outcomesFigure(budget));
            coverage.show(budget && coverageFigure(budget));
            sweep.show(budget && sweepFigure(budget));
        },
    };
}
