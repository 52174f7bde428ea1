/** What the panel can show: the budgets and the plans of a file. */
import type { AllocationView, BudgetView } from '../../protocol/allocationPanel.js';
import type { PlanView } from '../../protocol/planView.js';

export type QuestionView =
    { readonly kind: 'budget'; readonly of: BudgetView } | { readonly kind: 'plan'; readonly of: PlanView };

/** In the order of the text. */
export function questionsOf({ budgets, plans }: AllocationView): readonly QuestionView[] {
    return [
        ...budgets.map((of) => ({ kind: 'budget' as const, of })),
        ...plans.map((of) => ({ kind: 'plan' as const, of })),
    ].sort((a, b) => a.of.line - b.of.line);
}

/** The one of this name, else the first; undefined where there is none. */
export function questionNamed(view: AllocationView, name: string | null): QuestionView | undefined {
    const all = questionsOf(view);
    return all.find(({ of }) => of.name === name) ?? all[0];
}
