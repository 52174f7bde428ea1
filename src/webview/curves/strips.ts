/** The two strips of the Curves charts: what was observed, and the residuals under it on the same x. */
import type { PanelDataset } from '../chart/config.js';
import type { Annotations } from '../chart/panelChart.js';
import { paddedRange, type Range } from '../chart/range.js';
import type { StripSpec } from '../chart/scales.js';
import { signedPercent } from '../shell/numberText.js';
import type { Theme } from '../theme/theme.js';
import type { Scales } from './curveDatasets.js';

/** Ids of their y axes. */
export const MAIN = 'y';
export const RESIDUAL = 'residual';

const MAIN_WEIGHT = 3.2;
/** The least half-height of the residual strip, in percent: noise below it is not worth magnifying. */
const LEAST_RESIDUAL = 0.1;
const RESIDUAL_ROOM = 1.15;

/** Without a prediction there is no residual, and no strip for it. */
export function stripsOf(
    main: Pick<StripSpec, 'range' | 'log' | 'title'>,
    residuals: PanelDataset,
    residualTitle: string,
    theme: Theme,
): { readonly strips: readonly StripSpec[]; readonly annotations: Annotations } {
    const upper = { ...main, id: MAIN, weight: MAIN_WEIGHT };
    if (residuals.data.length === 0) {
        return { strips: [upper], annotations: {} };
    }
    const largest = Math.max(LEAST_RESIDUAL, ...residuals.data.map(({ y }) => Math.abs(y))) * RESIDUAL_ROOM;
    const lower: StripSpec = {
        id: RESIDUAL,
        weight: 1,
        range: { min: -largest, max: largest },
        log: false,
        title: residualTitle,
        label: (percent) => signedPercent(percent / 100),
    };
    return { strips: [upper, lower], annotations: { zero: zeroLine(RESIDUAL, theme) } };
}

export function zeroLine(strip: string, theme: Theme) {
    return {
        type: 'line' as const,
        yScaleID: strip,
        yMin: 0,
        yMax: 0,
        borderColor: theme.axis,
        borderWidth: 1,
        drawTime: 'beforeDatasetsDraw' as const,
    };
}

/** What is measured and asked decides what is shown; a law without either shows its curves. */
export function shownRanges(
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
