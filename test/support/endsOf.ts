import type { Interval, OpenInterval } from '../../src/fit/result.js';

/** The ends of an interval that has both. */
export function endsOf(interval: OpenInterval | null): Interval {
    const [lower, upper] = interval ?? [null, null];
    if (lower === null || upper === null) throw new Error('The interval has no end on one side, or there is none.');
    return [lower, upper];
}
