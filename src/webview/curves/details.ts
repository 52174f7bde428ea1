/** Beside the chart: the parameters, what is to be said of them, and the predictions. */
import type { FitView } from '../../protocol/curvesPanel.js';
import { formatEstimate, formatInterval, formatQuantity } from '../../quantity/print.js';
import { lineButton } from '../shell/controls.js';
import { h } from '../shell/dom.js';
import { messageList } from '../shell/messages.js';
import { intervalOf } from '../shell/numberText.js';
import { compactTable, type Cell } from '../shell/table.js';

export type Reveal = (line: number) => void;

export function fitDetails(fit: FitView, revealInSpec: Reveal): readonly HTMLElement[] {
    return [
        ...(fit.parameters.length > 0 ? [h('h2', {}, 'Parameters'), parameterTable(fit)] : []),
        ...(fit.messages.length > 0 ? [messageList(fit.messages)] : []),
        ...(fit.targets.length > 0 ? [h('h2', {}, 'Predictions'), targetTable(fit, revealInSpec)] : []),
    ];
}

function parameterTable({ law, parameters }: FitView): HTMLElement {
    const rows = parameters.map(({ name, estimate, lower, upper, note }): Cell[] => {
        const interval = intervalOf(lower, upper);
        return [
            h('code', {}, name),
            formatEstimate(estimate, interval),
            interval ? formatInterval(interval) : '',
            note ?? '',
        ];
    });
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

function targetTable({ law, target, targets }: FitView, reveal: Reveal): HTMLElement {
    return compactTable(
        `Predictions of ${law}`,
        [
            { title: 'Line', kind: 'number' },
            { title: 'At', kind: 'text' },
            { title: target, kind: 'number' },
            { title: '95 % interval', kind: 'number' },
        ],
        targets.map(({ label, y, lower, upper, line }) => {
            const interval = intervalOf(lower, upper);
            return [
                lineButton(line, 'Show this prediction in the spec', () => reveal(line)),
                h('code', {}, label),
                interval ? formatEstimate(y, interval) : formatQuantity(y),
                interval ? formatInterval(interval) : '',
            ];
        }),
    );
}
