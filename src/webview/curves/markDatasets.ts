/** Marks with error bars: predictions, minima that a method found, crossings of laws. */
import type { FitView } from '../../protocol/fitView.js';
import { DRAW_ORDER, type Datum, type DatasetRole, type PanelDataset } from '../chart/config.js';
import { isShowable } from '../chart/range.js';
import type { Theme } from '../theme/theme.js';
import type { Scales } from './curveDatasets.js';
import { HIT_RADIUS } from './pointDatasets.js';
import { MAIN } from './strips.js';

interface MarkLook {
    readonly colour: string;
    /** Of error bars; as the mark without it. */
    readonly bar?: string;
    readonly radius: number;
    readonly pointStyle?: 'rectRot' | 'circle';
    readonly whisker?: number;
    readonly isHollow?: boolean;
}

export function markDataset(
    role: DatasetRole,
    data: readonly Datum[],
    { colour, bar = colour, radius, pointStyle = 'rectRot', whisker = 10, isHollow = false }: MarkLook,
    theme: Theme,
): PanelDataset {
    return {
        type: 'scatterWithErrorBars',
        role,
        yAxisID: MAIN,
        data: [...data],
        order: DRAW_ORDER[role],
        pointStyle,
        radius,
        hoverRadius: radius + 1,
        hitRadius: HIT_RADIUS,
        backgroundColor: isHollow ? theme.background : colour,
        borderColor: isHollow ? colour : theme.background,
        borderWidth: isHollow ? 2 : 1,
        errorBarColor: bar,
        errorBarLineWidth: 2,
        errorBarWhiskerColor: bar,
        errorBarWhiskerLineWidth: 2,
        errorBarWhiskerSize: whisker,
    };
}

export function targetDataset({ targets }: FitView, key: string, { xLog, yLog }: Scales, theme: Theme): PanelDataset {
    const data = targets.flatMap((target, row): Datum[] => {
        const x = target.x[key];
        if (!isShowable(x, xLog) || !isShowable(target.y, yLog)) {
            return [];
        }
        const hasInterval = isShowable(target.lower, yLog) && isShowable(target.upper, yLog);
        return [{ x, y: target.y, row, ...(hasInterval ? { yMin: target.lower!, yMax: target.upper! } : {}) }];
    });
    return markDataset('target', data, { colour: theme.highlight, radius: 6 }, theme);
}

/** Bars alone, through points that are drawn as points. */
export function spreadDataset(
    { points }: FitView,
    placed: readonly Datum[],
    { yLog }: Scales,
    theme: Theme,
): PanelDataset {
    const data = placed.flatMap(({ x, y, row }): Datum[] => {
        const spread = points.spread?.[row!];
        return spread && spread.every((end) => isShowable(end, yLog))
            ? [{ x, y, yMin: spread[0], yMax: spread[1] }]
            : [];
    });
    return markDataset('spread', data, { colour: theme.muted, radius: 0, whisker: 6 }, theme);
}
