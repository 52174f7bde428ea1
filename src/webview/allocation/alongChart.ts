/** The objective along the budget line: how flat it is around the optimum. */
import type { PlaneView } from '../../protocol/planeView.js';
import { formatQuantity } from '../../quantity/print.js';
import { DRAW_ORDER, type PanelChart, type PanelDataset, type Size } from '../chart/config.js';
import { panelChart } from '../chart/panelChart.js';
import { paddedRange } from '../chart/range.js';
import type { StripSpec } from '../chart/scales.js';
import { nameWithUnit, withUnit } from '../shell/numberText.js';
import { withAlpha, type Theme } from '../theme/theme.js';
import { answerMark } from './answerMark.js';

export type Along = NonNullable<PlaneView['along']>;

export interface AlongTexts {
    /** The objective's name, for the axis. */
    readonly objective: string;
    /** What is written at the optimum. */
    readonly optimum: string;
}

/** Pixels of the mark on a line. */
const SMALL = 5;

/** From this ratio of highest to lowest on, the objective is drawn on a logarithmic scale. */
const WIDE = 20;

export function alongChart(plane: PlaneView, along: Along, texts: AlongTexts, size: Size, theme: Theme): PanelChart {
    const log =
        along.objective.every((value) => value > 0) &&
        Math.max(...along.objective) > WIDE * Math.min(...along.objective);
    const strip: StripSpec = {
        id: 'y',
        weight: 1,
        log,
        range: paddedRange(along.objective, log) ?? { min: 0, max: 1 },
        title: texts.objective,
    };
    const range = { min: along.x[0], max: along.x[along.x.length - 1] };
    return panelChart(
        {
            datasets: [optimumDataset(plane, along, texts.optimum, theme), lineDataset(along, theme)],
            x: { range, log: true, title: nameWithUnit(plane.xName, plane.xUnit) },
            strips: [strip],
            describe: (_dataset, { x, y, row }) => ({
                title: `${texts.objective} ${formatQuantity(y)}`,
                lines: [
                    `${plane.xName} ${withUnit(formatQuantity(x), plane.xUnit)}`,
                    `${plane.yName} ${withUnit(formatQuantity(along.y[row!]), plane.yUnit)}`,
                ],
            }),
            annotations: Object.fromEntries(
                (along.flat?.stretches ?? []).map((stretch, index) => [`flat ${index}`, flatBox(stretch, theme)]),
            ),
        },
        size,
        theme,
    );
}

function flatBox({ from, to }: NonNullable<Along['flat']>['stretches'][number], theme: Theme) {
    return {
        type: 'box' as const,
        xMin: from,
        xMax: to,
        backgroundColor: withAlpha(theme.accent, 0.16),
        borderWidth: 0,
        drawTime: 'beforeDatasetsDraw' as const,
    };
}

function lineDataset(along: Along, theme: Theme): PanelDataset {
    return {
        type: 'scatter',
        role: 'mark',
        yAxisID: 'y',
        data: along.x.map((x, row) => ({ x, y: along.objective[row], row })),
        order: DRAW_ORDER.curve,
        showLine: true,
        borderColor: theme.accent,
        borderWidth: 2,
        pointRadius: 0,
        pointHoverRadius: 3,
        pointHitRadius: 6,
        pointBackgroundColor: theme.accent,
    };
}

/** At the point of the line nearest to the optimum. */
function optimumDataset({ optimum }: PlaneView, along: Along, label: string, theme: Theme): PanelDataset {
    const distances = along.x.map((x) => Math.abs(Math.log(x / optimum.x)));
    const nearest = distances.indexOf(Math.min(...distances));
    return answerMark([{ x: along.x[nearest], y: along.objective[nearest], row: nearest }], label, theme, SMALL);
}
