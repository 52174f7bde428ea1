/** Rows as points: the runs, and how far each lies from a law. */
import type { RowsView } from '../../protocol/figures.js';
import type { NumberOrNull } from '../../protocol/views.js';
import { DRAW_ORDER, type Datum, type PanelDataset } from '../chart/config.js';
import { withAlpha, type Theme } from '../theme/theme.js';
import { relativeResidual } from './points.js';
import { MAIN, RESIDUAL } from './strips.js';

export const HIT_RADIUS = 5;
/** A fitted point's rim in the colour of the background keeps neighbours apart. */
const EDGE = 0.75;
const EDGE_ALPHA = 0.6;
/** The more points there are, the smaller they are drawn, up to `rows`; a crowd lies under the curves, or it would hide them. */
const DENSITIES = [
    { rows: 400, radius: 3.5, line: 1.75, order: DRAW_ORDER.point },
    { rows: 2000, radius: 2.5, line: 1.25, order: DRAW_ORDER.curve + 1 },
    { rows: Infinity, radius: 1.75, line: 1, order: DRAW_ORDER.curve + 1 },
];

/** The colour of a row that is used. */
export type RowColour = (row: number) => string;

export function runDataset(rows: RowsView, placed: readonly Datum[], colour: RowColour, theme: Theme): PanelDataset {
    return { ...pointStyle(rows, placed, colour, theme), role: 'point', yAxisID: MAIN, data: [...placed] };
}

/** Relative residuals in percent; excluded rows are not judged. */
export function residualDataset(
    rows: RowsView,
    predicted: readonly NumberOrNull[],
    placed: readonly Datum[],
    colour: RowColour,
    theme: Theme,
): PanelDataset {
    const data = placed.flatMap((datum) => {
        const row = datum.row!;
        const residual = relativeResidual(rows.observed[row], predicted[row]);
        return residual === null || rows.state[row] === 'excluded' ? [] : [{ ...datum, y: 100 * residual }];
    });
    return { ...pointStyle(rows, data, colour, theme), role: 'residual', yAxisID: RESIDUAL, data };
}

/** Fitted rows filled, held-out ones hollow, excluded ones crossed. */
function pointStyle(
    rows: RowsView,
    data: readonly Datum[],
    colourOf: RowColour,
    theme: Theme,
): Omit<PanelDataset, 'role' | 'data'> {
    const states = data.map(({ row }) => rows.state[row!]);
    const colours = data.map(({ row }, index) => (states[index] === 'excluded' ? theme.muted : colourOf(row!)));
    const { radius, line, order } = DENSITIES.find((density) => data.length <= density.rows)!;
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
