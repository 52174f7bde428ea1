/** Texts of numbers that both panels show: always a quantity with its unit and, where one is known, its interval. */
import type { EstimateView, NumberOrNull } from '../../protocol/views.js';
import { formatEstimate, formatInterval, formatQuantity, hasWidth } from '../../quantity/print.js';

const NO_BREAK_SPACE = '\u00a0';
const PERCENT_DIGITS = 2;

/** An end is null where there is no limit. */
export type IntervalOrNull = readonly [lower: NumberOrNull, upper: NumberOrNull] | null;

export function intervalOf(lower: NumberOrNull | undefined, upper: NumberOrNull | undefined): IntervalOrNull {
    return typeof lower === 'number' || typeof upper === 'number' ? [lower ?? null, upper ?? null] : null;
}

/** `1.94 [1.92, 1.96]`, or the estimate alone where no interval is known, or none that digits can show. */
export function withInterval(estimate: NumberOrNull, interval: IntervalOrNull): string {
    return hasWidth(interval)
        ? `${formatEstimate(estimate, interval)} ${formatInterval(interval)}`
        : formatQuantity(estimate);
}

/** `5.76e23 FLOP`. */
export function withUnit(text: string, unit: string | null): string {
    return unit ? `${text}${NO_BREAK_SPACE}${unit}` : text;
}

export function estimateText({ estimate, lower, upper, unit }: EstimateView): string {
    return withUnit(withInterval(estimate, intervalOf(lower, upper)), unit);
}

/** `compute (FLOP)`, as an axis is named. */
export function nameWithUnit(name: string, unit: string | null): string {
    return unit ? `${name} (${unit})` : name;
}

/** A share as `+0.52 %`; the sign is always there, since it says on which side. */
export function signedPercent(share: NumberOrNull): string {
    if (share === null || !Number.isFinite(share)) {
        return formatQuantity(null);
    }
    return `${signedQuantity(share * 100, PERCENT_DIGITS)}${NO_BREAK_SPACE}%`;
}

/** A share as `0.52 %`. */
export function percent(share: NumberOrNull): string {
    return share === null ? formatQuantity(null) : `${formatQuantity(share * 100, PERCENT_DIGITS)}${NO_BREAK_SPACE}%`;
}

/** `+1.2`, `−0.3`: a change. */
export function signedQuantity(change: NumberOrNull, digits: number): string {
    const size = formatQuantity(change === null ? null : Math.abs(change), digits);
    return change === null || size === '0' ? size : `${change < 0 ? '−' : '+'}${size}`;
}
