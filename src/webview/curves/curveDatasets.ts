/** The fitted law as lines with their bands. */
import type { AxisView, CurveView } from '../../protocol/figures.js';
import type { FitView } from '../../protocol/fitView.js';
import type { NumberOrNull } from '../../protocol/views.js';
import { DRAW_ORDER, type Datum, type PanelDataset } from '../chart/config.js';
import { MAIN } from './strips.js';
import { isShowable } from '../chart/range.js';
import { levelColour, type LevelScale } from '../theme/colourScale.js';
import { categoryLook, type CategoryLook } from '../theme/categories.js';
import { isHighContrast, withAlpha, type Theme } from '../theme/theme.js';

export interface Scales {
    readonly xLog: boolean;
    readonly yLog: boolean;
}

/** Beyond this many lines, names at their ends are a thicket: the colour legend says it. */
const MOST_NAMED = 9;
export const BAND_ALPHA = 0.2;

export function curveDatasets(
    fit: FitView,
    axis: AxisView,
    scales: Scales,
    levels: LevelScale | undefined,
    theme: Theme,
): readonly PanelDataset[] {
    const curves = fit.curves[axis.key] ?? [];
    const unordered = curves.filter(({ level }) => level === null);
    return curves.flatMap((curve) => {
        const look = curveLook(curve, unordered, levels, theme);
        const isNamed = curve.label !== '' && curves.length <= MOST_NAMED;
        return [...bandDatasets(curve, scales, look.colour), lineDataset(curve, scales, look, isNamed, theme)];
    });
}

/** Groups and schedules have no order: each looks different. */
function curveLook(
    curve: CurveView,
    unordered: readonly CurveView[],
    levels: LevelScale | undefined,
    theme: Theme,
): CategoryLook {
    if (curve.level !== null && levels) return { colour: levelColour(levels, curve.level, theme), dash: [] };
    return unordered.length > 1
        ? categoryLook(unordered.indexOf(curve), theme)
        : { colour: theme.foreground, dash: [] };
}

function lineDataset(
    curve: CurveView,
    scales: Scales,
    { colour, dash }: CategoryLook,
    isNamed: boolean,
    theme: Theme,
): PanelDataset {
    return {
        type: 'scatter',
        role: 'curve',
        yAxisID: MAIN,
        label: curve.label,
        ...(isNamed ? { directLabel: 'end' as const } : {}),
        data: linePoints(curve.x, curve.y, scales),
        order: DRAW_ORDER.curve,
        showLine: true,
        borderColor: colour,
        borderDash: [...dash],
        borderWidth: isHighContrast(theme.kind) ? 2.5 : theme.thin,
        pointRadius: 0,
        pointHitRadius: 0,
    };
}

/** The lower edge undrawn, and the upper filled down to it. */
export function bandDatasets(curve: CurveView, scales: Scales, colour: string): readonly PanelDataset[] {
    const { x, lower, upper } = curve;
    if (!lower || !upper) {
        return [];
    }
    const both = x.map((_, index) => lower[index] !== null && upper[index] !== null);
    const edge = (values: readonly NumberOrNull[]): Datum[] =>
        linePoints(
            x,
            values.map((value, index) => (both[index] ? value : null)),
            scales,
        );
    const base = {
        type: 'scatter' as const,
        role: 'band' as const,
        yAxisID: MAIN,
        order: DRAW_ORDER.band,
        showLine: true,
        borderWidth: 0,
        pointRadius: 0,
        pointHitRadius: 0,
    };
    return [
        { ...base, data: edge(lower), fill: false },
        { ...base, data: edge(upper), fill: '-1', backgroundColor: withAlpha(colour, BAND_ALPHA) },
    ];
}

/** The line's points; a value the scale cannot show is a gap (NaN, which is how Chart.js spells one). */
export function linePoints(x: readonly number[], y: readonly NumberOrNull[], { xLog, yLog }: Scales): Datum[] {
    return x.flatMap((at, index) => {
        const value = y[index];
        return isShowable(at, xLog) ? [{ x: at, y: isShowable(value, yLog) ? value : Number.NaN }] : [];
    });
}
