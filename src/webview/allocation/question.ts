/** The panel's top: which budget or plan, and what it asks. */
import type { AllocationView, BudgetView } from '../../protocol/allocationPanel.js';
import { codeText } from '../shell/codeText.js';
import { lineButton, select } from '../shell/controls.js';
import { h, replaceKeepingFocus } from '../shell/dom.js';
import { questionsOf, type QuestionView } from './questions.js';

export interface Question {
    readonly element: HTMLElement;
    show(view: AllocationView, asked: QuestionView): void;
}

/** What is asked, whichever kind it is. */
interface Asked {
    readonly kind: 'Budget' | 'Plan';
    readonly goal: string;
    readonly entries: readonly HTMLElement[];
    readonly message: string;
    readonly isAnswered: boolean;
}

export function question(choose: (name: string) => void, reveal: (line: number) => void): Question {
    const chooser = select('Budget or plan', choose);
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
        show(view, question) {
            const { of } = question;
            const several = view.budgets.length + view.plans.length > 1;
            const { kind, goal: aim, entries, message: said, isAnswered } = askedBy(question);
            name.textContent = several ? kind : `${kind} ${of.name}`;
            chooser.element.toggleAttribute('hidden', !several);
            chooser.show(
                questionsOf(view).map(({ of: other }) => ({ value: other.name, label: other.name })),
                of.name,
            );
            replaceKeepingFocus(
                place,
                'line ',
                lineButton(String(of.line + 1), `Show this ${kind.toLowerCase()} in the spec`, () => reveal(of.line)),
            );
            goal.textContent = aim;
            constraints.replaceChildren(...entries);
            message.replaceChildren(h('span', {}, ...codeText(said)));
            message.className = isAnswered ? 'status' : 'status bad';
        },
    };
}

function askedBy(question: QuestionView): Asked {
    if (question.kind === 'budget') {
        const { goal, constraints, message, status } = question.of;
        return {
            kind: 'Budget',
            goal,
            entries: constraints.map(constraintItem),
            message,
            isAnswered: status === 'optimal',
        };
    }
    const { target, limits, total, message, isPlanned } = question.of;
    const entries = [
        ...limits.map((text) => entryItem('subject to', text)),
        ...(total === null ? [] : [entryItem('total', total)]),
    ];
    return { kind: 'Plan', goal: `narrow ${target}`, entries, message, isAnswered: isPlanned };
}

function constraintItem({ text, binding }: BudgetView['constraints'][number]): HTMLElement {
    const mark = h('span', { class: 'mark', title: 'This constraint holds with equality' }, 'binds');
    return entryItem('subject to', text, binding ? 'binding' : 'slack', ...(binding ? [mark] : []));
}

function entryItem(keyword: string, text: string, kind?: string, ...marks: readonly HTMLElement[]): HTMLElement {
    return h('li', { class: kind }, h('span', { class: 'keyword' }, `${keyword} `), h('code', {}, text), ...marks);
}
