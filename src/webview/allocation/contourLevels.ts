/** Round levels for contour lines, spread so that the lines divide the plane evenly. */

const NICE = [5, 2, 1];
/** The highest values crowd a corner that nobody asks about. */
const HIGHEST_SHARE = 0.9;

/** At most `count` levels, ascending: quantiles of the values, each rounded as far as its neighbours allow. */
export function contourLevels(values: readonly (number | null)[], count: number): readonly number[] {
    const sorted = values.filter((value): value is number => value !== null).sort((a, b) => a - b);
    if (sorted.length === 0 || sorted[0] === sorted[sorted.length - 1]) {
        return [];
    }
    const quantile = (share: number): number => sorted[Math.round(share * (sorted.length - 1))];
    const marks = Array.from({ length: count + 2 }, (_, index) => quantile((index / (count + 1)) * HIGHEST_SHARE));
    const levels = marks.slice(1, -1).map((mark, index) => roundTo(mark, (marks[index + 2] - marks[index]) / 2));
    return [...new Set(levels)].filter((level) => level > sorted[0] && level < sorted[sorted.length - 1]);
}

/** The value as a multiple of 1, 2 or 5 times a power of ten that is at most `most`. */
function roundTo(value: number, most: number): number {
    if (!(most > 0)) {
        return value;
    }
    const decade = 10 ** Math.floor(Math.log10(most));
    const step = decade * NICE.find((multiple) => multiple * decade <= most * (1 + 1e-9))!;
    return Number((Math.round(value / step) * step).toPrecision(12));
}
