/** The runs, their residuals, the predictions and the selected row. */
import type { AxisView, FitView } from '../../protocol/curvesPanel.js';
import { DRAW_ORDER, type Datum, type PanelDataset } from '../chart/config.js';
import { isShowable } from '../chart/range.js';
import { levelColour, type LevelScale } from '../theme/colourScale.js';
import { withAlpha, type Theme } from '../theme/theme.js';
import type { Scales } from './curveDatasets.js';
import { MAIN, RESIDUAL } from './strips.js';
import { colourAxis, placedRows, relativeResidual, xValues } from './points.js';

const HIT_RADIUS = 5;
/** A fitted point's rim in the colour of the background keeps neighbours apart. */
const EDGE = 0.75;
const EDGE_ALPHA = 0.6;
/** The more points there are, the smaller they are drawn, up to `rows`; a crowd lies under the curves, or it would hide them. */
const DENSITIES = [
    { rows: 400, radius: 3.5, line: 1.75, order: DRAW_ORDER.point },
    { rows: 2000, radius: 2.5, line: 1.25, order: DRAW_ORDER.curve + 1 },
    { rows: Infinity, radius: 1.75, line: 1, order: DRAW_ORDER.curve + 1 },
];

export function runDataset(
    fit: FitView,
    axis: AxisView,
    scales: Scales,
    levels: LevelScale | undefined,
    theme: Theme,
): PanelDataset {
    const data = placedRows(fit.points, axis.key, scales.xLog, scales.yLog);
    return { ...pointStyle(fit, axis, data, levels, theme), role: 'point', yAxisID: MAIN, data: [...data] };
}

/** Relative residuals in percent; excluded rows are not judged. */
export function residualDataset(
    fit: FitView,
    axis: AxisView,
    scales: Scales,
    levels: LevelScale | undefined,
    theme: Theme,
): PanelDataset {
    const data = placedRows(fit.points, axis.key, scales.xLog, scales.yLog).flatMap((datum) => {
        const residual = relativeResidual(fit.points, datum.row!);
        return residual === null || fit.points.state[datum.row!] === 'excluded'
            ? []
            : [{ ...datum, y: 100 * residual }];
    });
    return { ...pointStyle(fit, axis, data, levels, theme), role: 'residual', yAxisID: RESIDUAL, data };
}

export function targetDataset(fit: FitView, axis: AxisView, scales: Scales, theme: Theme): PanelDataset {
    const data = fit.targets.flatMap((target, row): Datum[] => {
        const x = target.x[axis.key];
        if (!isShowable(x, scales.xLog) || !isShowable(target.y, scales.yLog)) {
            return [];
        }
        const hasInterval = isShowable(target.lower, scales.yLog) && isShowable(target.upper, scales.yLog);
        return [{ x, y: target.y, row, ...(hasInterval ? { yMin: target.lower!, yMax: target.upper! } : {}) }];
    });
    return {
        type: 'scatterWithErrorBars',
        role: 'target',
        yAxisID: MAIN,
        data,
        order: DRAW_ORDER.target,
        pointStyle: 'rectRot',
        radius: 6,
        hoverRadius: 7,
        hitRadius: HIT_RADIUS,
        backgroundColor: theme.highlight,
        borderColor: theme.background,
        borderWidth: 1,
        errorBarColor: theme.highlight,
        errorBarLineWidth: 2,
        errorBarWhiskerColor: theme.highlight,
        errorBarWhiskerLineWidth: 2,
        errorBarWhiskerSize: 10,
    };
}

/** Fitted rows filled, held-out ones hollow, excluded ones crossed. */
function pointStyle(
    fit: FitView,
    axis: AxisView,
    data: readonly Datum[],
    levels: LevelScale | undefined,
    theme: Theme,
): Omit<PanelDataset, 'role' | 'data'> {
    const by = colourAxis(fit, axis);
    const values = by ? xValues(fit.points, by.key) : [];
    const states = data.map(({ row }) => fit.points.state[row!]);
    const colours = data.map(({ row }, index) => {
        const value = values[row!];
        if (states[index] === 'excluded') {
            return theme.muted;
        }
        return levels && isShowable(value, levels.log) ? levelColour(levels, value, theme) : theme.accent;
    });
    const { radius, line, order } = DENSITIES.find(({ rows }) => data.length <= rows)!;
    const edge = withAlpha(theme.background, EDGE_ALPHA);
    return {
        type: 'scatter',
        order,
        pointRadius: states.map((state) => (state === 'held-out' ? radius + 0.5 : radius)),
        pointHoverRadius: radius + 2,
        pointHitRadius: HIT_RADIUS,
        pointStyle: states.map((state) => (state === 'excluded' ? 'crossRot' : 'circle')),
        pointBackgroundColor: colours.map((colour, index) =>
            states[index] === 'held-out' ? theme.background : colour,
        ),
        pointBorderColor: colours.map((colour, index) => (states[index] === 'fitted' ? edge : colour)),
        pointBorderWidth: states.map((state) => (state === 'fitted' ? EDGE : line)),
    };
}
