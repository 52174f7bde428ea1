/** What every combination costs and gives: those within the limit, those beyond it, the frontier and the answer. */
import type { OutcomesView } from '../../protocol/allocationPanel.js';
import { formatQuantity } from '../../quantity/print.js';
import { DRAW_ORDER, type PanelChart, type PanelDataset, type Size } from '../chart/config.js';
import { panelChart } from '../chart/panelChart.js';
import { paddedRange } from '../chart/range.js';
import { withAlpha, type Theme } from '../theme/theme.js';
import { answerMark } from './answerMark.js';
import { limitLine } from './guideLines.js';

/** From this ratio of highest to lowest on, costs are drawn on a logarithmic scale. */
const WIDE = 20;
const EMPTY = { min: 0, max: 1 };

export function outcomesChart(outcomes: OutcomesView, objective: string, size: Size, theme: Theme): PanelChart {
    const { x, y, cost, limit, labels } = outcomes;
    const log = x.every((value) => value > 0) && Math.max(...x) > WIDE * Math.min(...x);
    const shown = limit === null ? x : [...x, limit];
    return panelChart(
        {
            datasets: [
                bestDataset(outcomes, theme),
                ...pointDatasets(outcomes, theme),
                frontierDataset(outcomes, theme),
            ],
            x: { range: paddedRange(shown, log) ?? EMPTY, log, title: cost },
            strips: [{ id: 'y', weight: 1, log: false, range: paddedRange(y, false) ?? EMPTY, title: objective }],
            describe: (_dataset, { x: spent, y: gained, row }) => ({
                title: labels[row!],
                lines: [`${objective} ${formatQuantity(gained)}`, `${cost} ${formatQuantity(spent)}`],
            }),
            annotations: limit === null ? {} : { limit: limitLine(limit, theme) },
        },
        size,
        theme,
    );
}

function pointDatasets({ x, y, isFeasible }: OutcomesView, theme: Theme): readonly PanelDataset[] {
    const of = (wanted: boolean, colour: string): PanelDataset => ({
        type: 'scatter',
        role: 'run',
        yAxisID: 'y',
        data: x.flatMap((cost, row) => (isFeasible[row] === wanted ? [{ x: cost, y: y[row], row }] : [])),
        order: DRAW_ORDER.run,
        pointRadius: 3,
        pointHoverRadius: 5,
        pointHitRadius: 5,
        pointBackgroundColor: wanted ? colour : 'transparent',
        pointBorderColor: colour,
        pointBorderWidth: wanted ? 0 : 1,
    });
    return [of(true, theme.accent), of(false, withAlpha(theme.foreground, 0.45))];
}

/** In steps: between two points the cheaper one is all that there is. */
function frontierDataset({ x, y, frontier }: OutcomesView, theme: Theme): PanelDataset {
    return {
        type: 'scatter',
        role: 'curve',
        yAxisID: 'y',
        data: frontier.map((row) => ({ x: x[row], y: y[row], row })),
        order: DRAW_ORDER.curve,
        showLine: true,
        stepped: 'before',
        borderColor: theme.accent,
        borderWidth: theme.thin,
        pointRadius: 0,
        pointHitRadius: 0,
    };
}

function bestDataset({ x, y, best, labels }: OutcomesView, theme: Theme): PanelDataset {
    return answerMark(best < 0 ? [] : [{ x: x[best], y: y[best], row: best }], labels[best], theme);
}
