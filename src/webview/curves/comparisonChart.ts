/**
 * The chart of a comparison: the runs, every law over them, and where laws cross; or, along `predicted value`, what was
 * observed against what each law says. Under it the residuals of one law.
 */
import type { ComparedLawView, ComparisonView, CrossingView } from '../../protocol/comparisonView.js';
import type { AxisView } from '../../protocol/figures.js';
import { DRAW_ORDER, type Datum, type PanelChart, type PanelDataset, type Size } from '../chart/config.js';
import { panelChart } from '../chart/panelChart.js';
import { isShowable, type Range } from '../chart/range.js';
import { selectionDatasets } from '../chart/selection.js';
import { nameWithUnit } from '../shell/numberText.js';
import { withAlpha, type Theme } from '../theme/theme.js';
import { comparedText, crossingText } from './comparedText.js';
import { bandDatasets, linePoints, type Scales } from './curveDatasets.js';
import { judgedLaw, lawLooks, type LawLook } from './lawLooks.js';
import { markDataset } from './markDatasets.js';
import { residualDataset, runDataset } from './pointDatasets.js';
import { placedRows, xValues } from './points.js';
import type { Focus } from './shown.js';
import { MAIN, shownRanges, stripsOf } from './strips.js';

export interface ComparisonOptions extends Scales {
    readonly axis: AxisView;
    readonly selected: number | null;
    readonly zoom: Focus['zoom'];
    /** The law that is lit. */
    readonly law: string | null;
}

const RUN_ALPHA = 0.55;

export function comparisonChart(
    view: ComparisonView,
    options: ComparisonOptions,
    size: Size,
    theme: Theme,
): PanelChart {
    const { axis, law } = options;
    const judged = judgedLaw(view, law);
    // Where laws are clouds of points, not lines, one stands before the others.
    const looks = lawLooks(view, isAlong(view, axis) ? law : judged.name, theme);
    const crossings = view.crossings[axis.key] ?? [];
    const runs = isAlong(view, axis)
        ? [runsAlong(view, options, theme)]
        : byPlace(view, judged).map((index) => runsAgainst(view, index, looks[index], options, theme));
    const residuals = residualsOf(view, judged.predicted, options, looks[view.laws.indexOf(judged)], theme);
    const marks = crossings.flatMap((crossing) => crossingMark(crossing, options, theme));
    const curves = view.laws.flatMap((law, index) => [
        ...lawCurve(view, index, looks[index], options),
        ...(law === judged ? lawBand(law, looks[index], options) : []),
    ]);
    const ranges = options.zoom ?? shownRanges([...runs, ...marks], curves, options);
    const { strips, annotations } = stripsOf(
        { range: ranges.y, log: options.yLog, title: headingOf(view, axis) },
        residuals,
        `residual of ${judged.name}`,
        theme,
    );
    return panelChart(
        {
            datasets: [
                ...selectionDatasets(options.selected, [...runs, ...(strips.length > 1 ? [residuals] : [])], theme),
                ...marks.map((mark) => withinSight(mark, ranges.x, options)),
                ...runs,
                ...(strips.length > 1 ? [residuals] : []),
                ...curves,
                ...(isAlong(view, axis) ? [] : [identity(ranges, theme)]),
            ],
            x: { range: ranges.x, log: options.xLog, title: nameWithUnit(axis.label, axis.unit) },
            strips,
            describe: ({ role }, { x, row }) =>
                role === 'crossing'
                    ? crossingText(
                          crossings.find(({ at }) => at === x),
                          axis,
                      )
                    : comparedText(view, row!),
            annotations,
        },
        size,
        theme,
    );
}

/** Whether laws are drawn along the axis, which holds one quantity of the runs. */
export function isAlong({ rows }: ComparisonView, { key }: AxisView): boolean {
    return rows.x[key] !== undefined;
}

/** Where each run lies: on the axis, or, against predictions, where the judged law puts it. */
export function placedRuns(view: ComparisonView, law: string | null, axis: AxisView, scales: Scales): readonly Datum[] {
    const x = isAlong(view, axis) ? xValues(view.rows, axis.key) : judgedLaw(view, law).predicted;
    return placedRows(view.rows, x, scales);
}

/** What the curves are, where it is not plain. */
function headingOf({ target, laws }: ComparisonView, axis: AxisView): string {
    const best = laws.filter((law) => law.isBestUse && law.curves[axis.key]).map(({ name }) => name);
    return best.length === 0 ? target : `${target} · ${best.join(', ')} at the best N and D for each compute`;
}

