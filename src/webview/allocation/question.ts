/** The panel's top: which budget, and what it asks. */
import type { AllocationView, BudgetView } from '../../protocol/allocationPanel.js';
import { codeText } from '../shell/codeText.js';
import { lineButton, select } from '../shell/controls.js';
import { h, replaceKeepingFocus } from '../shell/dom.js';

export interface Question {
    readonly element: HTMLElement;
    show(view: AllocationView, budget: BudgetView): void;
}

export function question(chooseBudget: (name: string) => void, reveal: (line: number) => void): Question {
    const chooser = select('Budget', chooseBudget);
    const name = h('span');
    const place = h('span', { class: 'place' });
    const goal = h('code', { class: 'formula' });
    const constraints = h('ul', { class: 'constraints', 'aria-label': 'Constraints' });
    const message = h('p', { class: 'status' });
    return {
        element: h(
            'header',
            {},
            h('div', { class: 'title-line' }, h('h1', {}, name), chooser.element, place),
            goal,
            constraints,
            message,
        ),
        show(view, budget) {
            const several = view.budgets.length > 1;
            name.textContent = several ? 'Budget' : `Budget ${budget.name}`;
            chooser.element.toggleAttribute('hidden', !several);
            chooser.show(
                view.budgets.map((other) => ({ value: other.name, label: other.name })),
                budget.name,
            );
            replaceKeepingFocus(
                place,
                'line ',
                lineButton(String(budget.line + 1), 'Show this budget in the spec', () => reveal(budget.line)),
            );
            goal.textContent = budget.goal;
            constraints.replaceChildren(...budget.constraints.map(constraintItem));
            message.replaceChildren(h('span', {}, ...codeText(budget.message)));
            message.className = budget.status === 'optimal' ? 'status' : 'status bad';
        },
    };
}

function constraintItem({ text, binding }: BudgetView['constraints'][number]): HTMLElement {
    return h(
        'li',
        { class: binding ? 'binding' : 'slack' },
        h('span', { class: 'keyword' }, 'subject to '),
        h('code', {}, text),
        ...(binding ? [h('span', { class: 'mark', title: 'This constraint holds with equality' }, 'binds')] : []),
    );
}
