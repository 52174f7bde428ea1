/** The main chart of a fit, with the residual strip under it, on one x. */
import type { AxisView } from '../../protocol/figures.js';
import type { FitView } from '../../protocol/fitView.js';
import { colourLegend } from '../chart/colourLegend.js';
import type { PanelChart, Size } from '../chart/config.js';
import { panelChart, type Annotations } from '../chart/panelChart.js';
import { isShowable } from '../chart/range.js';
import { selectionDatasets } from '../chart/selection.js';
import { nameWithUnit } from '../shell/numberText.js';
import { levelColour, levelScale, type LevelScale } from '../theme/colourScale.js';
import type { Theme } from '../theme/theme.js';
import { curveDatasets, type Scales } from './curveDatasets.js';
import { spreadDataset, targetDataset } from './markDatasets.js';
import { residualDataset, runDataset, type RowColour } from './pointDatasets.js';
import { colourAxis, placedRows, xValues } from './points.js';
import { rowText, targetText } from './rowText.js';
import type { Focus } from './shown.js';
import { shownRanges, stripsOf } from './strips.js';

export interface FitOptions extends Scales {
    readonly axis: AxisView;
    /** Index of the row that is ringed. */
    readonly selected: number | null;
    /** Where the user has zoomed to. */
    readonly zoom: Focus['zoom'];
    /** Where the rows that are fitted end, on this axis. */
    readonly cut: number | null;
}

export function fitChart(fit: FitView, options: FitOptions, size: Size, theme: Theme): PanelChart {
    const { axis } = options;
    const levels = levelsOf(fit, axis);
    const colour = rowColours(fit, axis, levels, theme);
    const placed = placedRows(fit.points, xValues(fit.points, axis.key), options);
    const runs = runDataset(fit.points, placed, colour, theme);
    const residuals = residualDataset(fit.points, fit.points.predicted, placed, colour, theme);
    const judged = residuals.data.length > 0 ? [residuals] : [];
    const spread = fit.points.spread === null ? [] : [spreadDataset(fit, placed, options, theme)];
    const targets = targetDataset(fit, axis.key, options, theme);
    const curves = curveDatasets(fit, axis, options, levels, theme);
    const ranges = options.zoom ?? shownRanges([runs, ...spread, targets], curves, options);
    const { strips, annotations } = stripsOf(
        { range: ranges.y, log: options.yLog, title: fit.target },
        residuals,
        'residual',
        theme,
    );
    const by = colourAxis(fit, axis);
    return panelChart(
        {
            datasets: [
                ...selectionDatasets(options.selected, [runs, ...judged], theme),
                targets,
                runs,
                ...judged,
                ...spread,
                ...curves,
            ],
            x: { range: ranges.x, log: options.xLog, title: nameWithUnit(axis.label, axis.unit) },
            strips,
            describe: ({ role }, { row }) =>
                role === 'target' ? targetText(fit, fit.targets[row!]) : rowText(fit, row!),
            annotations: { ...annotations, ...cutLine(options.cut, theme) },
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

function rowColours(fit: FitView, axis: AxisView, levels: LevelScale | undefined, theme: Theme): RowColour {
    const by = colourAxis(fit, axis);
    const values = by ? xValues(fit.points, by.key) : [];
    return (row) => {
        const value = values[row];
        return levels && isShowable(value, levels.log) ? levelColour(levels, value, theme) : theme.accent;
    };
}

/** Up to here rows are fitted, beyond it they are foretold. */
function cutLine(cut: number | null, theme: Theme): Annotations {
    if (cut === null) {
        return {};
    }
    return {
        cut: {
            type: 'line',
            scaleID: 'x',
            value: cut,
            borderColor: theme.foreground,
            borderWidth: theme.thin,
            borderDash: [4, 4],
        },
    };
}
