/** The parameters of a law with their uncertainty. */
import type { ParameterView } from '../../protocol/views.js';
import { formatEstimate, formatInterval } from '../../quantity/print.js';
import { h } from '../shell/dom.js';
import { compactTable, type Cell } from '../shell/table.js';

export function parameterTable(law: string, parameters: readonly ParameterView[]): HTMLElement {
    const rows = parameters.map(({ name, estimate, interval, note }): Cell[] => [
        h('code', {}, name),
        formatEstimate(estimate, interval),
        interval ? formatInterval(interval) : '',
        note ?? '',
    ]);
    return compactTable(
        `Parameters of ${law}`,
        [
            { title: 'Name', kind: 'text' },
            { title: 'Estimate', kind: 'number' },
            { title: '95 % interval', kind: 'number' },
            { title: 'Note', kind: 'text' },
        ],
        rows,
    );
}
