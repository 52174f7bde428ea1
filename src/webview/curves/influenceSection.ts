/** The rows that pull hardest at a fit: what leaving each out does to the estimates. */
import type { FitView } from '../../protocol/fitView.js';
import { formatQuantity } from '../../quantity/print.js';
import { lineButton } from '../shell/controls.js';
import { h } from '../shell/dom.js';
import { signedPercent, signedQuantity } from '../shell/numberText.js';
import { compactTable, type Column } from '../shell/table.js';
import { lineName } from '../../quantity/fileLines.js';

const DIGITS = 2;

export function influenceSection(
    { law, influence, points }: FitView,
    reveal: (line: number) => void,
): readonly HTMLElement[] {
    if (influence === null) {
        return [];
    }
    const { rows, optimum, tried, message } = influence;
    const names = rows[0]?.changes.map(({ name }) => name) ?? [];
    const columns: Column[] = [
        { title: 'Line', kind: 'number' },
        { title: 'Cook’s D', kind: 'number' },
        ...names.map((name): Column => ({ title: name, kind: 'number' })),
        { title: optimum ?? '', kind: 'number' },
    ];
    const cells = rows.map(({ line, distance, changes, optimum: change }) => [
        lineButton(lineName(points.sources, line), 'Show this row in the editor', () => reveal(line)),
        formatQuantity(distance, DIGITS),
        ...changes.map(({ inErrors }) => signedQuantity(inErrors, DIGITS)),
        optimum === null ? '' : signedPercent(change),
    ]);
    const caption = `Of ${tried} rows left out in turn; changes of parameters in standard errors.`;
    return [
        h('h2', {}, 'Most influential rows'),
        ...(rows.length > 0
            ? [
                  h('p', { class: 'note' }, caption),
                  h('div', { class: 'wide' }, compactTable(`Influence of rows on ${law}`, columns, cells)),
              ]
            : []),
        ...(message === null ? [] : [h('p', { class: 'note' }, message)]),
    ];
}
