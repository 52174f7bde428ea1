/** The rows of a fit as points of a chart. */
import type { AxisView, FitView, PointsView } from '../../protocol/curvesPanel.js';
import type { NumberOrNull } from '../../protocol/views.js';
import type { Datum } from '../chart/config.js';
import { isShowable } from '../chart/range.js';

const COMPUTE = 'compute';

/** The axis with this key, else the first, which tells most. */
export function axisNamed(fit: FitView, key: string | null): AxisView | undefined {
    return fit.axes.find((axis) => axis.key === key) ?? fit.axes[0];
}

/** The axis whose values colour the points: what the curves hold fixed, else compute. */
export function colourAxis(fit: FitView, axis: AxisView): AxisView | undefined {
    const key = axis.level ?? (axis.key === COMPUTE ? null : COMPUTE);
    return fit.axes.find((other) => other.key === key);
}

export function xValues(points: PointsView, key: string): readonly NumberOrNull[] {
    return points.x[key] ?? points.lines.map(() => null);
}

/** Rows that have a place on the chart, each with its index in the view. */
export function placedRows(points: PointsView, key: string, xLog: boolean, yLog: boolean): readonly Datum[] {
    const x = xValues(points, key);
    return points.observed.flatMap((y, row) => {
        const at = x[row];
        return isShowable(at, xLog) && isShowable(y, yLog) ? [{ x: at, y, row }] : [];
    });
}

/** Observed over predicted, minus one; null where either is missing. Excluded rows are not judged by the law. */
export function relativeResidual(points: PointsView, row: number): number | null {
    const observed = points.observed[row];
    const predicted = points.predicted[row];
    return observed === null || predicted === null || predicted === 0 ? null : observed / predicted - 1;
}

/** The row that stands `step` places from this one in the order of x; the first or last from none. */
export function neighbourAlongX(placed: readonly Datum[], row: number | null, step: 1 | -1): number | null {
    const order = [...placed].sort((a, b) => a.x - b.x || a.y - b.y);
    const at = order.findIndex((datum) => datum.row === row);
    const next = at < 0 ? (step > 0 ? 0 : order.length - 1) : at + step;
    return order[Math.min(order.length - 1, Math.max(0, next))]?.row ?? null;
}
