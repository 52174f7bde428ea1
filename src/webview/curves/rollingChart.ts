/** Mean relative error and bias above each cut, in percent. */
import type { CutView, RollingView } from '../../protocol/fitView.js';
import type { NumberOrNull } from '../../protocol/views.js';
import { formatQuantity } from '../../quantity/print.js';
import { DRAW_ORDER, type Datum, type PanelChart, type PanelDataset, type Size } from '../chart/config.js';
import { panelChart } from '../chart/panelChart.js';
import { selectionDatasets } from '../chart/selection.js';
import { nameWithUnit, percent, signedPercent, withUnit } from '../shell/numberText.js';
import { categoryLook, type CategoryLook } from '../theme/categories.js';
import type { Theme } from '../theme/theme.js';
import type { RowText } from './rowText.js';
import { counted } from './shown.js';
import { MAIN, shownRanges, zeroLine } from './strips.js';

export function rollingChart(rolling: RollingView, chosen: number | null, size: Size, theme: Theme): PanelChart {
    const { along, unit, cuts } = rolling;
    const scales = { xLog: cuts.every(({ cut }) => cut > 0), yLog: false };
    const lines = [
        errorLine('error', rolling, ({ meanRelativeError }) => meanRelativeError, categoryLook(0, theme)),
        errorLine('bias', rolling, ({ bias }) => bias, categoryLook(1, theme)),
    ];
    const ranges = shownRanges(lines, [], scales);
    return panelChart(
        {
            datasets: [...selectionDatasets(chosen, lines, theme), ...lines],
            x: { range: ranges.x, log: scales.xLog, title: `fitted up to ${nameWithUnit(along, unit)}` },
            strips: [
                {
                    id: MAIN,
                    weight: 1,
                    range: { min: Math.min(0, ranges.y.min), max: Math.max(0, ranges.y.max) },
                    log: false,
                    title: 'of the rows above',
                    label: (value) => signedPercent(value / 100),
                },
            ],
            describe: (_dataset, { row }) => cutText(rolling, cuts[row!]),
            annotations: { zero: zeroLine(MAIN, theme) },
        },
        size,
        theme,
    );
}

function errorLine(
    label: string,
    { cuts }: RollingView,
    of: (cut: CutView) => NumberOrNull,
    { colour, dash }: CategoryLook,
): PanelDataset {
    return {
        type: 'scatter',
        role: 'mark',
        yAxisID: MAIN,
        label,
        directLabel: 'end',
        data: cuts.flatMap((cut, row): Datum[] => {
            const value = of(cut);
            return value === null ? [] : [{ x: cut.cut, y: 100 * value, row }];
        }),
        order: DRAW_ORDER.mark,
        showLine: true,
        borderColor: colour,
        borderDash: [...dash],
        borderWidth: 1.5,
        pointRadius: 3.5,
        pointHoverRadius: 5,
        pointHitRadius: 6,
        pointBackgroundColor: colour,
        pointBorderWidth: 0,
    };
}

function cutText({ along, unit }: RollingView, cut: CutView): RowText {
    return {
        title: `fitted up to ${along} ${withUnit(formatQuantity(cut.cut), unit)}: ${counted(cut.rowsBelow, 'row')}`,
        lines: [
            `scored on ${counted(cut.rowsAbove, 'row')} up to ${withUnit(formatQuantity(cut.reach), unit)}`,
            `error ${percent(cut.meanRelativeError)}`,
            `bias ${signedPercent(cut.bias)}`,
            ...(cut.trouble === null ? [] : [cut.trouble]),
        ],
    };
}