function runsAlong(view: ComparisonView, options: ComparisonOptions, theme: Theme): PanelDataset {
    const colour = withAlpha(theme.foreground, RUN_ALPHA);
    return runDataset(view.rows, placedRuns(view, options.law, options.axis, options), () => colour, theme);
}

/** Indices of the laws, the one that lies on top first. */
function byPlace({ laws }: ComparisonView, judged: ComparedLawView): readonly number[] {
    const height = (law: ComparedLawView): number => (law === judged ? -1 : law.place);
    return [...laws.keys()].sort((a, b) => height(laws[a]) - height(laws[b]));
}

function runsAgainst(
    { rows, laws }: ComparisonView,
    law: number,
    { colour }: LawLook,
    options: ComparisonOptions,
    theme: Theme,
): PanelDataset {
    const placed = placedRows(rows, laws[law].predicted, options).filter(({ row }) => rows.state[row!] !== 'excluded');
    return { ...runDataset(rows, placed, () => colour, theme), label: laws[law].name };
}

function residualsOf(
    view: ComparisonView,
    predicted: ComparisonView['laws'][number]['predicted'],
    options: ComparisonOptions,
    { colour }: LawLook,
    theme: Theme,
): PanelDataset {
    const placed = placedRuns(view, options.law, options.axis, options);
    return residualDataset(view.rows, predicted, placed, () => colour, theme);
}

function lawCurve(
    { laws }: ComparisonView,
    index: number,
    { colour, dash, width }: LawLook,
    options: ComparisonOptions,
): readonly PanelDataset[] {
    const { name, curves } = laws[index];
    const curve = curves[options.axis.key];
    if (curve === undefined) {
        return [];
    }
    return [
        {
            type: 'scatter',
            role: 'curve',
            yAxisID: MAIN,
            label: name,
            directLabel: 'end',
            data: linePoints(curve.x, curve.y, options),
            order: name === options.law ? DRAW_ORDER.curve - 1 : DRAW_ORDER.curve,
            showLine: true,
            borderColor: colour,
            borderWidth: width,
            borderDash: [...dash],
            pointRadius: 0,
            pointHitRadius: 0,
        },
    ];
}

/** Of one law only: bands over one another cannot be told apart. */
function lawBand(
    { curves }: ComparedLawView,
    { colour }: LawLook,
    options: ComparisonOptions,
): readonly PanelDataset[] {
    const curve = curves[options.axis.key];
    return curve === undefined ? [] : bandDatasets(curve, options, colour);
}

/** Named, with its interval as a bar along x. */
function crossingMark(
    { laws, at, value, interval }: CrossingView,
    { xLog, yLog }: Scales,
    theme: Theme,
): readonly PanelDataset[] {
    if (!isShowable(at, xLog) || !isShowable(value, yLog)) {
        return [];
    }
    const ends = interval === null ? {} : { xMin: interval[0] ?? -Infinity, xMax: interval[1] ?? Infinity };
    const look = {
        colour: theme.foreground,
        bar: theme.muted,
        radius: 5,
        pointStyle: 'circle' as const,
        isHollow: true,
    };
    const mark = markDataset('crossing', [{ x: at, y: value, ...ends }], look, theme);
    return [{ ...mark, label: laws.join(' × '), directLabel: 'beside' }];
}

/** Bars no longer than is needed to leave the chart, on the side where their end lies or was not found. */
function withinSight(mark: PanelDataset, { min, max }: Range, { xLog }: Scales): PanelDataset {
    const [before, after] = xLog ? [min ** 2 / max, max ** 2 / min] : [2 * min - max, 2 * max - min];
    const data = mark.data.map((datum): Datum => {
        const { xMin, xMax } = datum;
        return xMin === undefined || xMax === undefined
            ? datum
            : { ...datum, xMin: Math.max(before, xMin), xMax: Math.min(after, xMax) };
    });
    return { ...mark, data };
}

/** Where predicted is observed. */
function identity({ x, y }: { readonly x: Range; readonly y: Range }, theme: Theme): PanelDataset {
    const ends = [Math.max(x.min, y.min), Math.min(x.max, y.max)];
    return {
        type: 'scatter',
        role: 'curve',
        yAxisID: MAIN,
        data: ends.map((end) => ({ x: end, y: end })),
        order: DRAW_ORDER.curve,
        showLine: true,
        borderColor: theme.axis,
        borderWidth: 1,
        pointRadius: 0,
        pointHitRadius: 0,
    };
}
