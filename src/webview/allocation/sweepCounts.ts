/** How many samples of what a mixture takes along a sweep: one line each, in a strip of their own. */
import type { SweepView } from '../../protocol/allocationPanel.js';
import { DRAW_ORDER, type Datum, type PanelDataset } from '../chart/config.js';
import { isShowable, paddedRange } from '../chart/range.js';
import type { StripSpec } from '../chart/scales.js';
import { tickLabel } from '../chart/ticks.js';
import { categoryLook } from '../theme/categories.js';
import type { Theme } from '../theme/theme.js';

const STRIP = 'counts';
/** Heights of the strips of other quantities. */
const WEIGHT = 1.2;

/** None where the sweep is no mixture's. */
export function countsStrips({ counts }: SweepView): readonly StripSpec[] {
    const range = paddedRange(
        counts.flatMap(({ values }) => values),
        false,
    );
    return range ? [{ id: STRIP, weight: WEIGHT, log: false, range, title: 'samples', label: wholeLabel }] : [];
}

function wholeLabel(count: number): string {
    return Number.isInteger(count) ? tickLabel(count) : '';
}

export function countsDatasets({ counts, values }: SweepView, xLog: boolean, theme: Theme): readonly PanelDataset[] {
    return counts.map(({ name, values: of }, index) => {
        const { colour, dash } = categoryLook(index, theme);
        return {
            type: 'scatter',
            role: 'mark',
            yAxisID: STRIP,
            label: name,
            directLabel: 'end',
            data: values.flatMap((x, row): Datum[] =>
                isShowable(x, xLog) ? [{ x, y: of[row] ?? Number.NaN, row }] : [],
            ),
            order: DRAW_ORDER.curve,
            showLine: true,
            borderColor: colour,
            borderDash: [...dash],
            borderWidth: theme.thin,
            pointRadius: 1.5,
            pointHoverRadius: 4,
            pointHitRadius: 6,
            pointBackgroundColor: colour,
            pointBorderWidth: 0,
        };
    });
}
