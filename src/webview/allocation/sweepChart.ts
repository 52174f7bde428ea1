/** The frontier of a sweep: objective, each variable and their ratio against the swept quantity, one strip each. */
import type { BandView, SweepView } from '../../protocol/allocationPanel.js';
import type { NumberOrNull } from '../../protocol/views.js';
import { formatQuantity } from '../../quantity/print.js';
import { DRAW_ORDER, type Datum, type PanelChart, type PanelDataset, type Size } from '../chart/config.js';
import { panelChart } from '../chart/panelChart.js';
import { isShowable, paddedRange, type Range } from '../chart/range.js';
import type { StripSpec } from '../chart/scales.js';
import { intervalOf, nameWithUnit, withInterval, withUnit } from '../shell/numberText.js';
import { withAlpha, type Theme } from '../theme/theme.js';
import { powerLawExponent } from './powerLaw.js';
import { countsDatasets, countsStrips } from './sweepCounts.js';

/** One quantity of the sweep, in a strip of its own. */
export interface SweepQuantity extends BandView {
    readonly name: string;
    readonly unit: string | null;
}

const BAND_ALPHA = 0.2;
const DATA_ALPHA = 0.07;
const EMPTY: Range = { min: 1, max: 10 };

/** Everything that the sweep answers, in the order shown. */
export function sweepQuantities(
    { objective, variables, ratio }: SweepView,
    objectiveName: string,
): readonly SweepQuantity[] {
    const ratioName = `${variables[1]?.name}/${variables[0]?.name}`;
    return [
        { name: objectiveName, ...objective },
        ...variables,
        ...(ratio ? [{ name: ratioName, unit: null, ...ratio }] : []),
    ];
}

export function sweepChart(sweep: SweepView, objectiveName: string, size: Size, theme: Theme): PanelChart {
    const xLog = sweep.values.every((value) => value > 0);
    const quantities = sweepQuantities(sweep, objectiveName);
    const strips = quantities.map((quantity, index) => stripOf(quantity, index, sweep));
    const range = paddedRange(sweep.values, xLog) ?? EMPTY;
    return panelChart(
        {
            datasets: [
                ...quantities.flatMap((quantity, index) =>
                    quantityDatasets(sweep.values, quantity, strips[index], xLog, theme),
                ),
                ...countsDatasets(sweep, xLog, theme),
            ],
            x: { range, log: xLog, title: nameWithUnit(sweep.name, sweep.unit) },
            strips: [...strips, ...countsStrips(sweep)],
            describe: (_dataset, { row }) => sweepText(sweep, quantities, row!),
            annotations: sweep.dataRange ? dataBoxes(sweep.dataRange, range, strips, theme) : {},
        },
        size,
        theme,
    );
}

function sweepText(sweep: SweepView, quantities: readonly SweepQuantity[], row: number) {
    return {
        title: `${sweep.name} ${withUnit(formatQuantity(sweep.values[row]), sweep.unit)}`,
        lines: [
            ...quantities.map(({ name, unit, estimate, lower, upper }) => {
                return `${name} ${withUnit(withInterval(estimate[row], intervalOf(lower[row], upper[row])), unit)}`;
            }),
            ...sweep.counts.map(({ name, values }) => `${name} ${formatQuantity(values[row])}`),
        ],
    };
}

/** `N (params) ∝ C^0.51` where it is a power of the swept quantity. */
function stripOf(quantity: SweepQuantity, index: number, sweep: SweepView): StripSpec {
    const all = [...quantity.estimate, ...quantity.lower, ...quantity.upper];
    // The share that a mixture solves is no power of its cost.
    const log = sweep.counts.length === 0 && all.every((value) => value === null || value > 0);
    const exponent = powerLawExponent(sweep.values, quantity.estimate);
    const power = exponent === undefined ? '' : `  ∝ ${sweep.name}^${formatQuantity(exponent, 3)}`;
    return {
        id: index === 0 ? 'y' : `y${index}`,
        weight: 1,
        log,
        range: paddedRange(all, log) ?? EMPTY,
        title: nameWithUnit(quantity.name, quantity.unit) + power,
    };
}

function quantityDatasets(
    values: readonly number[],
    quantity: SweepQuantity,
    strip: StripSpec,
    xLog: boolean,
    theme: Theme,
): readonly PanelDataset[] {
    const line = (of: readonly NumberOrNull[]): Datum[] =>
        values.flatMap((x, row) => {
            const y = of[row];
            return isShowable(x, xLog) ? [{ x, y: isShowable(y, strip.log) ? y : Number.NaN, row }] : [];
        });
    const base = { type: 'scatter' as const, yAxisID: strip.id, showLine: true };
    const edge = {
        ...base,
        role: 'band' as const,
        order: DRAW_ORDER.band,
        borderWidth: 0,
        pointRadius: 0,
        pointHitRadius: 0,
    };
    return [
        { ...edge, data: line(quantity.lower), fill: false },
        { ...edge, data: line(quantity.upper), fill: '-1', backgroundColor: withAlpha(theme.accent, BAND_ALPHA) },
        {
            ...base,
            role: 'mark',
            data: line(quantity.estimate),
            order: DRAW_ORDER.curve,
            borderColor: theme.accent,
            borderWidth: theme.thin,
            pointRadius: 1.5,
            pointHoverRadius: 4,
            pointHitRadius: 6,
            pointBackgroundColor: theme.accent,
            pointBorderWidth: 0,
        },
    ];
}

/** The part of the range that the fitted runs cover, in every strip: beyond it, all is extrapolated. */
function dataBoxes([from, to]: readonly [number, number], range: Range, strips: readonly StripSpec[], theme: Theme) {
    const boxes = strips.map(({ id }, index) => ({
        type: 'box' as const,
        yScaleID: id,
        xMin: Math.max(from, range.min),
        xMax: Math.min(to, range.max),
        display: from < range.max && to > range.min,
        backgroundColor: withAlpha(theme.foreground, DATA_ALPHA),
        borderWidth: 0,
        drawTime: 'beforeDatasetsDraw' as const,
        label: {
            display: index === 0,
            content: 'range of the data',
            color: theme.muted,
            font: { family: theme.fontFamily, size: theme.fontSize, weight: 'normal' as const },
            position: { x: 'start' as const, y: 'end' as const },
            padding: 4,
        },
    }));
    return Object.fromEntries(boxes.map((box) => [`data ${box.yScaleID}`, box]));
}
