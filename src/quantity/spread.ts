/** How wide an interval is, in words. */
import { formatQuantity, formatRatio } from './print.js';

/** Ends that are farther apart than a factor 4 are told by the factor to both sides. */
const LARGEST_PERCENT = 2;

/** `±17 %`, `×/÷ 3.2`; of an interval that reaches 0 or beyond, `±0.04`. */
export function formatSpread([lower, upper]: readonly [number, number]): string {
    if (!(lower > 0)) return `±${formatQuantity((upper - lower) / 2, 2)}`;
    const factor = Math.sqrt(upper / lower);
    if (factor <= LARGEST_PERCENT) return `±${formatQuantity((factor - 1) * 100, 2)} %`;
    return `×/÷ ${formatRatio(factor).replace('×', '')}`;
}
