/** The Allocation panel. */
import type { AllocationFromPanel, AllocationView } from '../../protocol/allocationPanel.js';
import { registerCharts } from '../chart/register.js';
import { createFrame } from '../shell/frame.js';
import { budgetPart } from './budgetPart.js';
import { planPart } from './planPart.js';
import { question } from './question.js';
import { questionNamed, questionsOf, type QuestionView } from './questions.js';
import { restoredState, type AllocationState } from './state.js';

const NOTHING =
    'No budget or plan in this file yet: add `budget next { minimize law(N, D) subject to 6 * N * D <= 1e24 FLOP }`.';

registerCharts();
const frame = createFrame<AllocationView, AllocationFromPanel, AllocationState>(restoredState);
const asked = question(
    (name) => frame.setState({ question: name }),
    (line) => {
        const view = frame.view();
        return view && frame.reveal({ uri: view.documentUri, line });
    },
);
const budget = budgetPart(frame);
const plan = planPart(frame);

frame.run({
    nothingIn: (view) => (current(view) ? null : NOTHING),
    content: [asked.element, budget.element, plan.element],
    turnTo(view, line) {
        const there = questionsOf(view).find(({ of }) => of.line === line);
        if (there) frame.setState({ question: there.of.name });
    },
    draw(view) {
        const shown = current(view)!;
        asked.show(view, shown);
        budget.show(shown.kind === 'budget' ? shown.of : null);
        plan.show(shown.kind === 'plan' ? shown.of : null);
    },
    lit(view) {
        const shown = current(view);
        return shown && (shown.kind === 'budget' ? budget.lit(shown.of) : plan.lit(shown.of));
    },
});

function current(view: AllocationView): QuestionView | undefined {
    return questionNamed(view, frame.state().question);
}
