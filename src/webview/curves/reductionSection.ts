/** What a method made of the runs: a row for each budget, or each stretch of compute, used or not. */
import type { FitView } from '../../protocol/fitView.js';
import type { ReducedRowView } from '../../protocol/reductionView.js';
import { formatQuantity } from '../../quantity/print.js';
import { linkButton } from '../shell/controls.js';
import { h } from '../shell/dom.js';
import { withInterval } from '../shell/numberText.js';
import { compactTable, type Column } from '../shell/table.js';

export function reductionSection({ law, reduction }: FitView, reveal: (line: number) => void): readonly HTMLElement[] {
    if (reduction === null) {
        return [];
    }
    const { method, description, rows, field } = reduction;
    const isBudgets = method === 'isoflop';
    const columns: readonly Column[] = [
        { title: 'FLOP', kind: 'number' },
        { title: isBudgets ? `${field.x.label} at the minimum` : field.level.label, kind: 'number' },
        { title: 'D', kind: 'number' },
        { title: field.y, kind: 'number' },
        { title: 'Not used', kind: 'text' },
    ];
    const cells = rows.map((row, index) => [
        linkButton({ key: `reduced ${index}`, text: computeText(row), title: 'Show its first run in the editor' }, () =>
            reveal(row.lines[0]),
        ),
        row.size === null ? '' : withInterval(row.size, row.sizeInterval),
        row.tokens === null ? '' : formatQuantity(row.tokens),
        row.loss === null ? '' : formatQuantity(row.loss),
        row.isUsed ? '' : row.message,
    ]);
    return [
        h('h2', {}, isBudgets ? 'Budgets' : 'Stretches of the envelope'),
        h('p', { class: 'note' }, description),
        compactTable(`What ${law} is fitted to`, columns, cells),
    ];
}

function computeText({ from, to }: ReducedRowView): string {
    return from === to ? formatQuantity(from) : `${formatQuantity(from, 2)} – ${formatQuantity(to, 2)}`;
}
