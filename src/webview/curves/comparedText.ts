/** What is said of a run or of a crossing in a comparison. */
import type { ComparisonView, CrossingView } from '../../protocol/comparisonView.js';
import type { AxisView } from '../../protocol/figures.js';
import { formatQuantity } from '../../quantity/print.js';
import { signedPercent, withUnit } from '../shell/numberText.js';
import { relativeResidual } from './points.js';
import { placeTexts, rowTitle, stateText, type RowText } from './rowText.js';

export function comparedText({ rows, axes, laws, target }: ComparisonView, row: number): RowText {
    return {
        title: rowTitle(rows, row),
        lines: [
            ...placeTexts(axes, rows, row),
            `${target} ${formatQuantity(rows.observed[row])}`,
            ...laws.flatMap(({ name, predicted }) => {
                const residual = relativeResidual(rows.observed[row], predicted[row]);
                return residual === null
                    ? []
                    : [`${name} ${formatQuantity(predicted[row])} (${signedPercent(residual)})`];
            }),
            ...(rows.state[row] === 'fitted' ? [] : [stateText(rows, row)]),
        ],
    };
}

export function crossingText(crossing: CrossingView | undefined, { label, unit }: AxisView): RowText {
    if (crossing === undefined) {
        return { title: '', lines: [] };
    }
    const { laws, at, value, interval, lowerBeyond } = crossing;
    return {
        title: `${laws.join(' and ')} cross`,
        lines: [
            `at ${label} ${withUnit(formatQuantity(at, 3), unit)}`,
            ...(interval === null ? [] : [`95 % interval ${endText(interval[0])} to ${endText(interval[1])}`]),
            `both predict ${formatQuantity(value)}; ${lowerBeyond} predicts less beyond`,
        ],
    };
}

/** An end that was not found lies beyond the range that was searched. */
function endText(end: number | null): string {
    return end === null ? 'beyond what was searched' : formatQuantity(end, 3);
}
