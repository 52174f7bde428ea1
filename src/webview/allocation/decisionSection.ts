/** What surrounds the answer: how flat it is and what its limits cost, in sentences, and its rivals in a table. */
import type { BudgetView } from '../../protocol/allocationPanel.js';
import type { EstimateView } from '../../protocol/views.js';
import { codeText } from '../shell/codeText.js';
import { h } from '../shell/dom.js';
import { intervalOf, nameWithUnit, withInterval } from '../shell/numberText.js';
import { compactTable, scrolling } from '../shell/table.js';
import { objectiveName } from './answer.js';

export function decisionSection(budget: BudgetView): readonly HTMLElement[] {
    const { sentences, alongRange, rivals } = budget;
    const remarks = rivals.flatMap(({ label, remarks: texts }) =>
        texts.length === 0 ? [] : [`${label}: ${texts.join('; ')}.`],
    );
    return [
        ...(sentences.length === 0 ? [] : [h('h2', {}, 'Other choices'), sentenceList(sentences)]),
        ...(alongRange.length === 0 ? [] : [h('h2', {}, 'Along the range'), sentenceList(alongRange)]),
        ...(rivals.length === 0 ? [] : [h('h2', {}, 'Compared'), scrolling('Compared', rivalTable(budget))]),
        ...(remarks.length === 0 ? [] : [sentenceList(remarks)]),
    ];
}

function sentenceList(sentences: readonly string[]): HTMLElement {
    return h('ul', { class: 'sentences' }, ...sentences.map((text) => h('li', {}, ...codeText(text))));
}

function rivalTable(budget: BudgetView): HTMLElement {
    const { name, rivals, variables } = budget;
    const number = (title: string) => ({ title, kind: 'number' as const });
    const text = (title: string) => ({ title, kind: 'text' as const });
    const columns = [
        text('Against'),
        text('Verdict'),
        number(objectiveName(budget)),
        ...variables.map((variable) => number(nameWithUnit(variable.name, variable.unit))),
    ];
    const rows = rivals.map((rival) => [
        rival.label,
        h('span', {}, ...codeText(rival.verdict)),
        valueText(rival.objective),
        ...variables.map((_, index) => valueText(rival.variables[index])),
    ]);
    return compactTable(`What ${name} is compared with`, columns, rows);
}

function valueText(value: EstimateView | null | undefined): string {
    return value ? withInterval(value.estimate, intervalOf(value.lower, value.upper)) : '';
}
