/** The answer of a budget as a table, with its copy button. */
import type { BudgetView } from '../../protocol/allocationPanel.js';
import type { EstimateView } from '../../protocol/views.js';
import { formatEstimate, formatInterval, formatQuantity, hasWidth } from '../../quantity/print.js';
import { button } from '../shell/controls.js';
import { h } from '../shell/dom.js';
import { intervalOf } from '../shell/numberText.js';
import { compactTable } from '../shell/table.js';
import { answerRows, answerText } from './answer.js';

export function answerSection(budget: BudgetView, copy: (text: string) => void): readonly HTMLElement[] {
    const rows = answerRows(budget);
    if (rows.length === 0) {
        return [];
    }
    // Counts by stratum have a table of their own.
    const shown = budget.mixture?.strata ? rows.slice(0, 1) : rows;
    const copyButton = button('Copy', () => copy(answerText(rows)), true);
    copyButton.dataset.key = 'copy';
    copyButton.title = 'Copy the answers as a table (tab-separated)';
    return [
        h('div', { class: 'figure-head' }, h('h2', {}, 'Answer'), copyButton),
        compactTable(
            `Answers of ${budget.name}`,
            [
                { title: 'Quantity', kind: 'text' },
                { title: 'Optimum', kind: 'number' },
                { title: '95 % interval', kind: 'number' },
                { title: 'Unit', kind: 'text' },
            ],
            shown.map((row) => [h('code', {}, row.name), ...answerCells(row)]),
        ),
    ];
}

function answerCells({ estimate, lower, upper, unit }: EstimateView): readonly string[] {
    const interval = intervalOf(lower, upper);
    return hasWidth(interval)
        ? [formatEstimate(estimate, interval), formatInterval(interval), unit ?? '']
        : [formatQuantity(estimate), '', unit ?? ''];
}
