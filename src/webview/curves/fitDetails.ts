/** Beside the chart: the parameters, what is to be said of them, the predictions, and what the fit's options ask for. */
import type { FitView } from '../../protocol/fitView.js';
import { formatEstimate, formatInterval, formatQuantity } from '../../quantity/print.js';
import { lineButton } from '../shell/controls.js';
import { h } from '../shell/dom.js';
import { messageList } from '../shell/messages.js';
import { intervalOf } from '../shell/numberText.js';
import { compactTable } from '../shell/table.js';
import { holdoutSection, rollingSection } from './holdoutSections.js';
import { influenceSection } from './influenceSection.js';
import type { FigureActions } from './panelFigure.js';
import { parameterTable } from './parameterTable.js';
import { reductionSection } from './reductionSection.js';
import type { Focus } from './shown.js';
import { placeOfLine } from '../../quantity/fileLines.js';

export function fitDetails(
    fit: FitView,
    focus: Focus,
    documentUri: string,
    actions: FigureActions,
): readonly HTMLElement[] {
    const { law, parameters, messages, targets, points } = fit;
    const revealRow = (line: number): void => actions.reveal(placeOfLine(points.sources, line));
    return [
        ...(parameters.length > 0 ? [h('h2', {}, 'Parameters'), parameterTable(law, parameters)] : []),
        ...(messages.length > 0 ? [messageList(messages)] : []),
        ...(targets.length > 0
            ? [h('h2', {}, 'Predictions'), targetTable(fit, (line) => actions.reveal({ uri: documentUri, line }))]
            : []),
        ...reductionSection(fit, revealRow),
        ...holdoutSection(fit),
        ...rollingSection(fit, focus.cut, (cut) => actions.focus({ cut })),
        ...influenceSection(fit, revealRow),
    ];
}

function targetTable({ law, target, targets }: FitView, reveal: (line: number) => void): HTMLElement {
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
                lineButton(String(line + 1), 'Show this prediction in the spec', () => reveal(line)),
                h('code', {}, label),
                interval ? formatEstimate(y, interval) : formatQuantity(y),
                interval ? formatInterval(interval) : '',
            ];
        }),
    );
}
