/** What an axis spans, and where its values may lie. */
export interface Range {
    readonly min: number;
    readonly max: number;
}

/** Room left at both ends, as a share of what the values span. */
const PADDING = 0.05;
/** Room around a single value: this share of it. */
const ALONE = 0.2;

/** The range that shows all values with some room; undefined where there are none that the scale can show. */
export function paddedRange(values: Iterable<number | null>, log: boolean): Range | undefined {
    let min = Infinity;
    let max = -Infinity;
    for (const value of values) {
        if (isShowable(value, log)) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
    }
    if (min > max) {
        return undefined;
    }
    return log ? paddedLog(min, max) : paddedLinear(min, max);
}

export function isShowable(value: number | null | undefined, log: boolean): value is number {
    return typeof value === 'number' && Number.isFinite(value) && (!log || value > 0);
}

function paddedLog(min: number, max: number): Range {
    const factor = min === max ? 1 + ALONE : (max / min) ** PADDING;
    return { min: min / factor, max: max * factor };
}

function paddedLinear(min: number, max: number): Range {
    const room = min === max ? Math.abs(min || 1) * ALONE : (max - min) * PADDING;
    const from = min - room;
    return { min: min >= 0 && from < 0 ? 0 : from, max: max + room };
}
