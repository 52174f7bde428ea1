import { central95 } from '../../fit/quantiles.js';
import type { Interval } from '../../fit/result.js';

/** The share of draws that must have a value for an interval to be had. */
const ENOUGH_DRAWS = 0.95;

/** Central 95 % of some draws; null without draws, or where too many have no value. */
export function intervalOf(draws: Float64Array): Interval | null {
    const known = draws.filter(Number.isFinite);
    return known.length > 0 && known.length >= ENOUGH_DRAWS * draws.length ? central95(known) : null;
}
