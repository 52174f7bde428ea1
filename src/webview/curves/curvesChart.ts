/** The main chart of the Curves panel with the residual strip under it, on one x. */
import type { AxisView, FitView } from '../../protocol/curvesPanel.js';
import type { PanelChart, PanelDataset, Size } from '../chart/config.js';
import { colourLegend } from '../chart/colourLegend.js';
import { panelChart } from '../chart/panelChart.js';
import { paddedRange, type Range } from '../chart/range.js';
import type { StripSpec } from '../chart/scales.js';
import { selectionDatasets } from '../chart/selection.js';
import { nameWithUnit, signedPercent } from '../shell/numberText.js';
import { levelScale, type LevelScale } from '../theme/colourScale.js';
import type { Theme } from '../theme/theme.js';
import { curveDatasets, type Scales } from './curveDatasets.js';
import { MAIN, RESIDUAL } from './strips.js';
import { residualDataset, runDataset, targetDataset } from './pointDatasets.js';
import { colourAxis, xValues } from './points.js';
import { rowText, targetText } from './rowText.js';

export interface CurvesOptions extends Scales {
    readonly axis: AxisView;
    /** Index of the row that is ringed. */
    readonly selected: number | null;
    /** Where the user has zoomed to. */
    readonly zoom: { readonly x: Range; readonly y: Range } | null;
}

const MAIN_WEIGHT = 3.2;
/** The least half-height of the residual strip, in percent: noise below it is not worth magnifying. */
const LEAST_RESIDUAL = 0.1;
const RESIDUAL_ROOM = 1.15;

export function curvesChart(fit: FitView, options: CurvesOptions, size: Size, theme: Theme): PanelChart {
    const { axis } = options;
    const levels = levelsOf(fit, axis);
    const runs = runDataset(fit, axis, options, levels, theme);
    const residuals = residualDataset(fit, axis, options, levels, theme);
    // Without a prediction there is no residual, and no strip for it.
    const judged = residuals.data.length > 0 ? [residuals] : [];
    const targets = targetDataset(fit, axis, options, theme);
    const curves = curveDatasets(fit, axis, options, levels, theme);
    const ranges = options.zoom ?? shownRanges([runs, targets], curves, options);
    const strips = stripSpecs(fit, ranges.y, residuals, options);
    const by = colourAxis(fit, axis);
    return panelChart(
        {
            datasets: [
                ...selectionDatasets(options.selected, [runs, ...judged], theme),
                targets,
                runs,
                ...judged,
                ...curves,
            ],
            x: { range: ranges.x, log: options.xLog, title: nameWithUnit(axis.label, axis.unit) },
            strips,
            describe: ({ role }, { row }) =>
                role === 'target' ? targetText(fit, fit.targets[row!]) : rowText(fit, row!),
            annotations: strips.length > 1 ? { zero: zeroLine(theme) } : {},
            plugins: levels && by ? [colourLegend(by.label, levels, theme)] : [],
        },
        size,
        theme,
    );
}

/** Colours span what the points hold and what the curves fix. */
function levelsOf(fit: FitView, axis: AxisView): LevelScale | undefined {
    const by = colourAxis(fit, axis);
    const held = axis.level === null ? [] : (fit.curves[axis.key] ?? []).map(({ level }) => level);
    return levelScale([...held, ...(by ? xValues(fit.points, by.key) : [])]);
}

/** What is measured and asked decides what is shown; a law without either shows its curves. */
function shownRanges(
    points: readonly PanelDataset[],
    curves: readonly PanelDataset[],
    { xLog, yLog }: Scales,
): { readonly x: Range; readonly y: Range } {
    const data = points.flatMap((dataset) => dataset.data);
    const shown = data.length > 0 ? data : curves.flatMap((dataset) => dataset.data);
    return {
        x:
            paddedRange(
                shown.map(({ x }) => x),
                xLog,
            ) ?? EMPTY_RANGE,
        y:
            paddedRange(
                shown.flatMap(({ y, yMin, yMax }) => [y, yMin ?? null, yMax ?? null]),
                yLog,
            ) ?? EMPTY_RANGE,
    };
}

/** For axes with nothing on them. */
const EMPTY_RANGE: Range = { min: 1, max: 10 };

function stripSpecs(fit: FitView, range: Range, residuals: PanelDataset, { yLog }: Scales): readonly StripSpec[] {
    const main = { id: MAIN, weight: MAIN_WEIGHT, range, log: yLog, title: fit.target };
    if (residuals.data.length === 0) {
        return [main];
    }
    const largest = Math.max(LEAST_RESIDUAL, ...residuals.data.map(({ y }) => Math.abs(y))) * RESIDUAL_ROOM;
    return [
        main,
        {
            id: RESIDUAL,
            weight: 1,
            range: { min: -largest, max: largest },
            log: false,
            title: 'residual',
            label: (percent) => signedPercent(percent / 100),
        },
    ];
}

function zeroLine(theme: Theme) {
    return {
        type: 'line' as const,
        yScaleID: RESIDUAL,
        yMin: 0,
        yMax: 0,
        borderColor: theme.axis,
        borderWidth: 1,
        drawTime: 'beforeDatasetsDraw' as const,
    };
}
