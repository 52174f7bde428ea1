/** All that the panel shows of a plan. */
import type { PlanView } from '../../protocol/planView.js';
import { placeOfLine } from '../../quantity/fileLines.js';
import { h } from '../shell/dom.js';
import { figure } from '../shell/figure.js';
import { messageList } from '../shell/messages.js';
import type { PanelPart, PartFrame } from './panelPart.js';
import { narrowingFigure, plannedFigure } from './planFigures.js';
import { designsSection, runsSection } from './planSections.js';
import { selectedRun } from './selectedRun.js';

export function planPart(frame: PartFrame): PanelPart<PlanView> {
    let shown: PlanView | null = null;
    const notes = h('div', { class: 'notes' });
    const runs = h('section', { class: 'planned-runs' });
    const designs = h('section', { class: 'designs' });
    const planned = figure(
        'planned',
        {
            pick: (role, row) => {
                const done = shown?.plane?.runs;
                if (role === 'run' && done) {
                    frame.reveal(placeOfLine(done.sources, done.lines[row]));
                }
            },
        },
        frame,
    );
    const narrowing = figure('narrowing', {}, frame);
    const element = h(
        'div',
        { class: 'part plan' },
        notes,
        planned.element,
        narrowing.element,
        h('div', { class: 'facts' }, runs, designs),
    );
    return {
        element,
        lit: ({ plane }) => selectedRun(plane?.runs, frame.selected()),
        show(plan) {
            shown = plan;
            element.hidden = plan === null;
            notes.replaceChildren(...(plan && plan.messages.length > 0 ? [messageList(plan.messages)] : []));
            runs.replaceChildren(...(plan ? runsSection(plan) : []));
            designs.replaceChildren(...(plan ? designsSection(plan) : []));
            planned.show(plan && plannedFigure(plan, selectedRun(plan.plane?.runs, frame.selected()), frame.reveal));
            narrowing.show(plan && narrowingFigure(plan));
        },
    };
}
