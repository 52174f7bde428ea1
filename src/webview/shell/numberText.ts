/** Texts of numbers that both panels show: always a quantity with its unit and, where one is known, its interval. */
import type { EstimateView, NumberOrNull } from '../../protocol/views.js';
import { formatEstimate, formatInterval, formatQuantity } from '../../quantity/print.js';

const NO_BREAK_SPACE = '\u00a0';
const PERCENT_DIGITS = 2;

export type IntervalOrNull = readonly [number, number] | null;

export function intervalOf(lower: NumberOrNull | undefined, upper: NumberOrNull | undefined): IntervalOrNull {
    return typeof lower === 'number' && typeof upper === 'number' ? [lower, upper] : null;
}

/** `1.94 [1.92, 1.96]`, or the estimate alone. */
export function withInterval(estimate: NumberOrNull, interval: IntervalOrNull): string {
    const text = formatEstimate(estimate, interval);
    return interval ? `${text} ${formatInterval(interval)}` : text;
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
    const size = formatQuantity(Math.abs(share * 100), PERCENT_DIGITS);
    const sign = size === '0' ? '' : share < 0 ? '−' : '+';
    return `${sign}${size}${NO_BREAK_SPACE}%`;
}
