/** The rows of a figure as points of a chart. */
import type { AxisView, RowsView } from '../../protocol/figures.js';
import type { FitView } from '../../protocol/fitView.js';
import type { NumberOrNull } from '../../protocol/views.js';
import type { Datum } from '../chart/config.js';
import { isShowable } from '../chart/range.js';
import type { Place } from '../shell/frame.js';
import { lineOfPlace } from '../../quantity/fileLines.js';

const COMPUTE = 'compute';

/** The axis whose values colour the points: what the curves hold fixed, else compute. */
export function colourAxis(fit: FitView, axis: AxisView): AxisView | undefined {
    const key = axis.level ?? (axis.key === COMPUTE ? null : COMPUTE);
    return fit.axes.find((other) => other.key === key);
}

export function xValues(rows: RowsView, key: string): readonly NumberOrNull[] {
    return rows.x[key] ?? rows.lines.map(() => null);
}

/** Rows that have a place on the chart, each with its index in the view. */
export function placedRows(
    rows: RowsView,
    x: readonly NumberOrNull[],
    { xLog, yLog }: { readonly xLog: boolean; readonly yLog: boolean },
): readonly Datum[] {
    return rows.observed.flatMap((y, row) => {
        const at = x[row];
        return isShowable(at, xLog) && isShowable(y, yLog) ? [{ x: at, y, row }] : [];
    });
}

/** Observed over predicted, minus one; null where either is missing. Excluded rows are not judged by the law. */
export function relativeResidual(observed: NumberOrNull, predicted: NumberOrNull): number | null {
    return observed === null || predicted === null || predicted === 0 ? null : observed / predicted - 1;
}

/** The index of the row at a line; null where the line is another one's. */
export function rowAt({ sources, lines }: RowsView, place: Place | null): number | null {
    const line = lineOfPlace(sources, place);
    const row = line === undefined ? -1 : lines.indexOf(line);
    return row < 0 ? null : row;
}

/** The row that stands `step` places from this one in the order of x; the first or last from none. */
export function neighbourAlongX(placed: readonly Datum[], row: number | null, step: 1 | -1): number | null {
    const order = [...placed].sort((a, b) => a.x - b.x || a.y - b.y);
    const at = order.findIndex((datum) => datum.row === row);
    const next = at < 0 ? (step > 0 ? 0 : order.length - 1) : at + step;
    return order[Math.min(order.length - 1, Math.max(0, next))]?.row ?? null;
}
