/**
 * What a method saw: the loss of the runs against size, a curve and its minimum for each budget; or against compute, with
 * the stretches on which one run is lowest. What is not used is drawn muted.
 */
import type { FieldGroupView, ReducedRowView, ReductionView } from '../../protocol/reductionView.js';
import { linesText, type Sources } from '../../quantity/fileLines.js';
import { formatQuantity } from '../../quantity/print.js';
import { colourLegend } from '../chart/colourLegend.js';
import { DRAW_ORDER, type Datum, type PanelChart, type PanelDataset, type Size } from '../chart/config.js';
import { panelChart } from '../chart/panelChart.js';
import { isShowable } from '../chart/range.js';
import { selectionDatasets } from '../chart/selection.js';
import { nameWithUnit, withInterval, withUnit } from '../shell/numberText.js';
import { levelColour, levelScale, type LevelScale } from '../theme/colourScale.js';
import { withAlpha, type Theme } from '../theme/theme.js';
import type { Scales } from './curveDatasets.js';
import { fieldRuns, type FieldRun } from './fieldRuns.js';
import { markDataset } from './markDatasets.js';
import type { RowText } from './rowText.js';
import { MAIN, shownRanges } from './strips.js';

const RADIUS = 3;
const HIT_RADIUS = 5;
const MUTED_ALPHA = 0.6;
/** Of the stretches of an envelope, which are the answer themselves. */
const ENVELOPE_WIDTH = 3;

/** @param selected index among the field's runs */
export function fieldChart(
    reduction: ReductionView,
    sources: Sources,
    selected: number | null,
    size: Size,
    theme: Theme,
): PanelChart {
    const { field } = reduction;
    const runs = fieldRuns(field);
    const scales = { xLog: field.x.positive, yLog: runs.every(({ y }) => y > 0) };
    const levels = levelScale(field.groups.map(({ level }) => level));
    const points = runPoints(reduction, runs, levels, scales, theme);
    const curves = field.groups.flatMap((group) => groupCurve(group, reduction, levels, scales, theme));
    const minima = field.groups.flatMap((group, index) => minimumMark(group, index, levels, scales, theme));
    const ranges = shownRanges([points, ...minima], curves, scales);
    return panelChart(
        {
            datasets: [...selectionDatasets(selected, [points], theme), ...minima, points, ...curves],
            x: { range: ranges.x, log: scales.xLog, title: nameWithUnit(field.x.label, field.x.unit) },
            strips: [{ id: MAIN, weight: 1, range: ranges.y, log: scales.yLog, title: field.y }],
            describe: ({ role }, { row }) =>
                role === 'minimum' ? minimumText(reduction, row!) : runText(reduction, sources, runs[row!]),
            plugins: levels ? [colourLegend(field.level.label, levels, theme)] : [],
        },
        size,
        theme,
    );
}

function groupColour({ level, isUsed }: FieldGroupView, levels: LevelScale | undefined, theme: Theme): string {
    if (!isUsed) {
        return withAlpha(theme.muted, MUTED_ALPHA);
    }
    return levels ? levelColour(levels, level, theme) : theme.accent;
}

function runPoints(
    { field }: ReductionView,
    runs: readonly FieldRun[],
    levels: LevelScale | undefined,
    { xLog, yLog }: Scales,
    theme: Theme,
): PanelDataset {
    const data = runs.flatMap(({ x, y }, row): Datum[] =>
        isShowable(x, xLog) && isShowable(y, yLog) ? [{ x, y, row }] : [],
    );
    const used = data.map(({ row }) => runs[row!].reason === null);
    const colours = data.map(({ row }) => {
        const { group } = runs[row!];
        return group === null ? withAlpha(theme.muted, MUTED_ALPHA) : groupColour(field.groups[group], levels, theme);
    });
    return {
        type: 'scatter',
        role: 'point',
        yAxisID: MAIN,
        data,
        order: DRAW_ORDER.point,
        pointRadius: RADIUS,
        pointHoverRadius: RADIUS + 2,
        pointHitRadius: HIT_RADIUS,
        pointStyle: used.map((isUsed) => (isUsed ? 'circle' : 'crossRot')),
        pointBackgroundColor: colours,
        pointBorderColor: colours,
        pointBorderWidth: used.map((isUsed) => (isUsed ? 0 : 1.25)),
    };
}

function groupCurve(
    group: FieldGroupView,
    { method }: ReductionView,
    levels: LevelScale | undefined,
    { xLog, yLog }: Scales,
    theme: Theme,
): readonly PanelDataset[] {
    const { curve, isUsed } = group;
    if (curve === null) {
        return [];
    }
    const isAnswer = method === 'envelope' && isUsed;
    return [
        {
            type: 'scatter',
            role: 'curve',
            yAxisID: MAIN,
            data: curve.x.flatMap((x, index): Datum[] => {
                const y = curve.y[index];
                return isShowable(x, xLog) ? [{ x, y: isShowable(y, yLog) ? y : Number.NaN }] : [];
            }),
            order: DRAW_ORDER.curve,
            showLine: true,
            borderColor: groupColour(group, levels, theme),
            borderWidth: isAnswer ? ENVELOPE_WIDTH : theme.thin,
            borderDash: isUsed ? [] : [3, 3],
            pointRadius: 0,
            pointHitRadius: 0,
        },
    ];
}

function minimumMark(
    group: FieldGroupView,
    index: number,
    levels: LevelScale | undefined,
    { xLog, yLog }: Scales,
    theme: Theme,
): readonly PanelDataset[] {
    const { minimum } = group;
    if (minimum === null || !isShowable(minimum.x, xLog) || !isShowable(minimum.y, yLog)) {
        return [];
    }
    const { x, y, interval } = minimum;
    const ends = interval === null ? {} : { xMin: interval[0], xMax: interval[1] };
    const colour = groupColour(group, levels, theme);
    return [markDataset('minimum', [{ x, y, row: index, ...ends }], { colour, radius: 6, whisker: 8 }, theme)];
}

function minimumText({ rows, field }: ReductionView, index: number): RowText {
    const { size, sizeInterval, loss, tokens } = rows[index];
    return {
        title: groupTitle(rows[index], field.level.unit),
        lines: [
            `${field.x.label} ${withUnit(withInterval(size, sizeInterval), field.x.unit)}`,
            ...(tokens === null ? [] : [`D ${formatQuantity(tokens)}`]),
            `${field.y} ${formatQuantity(loss)}`,
        ],
    };
}

function groupTitle({ from }: ReducedRowView, unit: string | null): string {
    return `minimum at ${withUnit(formatQuantity(from), unit)}`;
}

function runText({ field, rows }: ReductionView, sources: Sources, { line, x, y, reason, group }: FieldRun): RowText {
    const level = group === null ? null : field.groups[group].level;
    const why = group !== null && !rows[group].isUsed ? rows[group].message : reason;
    return {
        title: linesText(sources, [line]),
        lines: [
            ...(level === null ? [] : [`${field.level.label} ${withUnit(formatQuantity(level), field.level.unit)}`]),
            `${field.x.label} ${withUnit(formatQuantity(x), field.x.unit)}`,
            `${field.y} ${formatQuantity(y)}`,
            ...(why === null ? [] : [`not used: ${why}`]),
        ],
    };
}
