/** How the error of a law changes with how far it looks ahead, as a figure under the fit's own chart. */
import type { FitView, RollingView } from '../../protocol/fitView.js';
import { formatQuantity } from '../../quantity/print.js';
import type { FigureContent } from '../shell/figure.js';
import { percent, signedPercent } from '../shell/numberText.js';
import { scrolling, table } from '../shell/table.js';
import { rollingChart } from './rollingChart.js';
import { rollingCsv } from './rollingCsv.js';

/** @param chosen index of the cut that is lit; @returns null without a cut */
export function rollingFigure(
    { law, runs, target }: FitView,
    rolling: RollingView,
    chosen: number | null,
): FigureContent | null {
    const { along, cuts } = rolling;
    if (cuts.length === 0) {
        return null;
    }
    const title = `Error above each ${along}, fitted below it`;
    return {
        title,
        description: `${title}: mean relative error and bias of ${target} for ${cuts.length} cuts.`,
        build: (size, theme) => rollingChart(rolling, chosen, size, theme),
        table: () => rollingTable(law, rolling),
        csv: () => rollingCsv(rolling),
        fileNameParts: [law, runs, 'along', along],
    };
}

function rollingTable(law: string, { along, cuts }: RollingView): HTMLElement {
    const names = cuts[0].parameters.map(({ name }) => name);
    const number = (title: string) => ({ title, kind: 'number' as const });
    const columns = [
        ...[`${along} up to`, 'Rows', 'Scored to', 'Rows', 'Error', 'In logs', 'Bias', ...names].map(number),
    ];
    const rows = cuts.map((cut) => [
        formatQuantity(cut.cut),
        String(cut.rowsBelow),
        formatQuantity(cut.reach),
        String(cut.rowsAbove),
        percent(cut.meanRelativeError),
        formatQuantity(cut.meanLogError, 2),
        signedPercent(cut.bias),
        ...cut.parameters.map(({ estimate }) => formatQuantity(estimate)),
    ]);
    return scrolling('Cuts', table(`${law} fitted below each cut and scored above`, columns, rows));
}
