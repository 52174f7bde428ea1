/** How well a law foretold rows that it was not fitted to: those held out, and those beyond each cut. */
import type { FitView } from '../../protocol/fitView.js';
import { formatQuantity } from '../../quantity/print.js';
import { choiceButton } from '../shell/controls.js';
import { h } from '../shell/dom.js';
import { messageList } from '../shell/messages.js';
import { percent, signedPercent, withUnit } from '../shell/numberText.js';
import { compactTable, type Column } from '../shell/table.js';
import { counted } from './shown.js';

const ERRORS: readonly Column[] = [
    { title: 'Error', kind: 'number' },
    { title: 'In logs', kind: 'number' },
    { title: 'Bias', kind: 'number' },
];

export function holdoutSection({ law, holdout }: FitView): readonly HTMLElement[] {
    if (holdout === null) {
        return [];
    }
    const { rows, meanRelativeError, meanLogError, bias } = holdout;
    return [
        h('h2', {}, `Held out: ${counted(rows, 'row')}`),
        compactTable(`Errors of ${law} on rows held out`, ERRORS, [
            [percent(meanRelativeError), formatQuantity(meanLogError, 2), signedPercent(bias)],
        ]),
    ];
}

/** A table of cuts; the chosen one shows on the chart which rows were fitted and which foretold. */
export function rollingSection(
    { law, rolling }: FitView,
    chosen: number | null,
    choose: (cut: number | null) => void,
): readonly HTMLElement[] {
    if (rolling === null) {
        return [];
    }
    const { along, unit, cuts, message } = rolling;
    const rows = cuts.map((cut, index) => [
        choiceButton(
            {
                key: `cut ${index}`,
                text: withUnit(formatQuantity(cut.cut, 3), unit),
                title: `Show the rows fitted up to ${formatQuantity(cut.cut)} and those foretold`,
            },
            index === chosen,
            () => choose(index === chosen ? null : index),
        ),
        String(cut.rowsBelow),
        String(cut.rowsAbove),
        percent(cut.meanRelativeError),
        formatQuantity(cut.meanLogError, 2),
        signedPercent(cut.bias),
    ]);
    const columns: readonly Column[] = [
        { title: `Fitted to ${along} ≤`, kind: 'number' },
        { title: 'Rows', kind: 'number' },
        { title: 'Above', kind: 'number' },
        ...ERRORS,
    ];
    const troubles = [message, ...cuts.map(({ trouble }) => trouble)].filter((text) => text !== null);
    return [
        h('h2', {}, `Held out along ${along}`),
        ...(rows.length > 0 ? [compactTable(`Errors of ${law} above each cut`, columns, rows, chosen)] : []),
        ...(troubles.length > 0
            ? [messageList([...new Set(troubles)].map((text) => ({ severity: 'warning', text })))]
            : []),
    ];
}
