/** What was chosen from lists, and the best combinations in a table. */
import type { BudgetView, ChoiceView } from '../../protocol/allocationPanel.js';
import { h } from '../shell/dom.js';
import { compactTable, scrolling } from '../shell/table.js';

export function choiceSection({ name, choice }: BudgetView): readonly HTMLElement[] {
    if (choice === null) {
        return [];
    }
    const [header, ...rows] = choice.ranked;
    const options = choice.chosen.length;
    const columns = header.map((title, index) => ({
        title,
        kind: index < options && !rows.every((row) => isNumber(row[index])) ? ('text' as const) : ('number' as const),
    }));
    return [
        h('h2', {}, 'Choice'),
        h('p', { class: 'chosen' }, ...choice.chosen.flatMap(chosenItem)),
        scrolling('Ranking', compactTable(`Best combinations of ${name}`, columns, rows)),
    ];
}

function chosenItem(
    { name, option, certainty }: ChoiceView['chosen'][number],
    index: number,
): readonly (HTMLElement | string)[] {
    const text = h('code', {}, `${name} = ${option}`);
    return [...(index > 0 ? [', '] : []), text, ...(certainty === null ? [] : [` (${certainty})`])];
}

function isNumber(text: string): boolean {
    return /^-?[\d.]+([eE][+-]?\d+)?[KMBT]?$/.test(text);
}
