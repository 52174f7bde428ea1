/** The plane of the first two variables: contours of the objective, runs, constraints, the optimum. */
import type { PlaneView } from '../../protocol/planeView.js';
import { formatQuantity } from '../../quantity/print.js';
import { DRAW_ORDER, type Datum, type PanelChart, type PanelDataset, type Size } from '../chart/config.js';
import { panelChart } from '../chart/panelChart.js';
import type { StripSpec } from '../chart/scales.js';
import { selectionDatasets } from '../chart/selection.js';
import { nameWithUnit, withUnit } from '../shell/numberText.js';
import { levelColour, levelScale } from '../theme/colourScale.js';
import { isHighContrast, withAlpha, type Theme } from '../theme/theme.js';
import { answerMark } from './answerMark.js';
import { contourLevels } from './contourLevels.js';
import { contours } from './contours.js';
import { rivalMarks } from './rivalMarks.js';
import { runMarks } from './runMarks.js';
import { linesText } from '../../quantity/fileLines.js';

export interface PlaneZoom {
    readonly x: { readonly min: number; readonly max: number };
    readonly y: { readonly min: number; readonly max: number };
}

/** Pixels of height that a contour line should have for itself. */
const CONTOUR_SPACING = 40;
const FEWEST_CONTOURS = 5;
const MOST_CONTOURS = 11;
const FLAT_WIDTH = 8;
/** More digits than a quantity's usual: neighbouring contours differ late. */
const LEVEL_DIGITS = 5;

export interface PlaneOptions {
    /** Where the user has zoomed to. */
    readonly zoom: PlaneZoom | null;
    /** Index of the run that is ringed. */
    readonly selected: number | null;
    /** What is written at the optimum. */
    readonly optimumText: string;
}

export function planeChart(
    plane: PlaneView,
    { zoom, selected, optimumText }: PlaneOptions,
    size: Size,
    theme: Theme,
): PanelChart {
    const strip: StripSpec = {
        id: 'y',
        weight: 1,
        log: true,
        range: zoom?.y ?? ends(plane.y),
        title: nameWithUnit(plane.yName, plane.yUnit),
    };
    const runs = runMarks(plane.runs, theme);
    return panelChart(
        {
            datasets: [
                ...selectionDatasets(selected, runs, theme),
                answerMark([plane.optimum], optimumText, theme),
                ...rivalMarks(plane.rivals, theme),
                ...runs,
                ...regionDatasets(plane, theme),
                ...flatDatasets(plane, theme),
                ...constraintDatasets(plane, theme),
                ...contourDatasets(plane, size, theme),
            ],
            x: { range: zoom?.x ?? ends(plane.x), log: true, title: nameWithUnit(plane.xName, plane.xUnit) },
            strips: [strip],
            describe: ({ role, label }, { x, y, row }) => ({
                title:
                    role === 'run' && plane.runs
                        ? linesText(plane.runs.sources, [plane.runs.lines[row!]])
                        : role === 'target'
                          ? (label ?? '')
                          : 'optimum',
                lines: [
                    `${plane.xName} ${withUnit(formatQuantity(x), plane.xUnit)}`,
                    `${plane.yName} ${withUnit(formatQuantity(y), plane.yUnit)}`,
                ],
            }),
        },
        size,
        theme,
    );
}

function ends(values: readonly number[]): { min: number; max: number } {
    return { min: values[0], max: values[values.length - 1] };
}

function line(points: { readonly x: readonly number[]; readonly y: readonly number[] }): Datum[] {
    return points.x.map((x, index) => ({ x, y: points.y[index] }));
}

const LINE = {
    type: 'scatter',
    role: 'curve',
    yAxisID: 'y',
    showLine: true,
    // Chart.js thins straight lines by whole pixels of x, which frays steep ones; lightly curved ones it draws as they are.
    tension: 0.1,
    pointRadius: 0,
    pointHitRadius: 0,
} as const;

function contourDatasets(plane: PlaneView, size: Size, theme: Theme): readonly PanelDataset[] {
    const count = Math.min(MOST_CONTOURS, Math.max(FEWEST_CONTOURS, Math.floor(size.height / CONTOUR_SPACING)));
    const levels = contourLevels(plane.objective.flat(), count);
    const scale = levelScale(levels);
    const grid = { x: plane.x, y: plane.y, values: plane.objective };
    return levels.map((level) => {
        const colour = scale ? levelColour(scale, level, theme) : theme.muted;
        return {
            ...LINE,
            label: formatQuantity(level, LEVEL_DIGITS),
            directLabel: 'along',
            labelColour: theme.muted,
            data: contours(grid, level).flatMap((piece) => [...piece, GAP]),
            order: DRAW_ORDER.band,
            borderColor: withAlpha(colour, 0.9),
            borderWidth: isHighContrast(theme.kind) ? 1.5 : 1,
        };
    });
}

/** Between two pieces of a line; Chart.js spells a gap NaN. */
const GAP: Datum = { x: Number.NaN, y: Number.NaN };

/** What binds is drawn in the accent; what does not, dashed and faint. */
function constraintDatasets({ constraints }: PlaneView, theme: Theme): readonly PanelDataset[] {
    return constraints.map((constraint) => ({
        ...LINE,
        label: constraint.text,
        directLabel: 'along',
        labelColour: constraint.binding ? theme.accent : theme.muted,
        data: line(constraint),
        order: DRAW_ORDER.curve,
        borderColor: constraint.binding ? theme.accent : theme.muted,
        borderWidth: constraint.binding ? 2 : 1,
        borderDash: constraint.binding ? [] : [5, 4],
    }));
}

/** The stretches of the budget line that cost hardly more. */
function flatDatasets({ along }: PlaneView, theme: Theme): readonly PanelDataset[] {
    if (!along?.flat) {
        return [];
    }
    return along.flat.stretches.map(({ from, to }) => ({
        ...LINE,
        data: line(along).filter(({ x }) => x >= from && x <= to),
        order: DRAW_ORDER.curve - 1,
        borderColor: withAlpha(theme.accent, 0.45),
        borderWidth: FLAT_WIDTH,
        borderCapStyle: 'round',
    }));
}

function regionDatasets({ region }: PlaneView, theme: Theme): readonly PanelDataset[] {
    if (!region) {
        return [];
    }
    return [
        {
            ...LINE,
            data: line(region),
            order: DRAW_ORDER.mark + 1,
            fill: 'shape',
            backgroundColor: withAlpha(theme.highlight, 0.18),
            borderColor: theme.highlight,
            borderWidth: 1,
        },
    ];
}
